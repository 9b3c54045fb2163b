/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "problem-page.h"

#include <glib/gi18n.h>

#include "ui/error-page.h"

/*
 * RecruiterProblemPage says what went wrong and what to do.
 *
 * Signals: `retry`: the person wants the same again; `back`: they want to get away.
 */
struct _RecruiterProblemPage
{
  AdwBin parent_instance;

  InterviewErrorPage *page;
};

enum
{
  RETRY,
  BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RecruiterProblemPage, recruiter_problem_page, ADW_TYPE_BIN)

static void
on_retry (RecruiterProblemPage *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
on_back (RecruiterProblemPage *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
recruiter_problem_page_class_init (RecruiterProblemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[RETRY] = g_signal_new ("retry", RECRUITER_TYPE_PROBLEM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[BACK] = g_signal_new ("back", RECRUITER_TYPE_PROBLEM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (INTERVIEW_TYPE_ERROR_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/problem-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterProblemPage, page);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
}

static void
recruiter_problem_page_init (RecruiterProblemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  interview_error_page_set_back_label (self->page, _ ("_Back"));
}

/**
 * recruiter_problem_page_set_error:
 * @error: what went wrong
 */
void
recruiter_problem_page_set_error (RecruiterProblemPage *self, const GError *error)
{
  g_return_if_fail (RECRUITER_IS_PROBLEM_PAGE (self));

  interview_error_page_set_error (self->page, error);
}
