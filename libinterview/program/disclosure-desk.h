/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/model/disclosure.h"
#include "program/account.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_DISCLOSURE_DESK (interview_disclosure_desk_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDisclosureDesk,
                      interview_disclosure_desk,
                      INTERVIEW,
                      DISCLOSURE_DESK,
                      GObject)

InterviewDisclosureDesk *
interview_disclosure_desk_new (InterviewAccount *account, const char *room_id, GtkWidget *place);

void interview_disclosure_desk_load (InterviewDisclosureDesk *self);
void interview_disclosure_desk_ask (InterviewDisclosureDesk *self);
InterviewDisclosure *interview_disclosure_desk_get_wanted (InterviewDisclosureDesk *self);

G_END_DECLS
