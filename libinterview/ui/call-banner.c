/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/call-banner.h"

/* How long what is told stays. */
#define TOLD_SECONDS 6

/*
 * InterviewCallBanner is a line over the videos of a call: what happened, for a while, or what is
 * being done, until that is over. It takes no clicks.
 */
struct _InterviewCallBanner
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *icon;
  GtkWidget *spinner;
  GtkWidget *label;

  guint timeout_id;
};

G_DEFINE_FINAL_TYPE (InterviewCallBanner, interview_call_banner, GTK_TYPE_WIDGET)

static void
show (InterviewCallBanner *self, gboolean busy, const char *text)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  gtk_widget_set_visible (self->icon, !busy);
  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

static gboolean
on_timeout (gpointer user_data)
{
  InterviewCallBanner *self = user_data;

  self->timeout_id = 0;
  interview_call_banner_hide (self);
  return G_SOURCE_REMOVE;
}

static void
interview_call_banner_dispose (GObject *object)
{
  InterviewCallBanner *self = INTERVIEW_CALL_BANNER (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), INTERVIEW_TYPE_CALL_BANNER);

  G_OBJECT_CLASS (interview_call_banner_parent_class)->dispose (object);
}

static void
interview_call_banner_class_init (InterviewCallBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = interview_call_banner_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/call-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewCallBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallBanner, spinner);
  gtk_widget_class_bind_template_child (widget_class, InterviewCallBanner, label);
}

static void
interview_call_banner_init (InterviewCallBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * interview_call_banner_tell:
 * @icon_name: beside it
 * @text: what happened
 *
 * Shows it for some seconds.
 */
void
interview_call_banner_tell (InterviewCallBanner *self, const char *icon_name, const char *text)
{
  g_return_if_fail (INTERVIEW_IS_CALL_BANNER (self));

  show (self, FALSE, text);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  self->timeout_id = g_timeout_add_seconds (TOLD_SECONDS, on_timeout, self);
}

/**
 * interview_call_banner_tell_busy:
 * @text: what is being done
 *
 * Shows it until something else is said.
 */
void
interview_call_banner_tell_busy (InterviewCallBanner *self, const char *text)
{
  g_return_if_fail (INTERVIEW_IS_CALL_BANNER (self));

  show (self, TRUE, text);
}

/**
 * interview_call_banner_hide:
 *
 * Nothing is to be said any more.
 */
void
interview_call_banner_hide (InterviewCallBanner *self)
{
  g_return_if_fail (INTERVIEW_IS_CALL_BANNER (self));

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), FALSE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}
