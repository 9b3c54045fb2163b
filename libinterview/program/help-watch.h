/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/help.h"
#include "core/protocol/help-request.h"
#include "program/account.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_HELP_WATCH (interview_help_watch_get_type ())
G_DECLARE_FINAL_TYPE (InterviewHelpWatch, interview_help_watch, INTERVIEW, HELP_WATCH, GObject)

InterviewHelpWatch *interview_help_watch_new (InterviewAccount *account, const char *room_id);

void interview_help_watch_ask (InterviewHelpWatch *self, InterviewHelpRequest *request);
void interview_help_watch_close (InterviewHelpWatch *self);
InterviewHelp *interview_help_watch_get_help (InterviewHelpWatch *self);
gboolean interview_help_watch_get_waiting (InterviewHelpWatch *self);

G_END_DECLS
