/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/chat-view.h"

#include <glib/gi18n-lib.h>

#include "ui/chat-page.h"

/*
 * InterviewChatView is the chat of a room. Who only writes to everyone sees one page; the panel has
 * a second page for itself, and a switch between the two that says which one is open and where
 * something new has come.
 *
 * Signals: `send` (scope, text): the person wants to send it; `seen` (scope): that page has come
 * before their eyes.
 */
struct _InterviewChatView
{
  GtkWidget parent_instance;

  GtkWidget *switch_box;
  GtkWidget *room_button;
  GtkWidget *room_badge;
  GtkWidget *panel_button;
  GtkWidget *panel_badge;
  GtkWidget *stack;
  InterviewChatPage *room_page;
  InterviewChatPage *panel_page;
};

enum
{
  SIGNAL_SEND,
  SIGNAL_SEEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewChatView, interview_chat_view, GTK_TYPE_WIDGET)

static void
on_switched (InterviewChatView *self)
{
  gboolean panel = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->panel_button));

  gtk_stack_set_visible_child (GTK_STACK (self->stack),
                               GTK_WIDGET (panel ? self->panel_page : self->room_page));
}

static void
on_room_send (InterviewChatView *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_SEND], 0, INTERVIEW_CHAT_SCOPE_ROOM, text);
}

static void
on_panel_send (InterviewChatView *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_SEND], 0, INTERVIEW_CHAT_SCOPE_PANEL, text);
}

static void
on_room_seen (InterviewChatView *self)
{
  g_signal_emit (self, signals[SIGNAL_SEEN], 0, INTERVIEW_CHAT_SCOPE_ROOM);
}

static void
on_panel_seen (InterviewChatView *self)
{
  g_signal_emit (self, signals[SIGNAL_SEEN], 0, INTERVIEW_CHAT_SCOPE_PANEL);
}

/* The keyboard comes in where one writes. */
static gboolean
interview_chat_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  InterviewChatView *self = INTERVIEW_CHAT_VIEW (widget);

  if (gtk_widget_get_focus_child (widget) == NULL && direction == GTK_DIR_TAB_FORWARD)
    {
      interview_chat_page_focus_composer (
          INTERVIEW_CHAT_PAGE (gtk_stack_get_visible_child (GTK_STACK (self->stack))));
      return TRUE;
    }
  return GTK_WIDGET_CLASS (interview_chat_view_parent_class)->focus (widget, direction);
}

static void
interview_chat_view_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), INTERVIEW_TYPE_CHAT_VIEW);
  /* That unparents only what is bound. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (interview_chat_view_parent_class)->dispose (object);
}

static void
interview_chat_view_class_init (InterviewChatViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = interview_chat_view_dispose;
  widget_class->focus = interview_chat_view_focus;

  signals[SIGNAL_SEND] =
      g_signal_new ("send", INTERVIEW_TYPE_CHAT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, INTERVIEW_TYPE_CHAT_SCOPE, G_TYPE_STRING);
  signals[SIGNAL_SEEN] = g_signal_new ("seen", INTERVIEW_TYPE_CHAT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, INTERVIEW_TYPE_CHAT_SCOPE);

  g_type_ensure (INTERVIEW_TYPE_CHAT_PAGE);
  gtk_widget_class_set_css_name (widget_class, "chatview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/chat-view.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewChatView, switch_box);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatView, room_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatView, room_badge);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatView, panel_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatView, panel_badge);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatView, stack);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatView, room_page);
  gtk_widget_class_bind_template_child (widget_class, InterviewChatView, panel_page);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_room_send);
  gtk_widget_class_bind_template_callback (widget_class, on_panel_send);
  gtk_widget_class_bind_template_callback (widget_class, on_room_seen);
  gtk_widget_class_bind_template_callback (widget_class, on_panel_seen);
}

static void
interview_chat_view_init (InterviewChatView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  interview_chat_view_set_unread (self, INTERVIEW_CHAT_SCOPE_ROOM, 0);
  interview_chat_view_set_unread (self, INTERVIEW_CHAT_SCOPE_PANEL, 0);
}

/**
 * interview_chat_view_new:
 *
 * Returns: (transfer floating): a chat of one page
 */
GtkWidget *
interview_chat_view_new (void)
{
  return g_object_new (INTERVIEW_TYPE_CHAT_VIEW, NULL);
}

/**
 * interview_chat_view_set_model:
 * @scope: whose messages; those of the panel add its page and the switch
 * @model: list model of #InterviewChatLine, oldest first
 */
void
interview_chat_view_set_model (InterviewChatView *self, InterviewChatScope scope, GListModel *model)
{
  g_return_if_fail (INTERVIEW_IS_CHAT_VIEW (self));
  g_return_if_fail (G_IS_LIST_MODEL (model));

  if (scope == INTERVIEW_CHAT_SCOPE_ROOM)
    {
      interview_chat_page_set_model (self->room_page, model);
      return;
    }
  interview_chat_page_set_model (self->panel_page, model);
  interview_chat_page_set_audience (self->room_page, INTERVIEW_CHAT_SCOPE_ROOM, TRUE);
  interview_chat_page_set_audience (self->panel_page, INTERVIEW_CHAT_SCOPE_PANEL, TRUE);
  gtk_widget_set_visible (self->switch_box, TRUE);
}

/**
 * interview_chat_view_set_unread:
 * @scope: which page
 * @unread: how many messages came there that were not seen
 */
void
interview_chat_view_set_unread (InterviewChatView *self, InterviewChatScope scope, guint unread)
{
  gboolean panel = scope == INTERVIEW_CHAT_SCOPE_PANEL;
  GtkWidget *badge;
  const char *name;
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (INTERVIEW_IS_CHAT_VIEW (self));

  badge = panel ? self->panel_badge : self->room_badge;
  name = panel ? _ ("Panel only") : _ ("Everyone");
  count = g_strdup_printf ("%u", unread);
  if (unread > 0)
    /* Translators: read aloud: who is written to, and how many messages came there. */
    label = g_strdup_printf (ngettext ("%s, %u new message", "%s, %u new messages", unread), name,
                             unread);
  gtk_label_set_label (GTK_LABEL (badge), count);
  gtk_widget_set_visible (badge, unread > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (panel ? self->panel_button : self->room_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : name, -1);
}

/**
 * interview_chat_view_get_buffer:
 * @scope: which page
 *
 * Returns: (transfer none): what is being written there
 */
GtkTextBuffer *
interview_chat_view_get_buffer (InterviewChatView *self, InterviewChatScope scope)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_VIEW (self), NULL);

  return interview_chat_page_get_buffer (scope == INTERVIEW_CHAT_SCOPE_PANEL ? self->panel_page
                                                                             : self->room_page);
}

/**
 * interview_chat_view_shows:
 * @scope: which page
 *
 * Returns: whether that page is before the person's eyes
 */
gboolean
interview_chat_view_shows (InterviewChatView *self, InterviewChatScope scope)
{
  g_return_val_if_fail (INTERVIEW_IS_CHAT_VIEW (self), FALSE);

  return gtk_widget_get_mapped (
      GTK_WIDGET (scope == INTERVIEW_CHAT_SCOPE_PANEL ? self->panel_page : self->room_page));
}
