/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/help.h"
#include "program/account.h"
#include "program/devices.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_HELP_PANEL (interview_help_panel_get_type ())
G_DECLARE_FINAL_TYPE (InterviewHelpPanel, interview_help_panel, INTERVIEW, HELP_PANEL, AdwBin)

GtkWidget *interview_help_panel_new (InterviewAccount *account,
                                     InterviewDevices *devices,
                                     const char *room_id);

void interview_help_panel_set_help (InterviewHelpPanel *self, InterviewHelp *help);
void interview_help_panel_leave_call (InterviewHelpPanel *self);
gboolean interview_help_panel_is_in_call (InterviewHelpPanel *self);
guint interview_help_panel_get_unread (InterviewHelpPanel *self);
void interview_help_panel_focus_composer (InterviewHelpPanel *self);

G_END_DECLS
