/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/account.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_SHARING_PAGE (recruiter_sharing_page_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterSharingPage,
                      recruiter_sharing_page,
                      RECRUITER,
                      SHARING_PAGE,
                      AdwPreferencesPage)

GtkWidget *recruiter_sharing_page_new (InterviewAccount *account);

G_END_DECLS
