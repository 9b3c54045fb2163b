/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "program/visit.h"
#include "ui/call-view.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CALL_PAGE (interview_call_page_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCallPage, interview_call_page, INTERVIEW, CALL_PAGE, AdwBin)

InterviewCallPage *interview_call_page_new (InterviewAccount *account,
                                            InterviewRoomWatch *watch,
                                            InterviewDevices *devices,
                                            InterviewLastVisit *last_visit);

void interview_call_page_enter (InterviewCallPage *self);
void interview_call_page_hang_up (InterviewCallPage *self);
InterviewVisit *interview_call_page_get_visit (InterviewCallPage *self);
InterviewCallView *interview_call_page_get_view (InterviewCallPage *self);

G_END_DECLS
