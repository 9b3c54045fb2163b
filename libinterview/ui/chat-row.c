/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/chat-row.h"

#include <glib/gi18n-lib.h>

#include "ui/chat-text.h"

/*
 * InterviewChatRow shows one message: one's own at the end, those of others at the start with their
 * name. A link is followed when it is clicked and not before.
 */
struct _InterviewChatRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *bubble;
  GtkWidget *head_label;
  GtkWidget *text_label;
  GtkWidget *state_box;
  GtkWidget *state_icon;
  GtkWidget *state_label;

  InterviewChatLine *line;
};

G_DEFINE_FINAL_TYPE (InterviewChatRow, interview_chat_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
describe_state (InterviewChatLine *line)
{
  switch (interview_chat_line_get_state (line))
    {
    case INTERVIEW_CHAT_LINE_WAITING:
      return _ ("Not sent yet");
    case INTERVIEW_CHAT_LINE_REFUSED:
      return interview_chat_line_get_problem (line);
    case INTERVIEW_CHAT_LINE_SENT:
    default:
      return NULL;
    }
}

static void
show_state (InterviewChatRow *self)
{
  const char *state = describe_state (self->line);
  gboolean refused = interview_chat_line_get_state (self->line) == INTERVIEW_CHAT_LINE_REFUSED;

  gtk_widget_set_visible (self->state_box, state != NULL);
  gtk_label_set_label (GTK_LABEL (self->state_label), state != NULL ? state : "");
  gtk_image_set_from_icon_name (GTK_IMAGE (self->state_icon),
                                refused ? "dialog-warning-symbolic" : "document-send-symbolic");
  if (refused)
    gtk_widget_add_css_class (self->state_box, "error");
}

static void
show_line (InterviewChatRow *self)
{
  const char *time = interview_chat_line_get_time (self->line);
  g_autofree char *markup =
      interview_chat_text_to_markup (interview_chat_line_get_text (self->line));
  g_autofree char *head = NULL;
  g_autofree char *name = NULL;

  if (interview_chat_line_get_own (self->line))
    /* Translators: above a message of one’s own; %s is a time of day. */
    head = g_strdup_printf (C_ ("chat", "You, %s"), time);
  else
    /* Translators: above a message in the chat: who wrote it, and the time of day. */
    head =
        g_strdup_printf (C_ ("chat", "%s, %s"), interview_chat_line_get_sender (self->line), time);
  /* Translators: a message of the chat, read aloud: who and when, and the text. */
  name = g_strdup_printf (C_ ("chat", "%s: %s"), head, interview_chat_line_get_text (self->line));
  gtk_label_set_label (GTK_LABEL (self->head_label), head);
  gtk_label_set_markup (GTK_LABEL (self->text_label), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (interview_chat_line_get_own (self->line))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "own");
      gtk_widget_set_halign (self->bubble, GTK_ALIGN_END);
    }
  show_state (self);
}

static void
interview_chat_row_dispose (GObject *object)
{
  InterviewChatRow *self = INTERVIEW_CHAT_ROW (object);

  g_clear_object (&self->line);

  G_OBJECT_CLASS (interview_chat_row_parent_class)->dispose (object);
}

static void
interview_chat_row_class_init (InterviewChatRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = interview_chat_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/interview/ui/chat-row.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewChatRow, bubble);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatRow, head_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatRow, state_box);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatRow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatRow, state_label);
}

static void
interview_chat_row_init (InterviewChatRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * interview_chat_row_new:
 * @line: what to show
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
interview_chat_row_new (InterviewChatLine *line)
{
  InterviewChatRow *self = g_object_new (INTERVIEW_TYPE_CHAT_ROW, NULL);

  self->line = g_object_ref (line);
  g_signal_connect_object (line, "changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  show_line (self);
  return GTK_WIDGET (self);
}
