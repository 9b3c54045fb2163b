/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/question-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "core/protocol/limits.h"
#include "ui/question-row.h"

/*
 * InterviewQuestionList shows the recommended questions of a list model of #InterviewQuestion, in
 * its order, or those of the kit in the order of the kit, and takes a question in the person's own
 * words. A question that is replaced in its place by a newer record of itself keeps its row,
 * and with it the keyboard; putting the same record there again takes back a tick that the server
 * did not accept.
 */
struct _InterviewQuestionList
{
  GtkWidget parent_instance;

  GtkWidget *switch_box;
  GtkWidget *kit_button;
  GtkWidget *entry;
  GtkWidget *problem_label;
  GtkWidget *caption_label;
  GtkWidget *stack;
  GtkWidget *list_box;

  GListModel *questions;
  GListModel *kit;
  GListModel *model; /* one of the two, which is shown */
};

enum
{
  SIGNAL_ASKED_TOGGLED,
  SIGNAL_SEND,
  SIGNAL_TYPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewQuestionList, interview_question_list, GTK_TYPE_WIDGET)

static void
on_row_toggled (InterviewQuestionRow *row,
                InterviewQuestion *question,
                gboolean asked,
                InterviewQuestionList *self)
{
  g_signal_emit (self, signals[SIGNAL_ASKED_TOGGLED], 0, question, asked);
}

static void
on_row_send (InterviewQuestionRow *row, InterviewQuestion *question, InterviewQuestionList *self)
{
  g_signal_emit (self, signals[SIGNAL_SEND], 0, question);
}

static void
on_typed (InterviewQuestionList *self)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  interview_question_list_set_problem (self, NULL, NULL);
  if (*text == '\0')
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit (self, signals[SIGNAL_TYPED], 0, text);
}

/* Whether the row at @index stays, showing @question from now on. */
static gboolean
keep_row (InterviewQuestionList *self, guint index, InterviewQuestion *question)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list_box), (int) index);
  InterviewQuestion *shown;

  if (row == NULL)
    return FALSE;
  shown = interview_question_row_get_question (INTERVIEW_QUESTION_ROW (row));
  if (g_strcmp0 (interview_question_get_id (shown), interview_question_get_id (question)) != 0)
    return FALSE;
  interview_question_row_set_question (INTERVIEW_QUESTION_ROW (row), question);
  return TRUE;
}

static void
remove_row (InterviewQuestionList *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list_box), (int) index);

  if (row != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list_box), GTK_WIDGET (row));
}

static void
on_items_changed (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  InterviewQuestionList *self)
{
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (InterviewQuestion) question = g_list_model_get_item (model, position + i);
      GtkWidget *row;

      if (i < removed && keep_row (self, position + i, question))
        continue;
      if (i < removed)
        remove_row (self, position + i);
      row = interview_question_row_new (question);
      g_signal_connect_object (row, "asked-toggled", G_CALLBACK (on_row_toggled), self, 0);
      g_signal_connect_object (row, "send", G_CALLBACK (on_row_send), self, 0);
      gtk_list_box_insert (GTK_LIST_BOX (self->list_box), row, (int) (position + i));
    }
  for (guint i = added; i < removed; i++)
    remove_row (self, position + added);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    g_list_model_get_n_items (model) > 0 ? "questions" : "empty");
}

static void
show_model (InterviewQuestionList *self, GListModel *model)
{
  if (self->model == model)
    return;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, on_items_changed, self);
  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list_box), 0) != NULL)
    remove_row (self, 0);
  g_set_object (&self->model, model);
  if (model != NULL)
    {
      g_signal_connect_object (model, "items-changed", G_CALLBACK (on_items_changed), self, 0);
      on_items_changed (model, 0, 0, g_list_model_get_n_items (model), self);
    }
  else
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
}

static void
on_switched (InterviewQuestionList *self)
{
  gboolean kit = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->kit_button));

  gtk_label_set_label (GTK_LABEL (self->caption_label),
                       kit ? _ ("What your company has prepared for this position, in its order.")
                           : _ ("What is asked most comes first. Tick what you have asked."));
  show_model (self, kit ? self->kit : self->questions);
}

