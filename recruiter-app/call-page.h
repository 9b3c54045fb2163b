/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/visit.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_CALL_PAGE (recruiter_call_page_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterCallPage, recruiter_call_page, RECRUITER, CALL_PAGE, AdwBin)

void recruiter_call_page_open (RecruiterCallPage *self,
                               InterviewAccount *account,
                               InterviewDevices *devices,
                               InterviewLastVisit *last_visit,
                               const char *room_id);
void recruiter_call_page_take_focus (RecruiterCallPage *self);
void recruiter_call_page_leave (RecruiterCallPage *self);
void recruiter_call_page_close (RecruiterCallPage *self);
gboolean recruiter_call_page_has_others (RecruiterCallPage *self);
InterviewRoomWatch *recruiter_call_page_get_watch (RecruiterCallPage *self);

G_END_DECLS
