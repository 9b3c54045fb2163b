/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/account.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_AUDIT_PAGE (recruiter_audit_page_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterAuditPage,
                      recruiter_audit_page,
                      RECRUITER,
                      AUDIT_PAGE,
                      AdwPreferencesPage)

GtkWidget *recruiter_audit_page_new (InterviewAccount *account);

G_END_DECLS