static gboolean
is_in_kit (gpointer item, gpointer user_data)
{
  return interview_question_get_origin (INTERVIEW_QUESTION (item)) == INTERVIEW_QUESTION_ORIGIN_KIT;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  gint64 left = interview_question_get_place ((InterviewQuestion *) a);
  gint64 right = interview_question_get_place ((InterviewQuestion *) b);

  return left < right ? -1 : left > right ? 1 : 0;
}

static GListModel *
make_kit (GListModel *questions)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_in_kit, NULL, NULL));
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_places, NULL, NULL));
  GtkFilterListModel *kit = gtk_filter_list_model_new (g_object_ref (questions), filter);

  return G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (kit), sorter));
}

static void
interview_question_list_dispose (GObject *object)
{
  InterviewQuestionList *self = INTERVIEW_QUESTION_LIST (object);
  GtkWidget *child;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, on_items_changed, self);
  g_clear_object (&self->model);
  g_clear_object (&self->kit);
  g_clear_object (&self->questions);
  gtk_widget_dispose_template (GTK_WIDGET (self), INTERVIEW_TYPE_QUESTION_LIST);
  /* That unparents only what is bound. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (interview_question_list_parent_class)->dispose (object);
}

static void
interview_question_list_class_init (InterviewQuestionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = interview_question_list_dispose;

  /**
   * InterviewQuestionList::asked-toggled:
   * @question: the question, as it was
   * @asked: whether it was asked in this room, from now on
   */
  signals[SIGNAL_ASKED_TOGGLED] =
      g_signal_new ("asked-toggled", INTERVIEW_TYPE_QUESTION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, INTERVIEW_TYPE_QUESTION, G_TYPE_BOOLEAN);

  signals[SIGNAL_SEND] = g_signal_new ("send", INTERVIEW_TYPE_QUESTION_LIST, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, INTERVIEW_TYPE_QUESTION);

  /**
   * InterviewQuestionList::typed:
   * @text: a question that the person asked in their own words
   */
  signals[SIGNAL_TYPED] = g_signal_new ("typed", INTERVIEW_TYPE_QUESTION_LIST, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/question-list.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewQuestionList, switch_box);
  gtk_widget_class_bind_template_child (widget_class, InterviewQuestionList, kit_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewQuestionList, entry);
  gtk_widget_class_bind_template_child (widget_class, InterviewQuestionList, problem_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewQuestionList, caption_label);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
  gtk_widget_class_bind_template_child (widget_class, InterviewQuestionList, stack);
  gtk_widget_class_bind_template_child (widget_class, InterviewQuestionList, list_box);
}

static void
interview_question_list_init (InterviewQuestionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 0);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), INTERVIEW_LIMIT_QUESTION);
  on_switched (self);
}

/**
 * interview_question_list_new:
 *
 * Returns: (transfer floating): a list that says that there are no questions
 */
GtkWidget *
interview_question_list_new (void)
{
  return g_object_new (INTERVIEW_TYPE_QUESTION_LIST, NULL);
}

/**
 * interview_question_list_set_model:
 * @model: (nullable): list model of #InterviewQuestion
 */
void
interview_question_list_set_model (InterviewQuestionList *self, GListModel *model)
{
  g_return_if_fail (INTERVIEW_IS_QUESTION_LIST (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (!g_set_object (&self->questions, model))
    return;
  g_clear_object (&self->kit);
  if (model != NULL)
    self->kit = make_kit (model);
  on_switched (self);
}

/**
 * interview_question_list_set_kit_shown:
 * @shown: whether the person can look at the interview kit of the position, too
 */
void
interview_question_list_set_kit_shown (InterviewQuestionList *self, gboolean shown)
{
  g_return_if_fail (INTERVIEW_IS_QUESTION_LIST (self));

  gtk_widget_set_visible (self->switch_box, shown);
}

/**
 * interview_question_list_set_problem:
 * @text: (nullable): what the person typed, which is put back if they have not typed anew
 * @problem: (nullable): why it was not taken, for people
 */
void
interview_question_list_set_problem (InterviewQuestionList *self,
                                     const char *text,
                                     const char *problem)
{
  g_return_if_fail (INTERVIEW_IS_QUESTION_LIST (self));

  if (text != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_label_set_label (GTK_LABEL (self->problem_label), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_label, problem != NULL);
}
