/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/account.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_SCORE_WINDOW (recruiter_score_window_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterScoreWindow,
                      recruiter_score_window,
                      RECRUITER,
                      SCORE_WINDOW,
                      AdwWindow)

GtkWidget *recruiter_score_window_new (GtkWindow *parent, InterviewAccount *account);

G_END_DECLS
