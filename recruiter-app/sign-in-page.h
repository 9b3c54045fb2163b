/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/account.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_SIGN_IN_PAGE (recruiter_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterSignInPage, recruiter_sign_in_page, RECRUITER, SIGN_IN_PAGE, AdwBin)

void recruiter_sign_in_page_set_account (RecruiterSignInPage *self, InterviewAccount *account);
void recruiter_sign_in_page_reset (RecruiterSignInPage *self, const char *message);

G_END_DECLS
