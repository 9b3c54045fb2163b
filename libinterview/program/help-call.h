/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/call.h"
#include "program/account.h"
#include "program/devices.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_HELP_CALL (interview_help_call_get_type ())
G_DECLARE_FINAL_TYPE (InterviewHelpCall, interview_help_call, INTERVIEW, HELP_CALL, GObject)

InterviewHelpCall *
interview_help_call_new (InterviewAccount *account, InterviewDevices *devices, const char *help_id);

GListModel *interview_help_call_get_remotes (InterviewHelpCall *self);

G_END_DECLS
