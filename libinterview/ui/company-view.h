/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/model/company.h"
#include "ui/disclosure-box.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_COMPANY_VIEW (interview_company_view_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCompanyView,
                      interview_company_view,
                      INTERVIEW,
                      COMPANY_VIEW,
                      GtkWidget)

GtkWidget *interview_company_view_new (void);
void interview_company_view_set_company (InterviewCompanyView *self, InterviewCompany *company);
void interview_company_view_set_picture (InterviewCompanyView *self,
                                         const char *blob_id,
                                         GdkPaintable *picture);

InterviewDisclosureBox *interview_company_view_get_disclosure_box (InterviewCompanyView *self);

G_END_DECLS
