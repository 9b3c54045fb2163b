/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/account.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_STANDINGS_PAGE (recruiter_standings_page_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterStandingsPage,
                      recruiter_standings_page,
                      RECRUITER,
                      STANDINGS_PAGE,
                      AdwPreferencesPage)

GtkWidget *recruiter_standings_page_new (InterviewAccount *account);

G_END_DECLS
