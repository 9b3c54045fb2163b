/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/chat-page.h"

#include <glib/gi18n-lib.h>

#include "core/protocol/limits.h"
#include "ui/chat-row.h"

/* From so many characters on it is said how many there are. */
#define COUNTED (INTERVIEW_LIMIT_TEXT - 200)

/*
 * InterviewChatPage is one conversation: its messages and a place to write. What is being written
 * belongs to the page, so that it cannot get to other readers by switching between two pages; the
 * page says by words, by a symbol and by its colour who will read it. Enter sends, with Shift it
 * begins a new line.
 *
 * Signals: `send` (text): the person wants to send it; `seen`: it has come before their eyes.
 */
struct _InterviewChatPage
{
  GtkWidget parent_instance;

  GtkWidget *audience_box;
  GtkWidget *audience_icon;
  GtkWidget *audience_label;
  GtkWidget *scroller;
  GtkWidget *list_box;
  GtkWidget *text_view;
  GtkWidget *placeholder;
  GtkWidget *count_label;
  GtkWidget *send_button;

  GListModel *model;
  gboolean at_end;
  gboolean composing; /* an input method has text that is not decided yet */
};

enum
{
  SIGNAL_SEND,
  SIGNAL_SEEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewChatPage, interview_chat_page, GTK_TYPE_WIDGET)

static GtkTextBuffer *
get_buffer (InterviewChatPage *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view));
}

static char *
get_text (InterviewChatPage *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE));
}

static void
on_text_changed (InterviewChatPage *self)
{
  g_autofree char *text = get_text (self);
  g_autofree char *count = NULL;
  glong length = g_utf8_strlen (text, -1);

  gtk_widget_set_visible (self->placeholder,
                          gtk_text_buffer_get_char_count (get_buffer (self)) == 0 &&
                              !self->composing);
  gtk_widget_set_sensitive (self->send_button, length > 0 && length <= INTERVIEW_LIMIT_TEXT);
  /* Translators: how long a message is and how long it may be, in characters. */
  count = g_strdup_printf (_ ("%ld of %d characters"), length, INTERVIEW_LIMIT_TEXT);
  gtk_label_set_label (GTK_LABEL (self->count_label), count);
  gtk_widget_set_visible (self->count_label, length > COUNTED);
  if (length > INTERVIEW_LIMIT_TEXT)
    gtk_widget_add_css_class (self->count_label, "error");
  else
    gtk_widget_remove_css_class (self->count_label, "error");
}

static void
on_preedit_changed (InterviewChatPage *self, const char *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
  on_text_changed (self);
}

static void
send (InterviewChatPage *self)
{
  g_autofree char *text = get_text (self);

  if (*text == '\0' || g_utf8_strlen (text, -1) > INTERVIEW_LIMIT_TEXT)
    return;
  gtk_text_buffer_set_text (get_buffer (self), "", 0);
  self->at_end = TRUE;
  g_signal_emit (self, signals[SIGNAL_SEND], 0, text);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                InterviewChatPage *self)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  if (self->composing || (state & (GDK_SHIFT_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  send (self);
  return GDK_EVENT_STOP;
}

static void
show_end (InterviewChatPage *self)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  if (self->at_end)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static void
on_scrolled (InterviewChatPage *self)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  self->at_end = gtk_adjustment_get_value (adjustment) + 1 >=
                 gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  return interview_chat_row_new (item);
}

static void
interview_chat_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (interview_chat_page_parent_class)->map (widget);
  g_signal_emit (widget, signals[SIGNAL_SEEN], 0);
}

/* The keyboard comes in where one writes, wherever it comes from. */
static gboolean
interview_chat_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  InterviewChatPage *self = INTERVIEW_CHAT_PAGE (widget);

  if (gtk_widget_get_focus_child (widget) == NULL && direction == GTK_DIR_TAB_FORWARD)
    return gtk_widget_grab_focus (self->text_view);
  return GTK_WIDGET_CLASS (interview_chat_page_parent_class)->focus (widget, direction);
}

