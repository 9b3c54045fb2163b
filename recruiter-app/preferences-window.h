/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/profile.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_PREFERENCES_WINDOW (recruiter_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterPreferencesWindow,
                      recruiter_preferences_window,
                      RECRUITER,
                      PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

GtkWidget *recruiter_preferences_window_new (GtkWindow *parent, InterviewProfile *profile);

G_END_DECLS
