/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/model/resume.h"
#include "ui/disclosure-box.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RESUME_VIEW (interview_resume_view_get_type ())
G_DECLARE_FINAL_TYPE (InterviewResumeView, interview_resume_view, INTERVIEW, RESUME_VIEW, GtkWidget)

GtkWidget *interview_resume_view_new (void);
void interview_resume_view_set_resume (InterviewResumeView *self,
                                       InterviewResume *resume,
                                       const char *person_name);
void interview_resume_view_set_opening (InterviewResumeView *self, gboolean opening);

InterviewDisclosureBox *interview_resume_view_get_disclosure_box (InterviewResumeView *self);

G_END_DECLS
