/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/account.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_FORM_PAGE (recruiter_form_page_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterFormPage,
                      recruiter_form_page,
                      RECRUITER,
                      FORM_PAGE,
                      AdwPreferencesPage)

GtkWidget *recruiter_form_page_new (InterviewAccount *account);

G_END_DECLS
