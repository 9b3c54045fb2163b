/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RECRUITER_TYPE_PROBLEM_PAGE (recruiter_problem_page_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterProblemPage, recruiter_problem_page, RECRUITER, PROBLEM_PAGE, AdwBin)

void recruiter_problem_page_set_error (RecruiterProblemPage *self, const GError *error);

G_END_DECLS
