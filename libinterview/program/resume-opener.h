/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "program/resume-loader.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RESUME_OPENER (interview_resume_opener_get_type ())
G_DECLARE_FINAL_TYPE (InterviewResumeOpener,
                      interview_resume_opener,
                      INTERVIEW,
                      RESUME_OPENER,
                      GObject)

InterviewResumeOpener *interview_resume_opener_new (InterviewResumeLoader *loader);

void interview_resume_opener_open (InterviewResumeOpener *self, GtkWidget *widget);
gboolean interview_resume_opener_get_busy (InterviewResumeOpener *self);

G_END_DECLS
