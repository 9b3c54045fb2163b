/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gdk/gdk.h>

#include "client/blob-cache.h"
#include "core/model/company.h"
#include "program/account.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_COMPANY_LOADER (interview_company_loader_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCompanyLoader,
                      interview_company_loader,
                      INTERVIEW,
                      COMPANY_LOADER,
                      GObject)

InterviewCompanyLoader *interview_company_loader_new (InterviewAccount *account,
                                                      InterviewBlobCache *cache);

void interview_company_loader_load (InterviewCompanyLoader *self);
InterviewCompany *interview_company_loader_get_company (InterviewCompanyLoader *self);
void interview_company_loader_fetch_picture (InterviewCompanyLoader *self, const char *blob_id);

G_END_DECLS