static void
interview_chat_page_dispose (GObject *object)
{
  InterviewChatPage *self = INTERVIEW_CHAT_PAGE (object);
  GtkWidget *child;

  if (self->list_box != NULL)
    gtk_list_box_bind_model (GTK_LIST_BOX (self->list_box), NULL, NULL, NULL, NULL);
  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (self), INTERVIEW_TYPE_CHAT_PAGE);
  /* That unparents only what is bound. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (interview_chat_page_parent_class)->dispose (object);
}

static void
interview_chat_page_class_init (InterviewChatPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = interview_chat_page_dispose;
  widget_class->map = interview_chat_page_map;
  widget_class->focus = interview_chat_page_focus;

  signals[SIGNAL_SEND] = g_signal_new ("send", INTERVIEW_TYPE_CHAT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SEEN] = g_signal_new ("seen", INTERVIEW_TYPE_CHAT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "chatpage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/chat-page.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewChatPage, audience_box);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatPage, audience_icon);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatPage, audience_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatPage, list_box);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatPage, text_view);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatPage, placeholder);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatPage, send_button);
  gtk_widget_class_bind_template_callback (widget_class, send);
  gtk_widget_class_bind_template_callback (widget_class, on_preedit_changed);
}

static void
interview_chat_page_init (InterviewChatPage *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->at_end = TRUE;
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (self->text_view, key);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (on_text_changed), self,
                           G_CONNECT_SWAPPED);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (show_end), self, G_CONNECT_SWAPPED);
  interview_chat_page_set_audience (self, INTERVIEW_CHAT_SCOPE_ROOM, FALSE);
  on_text_changed (self);
}

/**
 * interview_chat_page_new:
 *
 * Returns: (transfer floating): an empty page for everybody
 */
GtkWidget *
interview_chat_page_new (void)
{
  return g_object_new (INTERVIEW_TYPE_CHAT_PAGE, NULL);
}

/**
 * interview_chat_page_set_audience:
 * @scope: who reads what is written here
 * @one_of_two: whether the person has another page for other readers, and so has to see the
 *   difference
 */
void
interview_chat_page_set_audience (InterviewChatPage *self,
                                  InterviewChatScope scope,
                                  gboolean one_of_two)
{
  gboolean panel = scope == INTERVIEW_CHAT_SCOPE_PANEL;
  const char *placeholder = _ ("Write a message");
  const char *button = _ ("_Send");

  g_return_if_fail (INTERVIEW_IS_CHAT_PAGE (self));

  if (one_of_two)
    {
      placeholder = panel ? _ ("Write to the panel only") : _ ("Write to everyone");
      button = panel ? _ ("_Send to Panel Only") : _ ("_Send to Everyone");
    }
  gtk_widget_set_visible (self->audience_box, one_of_two);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->audience_icon),
                                panel ? "channel-secure-symbolic" : "system-users-symbolic");
  gtk_label_set_label (GTK_LABEL (self->audience_label),
                       panel ? _ ("Only the panel reads this. The candidate never sees it.")
                             : _ ("Everyone reads this, the candidate too."));
  gtk_label_set_label (GTK_LABEL (self->placeholder), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  placeholder, -1);
  gtk_button_set_label (GTK_BUTTON (self->send_button), button);
  if (panel)
    gtk_widget_add_css_class (GTK_WIDGET (self), "panel-only");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "panel-only");
}

/**
 * interview_chat_page_set_model:
 * @model: (nullable): list model of #InterviewChatLine, oldest first
 */
void
interview_chat_page_set_model (InterviewChatPage *self, GListModel *model)
{
  g_return_if_fail (INTERVIEW_IS_CHAT_PAGE (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  g_set_object (&self->model, model);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list_box), model, create_row, NULL, NULL);
}

/**
 * interview_chat_page_get_buffer:
 *
 * Returns: (transfer none): what is being written; emptied before `send`
 */
GtkTextBuffer *
interview_chat_page_get_buffer (InterviewChatPage *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_PAGE (self), NULL);

  return get_buffer (self);
}

/**
 * interview_chat_page_focus_composer:
 *
 * Moves the keyboard to where one writes.
 */
void
interview_chat_page_focus_composer (InterviewChatPage *self)
{
  g_return_if_fail (INTERVIEW_IS_CHAT_PAGE (self));

  gtk_widget_grab_focus (self->text_view);
}
