/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/panel-control.h"

#include <glib/gi18n-lib.h>

/* More is not counted on a badge. */
#define MOST_COUNTED 99

/*
 * InterviewPanelControl opens and closes one panel from the bar of a call. It shows the panel's
 * icon and number, and how many things are new in it.
 */
struct _InterviewPanelControl
{
  GtkToggleButton parent_instance;

  InterviewOverlayPanel *panel; /* weak */
  GtkWidget *badge;
  guint number;
};

G_DEFINE_FINAL_TYPE (InterviewPanelControl, interview_panel_control, GTK_TYPE_TOGGLE_BUTTON)

static GtkWidget *
create_numbered_icon (InterviewOverlayPanel *panel, guint number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 1);
  GtkWidget *image =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label;
  g_autofree char *text = g_strdup_printf ("%u", number);

  label = gtk_label_new (text);
  g_object_bind_property (panel, "icon-name", image, "icon-name", G_BINDING_SYNC_CREATE);
  gtk_widget_add_css_class (label, "panel-number");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
interview_panel_control_dispose (GObject *object)
{
  g_clear_weak_pointer (&INTERVIEW_PANEL_CONTROL (object)->panel);

  G_OBJECT_CLASS (interview_panel_control_parent_class)->dispose (object);
}

static void
interview_panel_control_class_init (InterviewPanelControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_panel_control_dispose;
}

static void
interview_panel_control_init (InterviewPanelControl *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel-control");
}

/**
 * interview_panel_control_new:
 * @panel: the panel
 * @number: 1 to 9: shown on it, and its key with Ctrl
 *
 * Returns: (transfer floating): a control of the panel
 */
GtkWidget *
interview_panel_control_new (InterviewOverlayPanel *panel, guint number)
{
  InterviewPanelControl *self = g_object_new (INTERVIEW_TYPE_PANEL_CONTROL, NULL);
  GtkWidget *overlay = gtk_overlay_new ();
  g_autofree char *keys = g_strdup_printf ("Control+%u", number);

  g_set_weak_pointer (&self->panel, panel);
  self->number = number;
  self->badge = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->badge, "panel-badge");
  gtk_widget_add_css_class (self->badge, "numeric");
  gtk_widget_set_halign (self->badge, GTK_ALIGN_END);
  gtk_widget_set_valign (self->badge, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->badge, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), create_numbered_icon (panel, number));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->badge);
  gtk_button_set_child (GTK_BUTTON (self), overlay);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS,
                                  keys, -1);
  g_object_bind_property (panel, "open", self, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  interview_panel_control_set_unread (self, 0);
  return GTK_WIDGET (self);
}

/**
 * interview_panel_control_set_unread:
 * @unread: how many things came into the panel that were not seen
 */
void
interview_panel_control_set_unread (InterviewPanelControl *self, guint unread)
{
  const char *title;
  g_autofree char *name = NULL;
  g_autofree char *tooltip = NULL;
  g_autofree char *count = NULL;

  g_return_if_fail (INTERVIEW_IS_PANEL_CONTROL (self));
  g_return_if_fail (self->panel != NULL);

  title = interview_overlay_panel_get_title (self->panel);
  if (unread > 0)
    /* Translators: the control of a panel, read aloud: “Chat, 3 new”. */
    name = g_strdup_printf (ngettext ("%s, %u new", "%s, %u new", unread), title, unread);
  else
    name = g_strdup (title);
  /* Translators: what a panel shows, and its key: “Company (Ctrl+1)”. */
  tooltip = g_strdup_printf (_ ("%s (Ctrl+%u)"), name, self->number);
  count = g_strdup_printf (unread > MOST_COUNTED ? "%u+" : "%u", MIN (unread, MOST_COUNTED));
  gtk_label_set_label (GTK_LABEL (self->badge), count);
  gtk_widget_set_visible (self->badge, unread > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
