/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/account.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_STAFFING_PAGE (recruiter_staffing_page_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterStaffingPage,
                      recruiter_staffing_page,
                      RECRUITER,
                      STAFFING_PAGE,
                      AdwBin)

void recruiter_staffing_page_open (RecruiterStaffingPage *self, InterviewAccount *account);
void recruiter_staffing_page_close (RecruiterStaffingPage *self);
void recruiter_staffing_page_reload (RecruiterStaffingPage *self);

G_END_DECLS
