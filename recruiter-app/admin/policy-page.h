/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/account.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_POLICY_PAGE (recruiter_policy_page_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterPolicyPage,
                      recruiter_policy_page,
                      RECRUITER,
                      POLICY_PAGE,
                      AdwPreferencesPage)

GtkWidget *recruiter_policy_page_new (InterviewAccount *account);

G_END_DECLS
