/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * InterviewErrorText:
 * @icon_name: a symbolic icon
 * @title: what happened, for people
 * @advice: what to do about it
 * @retry: whether trying again can help
 */
typedef struct
{
  const char *icon_name;
  const char *title;
  const char *advice;
  gboolean retry;
} InterviewErrorText;

InterviewErrorText interview_error_text_describe (const GError *error);

#define INTERVIEW_TYPE_ERROR_PAGE (interview_error_page_get_type ())
G_DECLARE_FINAL_TYPE (InterviewErrorPage, interview_error_page, INTERVIEW, ERROR_PAGE, GtkWidget)

GtkWidget *interview_error_page_new (void);
void interview_error_page_set_error (InterviewErrorPage *self, const GError *error);
void interview_error_page_set_back_label (InterviewErrorPage *self, const char *label);

G_END_DECLS
