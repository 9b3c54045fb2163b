/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "help-desk.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_WINDOW (recruiter_window_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterWindow, recruiter_window, RECRUITER, WINDOW, AdwApplicationWindow)

RecruiterWindow *recruiter_window_new (InterviewProgram *program, RecruiterHelpDesk *help);

void recruiter_window_open_sign_in_file (RecruiterWindow *self, const char *path);
void recruiter_window_open_room (RecruiterWindow *self, const char *room_id);
gboolean recruiter_window_is_in_room (RecruiterWindow *self, const char *room_id);

G_END_DECLS
