/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "help-desk.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_HELP_WINDOW (recruiter_help_window_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterHelpWindow, recruiter_help_window, RECRUITER, HELP_WINDOW, AdwWindow)

void recruiter_help_window_open (GtkWindow *parent,
                                 InterviewProgram *program,
                                 RecruiterHelpDesk *desk,
                                 const char *room_id);
gboolean recruiter_help_window_is_on_screen (GtkApplication *application);

G_END_DECLS
