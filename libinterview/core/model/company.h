/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/fact.h"
#include "core/model/picture.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_COMPANY (interview_company_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCompany, interview_company, INTERVIEW, COMPANY, InterviewRecord)

const char *interview_company_get_id (InterviewCompany *self);
gint64 interview_company_get_revision (InterviewCompany *self);
const char *interview_company_get_name (InterviewCompany *self);
const char *interview_company_get_tagline (InterviewCompany *self);
const char *interview_company_get_about (InterviewCompany *self);
GPtrArray *interview_company_get_facts (InterviewCompany *self);
const char *const *interview_company_get_hiring_for (InterviewCompany *self);
GPtrArray *interview_company_get_links (InterviewCompany *self);
const char *interview_company_get_logo_blob_id (InterviewCompany *self);
GPtrArray *interview_company_get_pictures (InterviewCompany *self);
gboolean interview_company_get_interactive (InterviewCompany *self);

G_END_DECLS
