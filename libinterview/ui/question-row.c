/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/question-row.h"

#include <glib/gi18n-lib.h>

/*
 * InterviewQuestionRow shows one recommended question and whether it was asked in this room. The
 * tick follows the person at once; the record only changes when the server's answer is set.
 */
struct _InterviewQuestionRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *text_label;
  GtkWidget *hint_label;
  GtkWidget *kind_label;
  GtkWidget *count_label;
  GtkWidget *asked_button;
  GtkWidget *send_button;

  InterviewQuestion *question;
  gboolean showing;
};

enum
{
  SIGNAL_ASKED_TOGGLED,
  SIGNAL_SEND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewQuestionRow, interview_question_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
kind_to_label (InterviewQuestionKind kind)
{
  switch (kind)
    {
    case INTERVIEW_QUESTION_KIND_BEHAVIOURAL:
      return C_ ("kind of question", "Behaviour");
    case INTERVIEW_QUESTION_KIND_TECHNICAL:
      return C_ ("kind of question", "Technical");
    case INTERVIEW_QUESTION_KIND_SCENARIO:
      return C_ ("kind of question", "Scenario");
    case INTERVIEW_QUESTION_KIND_SKILL:
      return C_ ("kind of question", "Skill");
    case INTERVIEW_QUESTION_KIND_GENERAL:
    default:
      return C_ ("kind of question", "General");
    }
}

static void
show_asked (InterviewQuestionRow *self)
{
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->asked_button)))
    gtk_widget_add_css_class (GTK_WIDGET (self), "asked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "asked");
}

static void
on_toggled (InterviewQuestionRow *self)
{
  show_asked (self);
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_ASKED_TOGGLED], 0, self->question,
                   gtk_check_button_get_active (GTK_CHECK_BUTTON (self->asked_button)));
}

/* What was sent to the others is asked. */
static void
on_send_clicked (InterviewQuestionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_SEND], 0, self->question);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->asked_button), TRUE);
}

static void
interview_question_row_dispose (GObject *object)
{
  InterviewQuestionRow *self = INTERVIEW_QUESTION_ROW (object);

  g_clear_object (&self->question);
  gtk_widget_dispose_template (GTK_WIDGET (self), INTERVIEW_TYPE_QUESTION_ROW);

  G_OBJECT_CLASS (interview_question_row_parent_class)->dispose (object);
}

static void
interview_question_row_class_init (InterviewQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = interview_question_row_dispose;

  signals[SIGNAL_ASKED_TOGGLED] =
      g_signal_new ("asked-toggled", INTERVIEW_TYPE_QUESTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, INTERVIEW_TYPE_QUESTION, G_TYPE_BOOLEAN);

  signals[SIGNAL_SEND] = g_signal_new ("send", INTERVIEW_TYPE_QUESTION_ROW, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, INTERVIEW_TYPE_QUESTION);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewQuestionRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewQuestionRow, hint_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewQuestionRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewQuestionRow, count_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewQuestionRow, asked_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewQuestionRow, send_button);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_send_clicked);
}

static void
interview_question_row_init (InterviewQuestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * interview_question_row_new:
 * @question: what to show
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
interview_question_row_new (InterviewQuestion *question)
{
  InterviewQuestionRow *self = g_object_new (INTERVIEW_TYPE_QUESTION_ROW, NULL);

  interview_question_row_set_question (self, question);
  return GTK_WIDGET (self);
}

/**
 * interview_question_row_get_question:
 *
 * Returns: (transfer none): what it shows
 */
InterviewQuestion *
interview_question_row_get_question (InterviewQuestionRow *self)
{
  g_return_val_if_fail (INTERVIEW_IS_QUESTION_ROW (self), NULL);

  return self->question;
}

/**
 * interview_question_row_set_question:
 * @question: what to show; the tick is set to what it says, without a signal
 */
void
interview_question_row_set_question (InterviewQuestionRow *self, InterviewQuestion *question)
{
  g_autofree char *count = NULL;
  g_autofree char *name = NULL;
  g_autofree char *send_name = NULL;
  const char *hint;
  gulong asked_count;

  g_return_if_fail (INTERVIEW_IS_QUESTION_ROW (self));
  g_return_if_fail (INTERVIEW_IS_QUESTION (question));

  g_set_object (&self->question, question);
  hint = interview_question_get_hint (question);
  asked_count = (gulong) interview_question_get_asked_count (question);
  if (asked_count > 0)
    /* Translators: how many times people have asked a recommended question. */
    count = g_strdup_printf (ngettext ("in %lu interview", "in %lu interviews", asked_count),
                             asked_count);
  /* Translators: the accessible name of the tick “Asked”; %s is the question. */
  name = g_strdup_printf (_ ("Asked: %s"), interview_question_get_text (question));
  /* Translators: the accessible name of a button; %s is the question. */
  send_name = g_strdup_printf (_ ("Send to everyone in the chat: %s"),
                               interview_question_get_text (question));

  gtk_label_set_label (GTK_LABEL (self->text_label), interview_question_get_text (question));
  gtk_label_set_label (GTK_LABEL (self->hint_label), hint != NULL ? hint : "");
  gtk_widget_set_visible (self->hint_label, hint != NULL && *hint != '\0');
  gtk_label_set_label (GTK_LABEL (self->kind_label),
                       kind_to_label (interview_question_get_kind (question)));
  gtk_label_set_label (GTK_LABEL (self->count_label), count != NULL ? count : _ ("not asked yet"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->asked_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->send_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  send_name, -1);
  self->showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->asked_button),
                               interview_question_get_asked (question));
  self->showing = FALSE;
  show_asked (self);
}
