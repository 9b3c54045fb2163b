/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "program/program.h"

G_BEGIN_DECLS

#define CANDIDATE_TYPE_WINDOW (candidate_window_get_type ())
G_DECLARE_FINAL_TYPE (CandidateWindow, candidate_window, CANDIDATE, WINDOW, AdwApplicationWindow)

CandidateWindow *candidate_window_new (InterviewProgram *program);

void candidate_window_open_link (CandidateWindow *self, const char *text);
void candidate_window_open_sign_in_file (CandidateWindow *self, const char *path);

G_END_DECLS
