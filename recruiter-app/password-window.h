/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "client/connection.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_PASSWORD_WINDOW (recruiter_password_window_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterPasswordWindow,
                      recruiter_password_window,
                      RECRUITER,
                      PASSWORD_WINDOW,
                      AdwWindow)

GtkWidget *recruiter_password_window_new (GtkWindow *parent, InterviewConnection *connection);

G_END_DECLS
