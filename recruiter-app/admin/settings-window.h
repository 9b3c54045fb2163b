/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/account.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_SETTINGS_WINDOW (recruiter_settings_window_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterSettingsWindow,
                      recruiter_settings_window,
                      RECRUITER,
                      SETTINGS_WINDOW,
                      AdwPreferencesWindow)

GtkWidget *recruiter_settings_window_new (GtkWindow *parent, InterviewAccount *account);

G_END_DECLS
