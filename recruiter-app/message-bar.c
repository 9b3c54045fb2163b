/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "message-bar.h"

/*
 * RecruiterMessageBar says in a form what went wrong and what to do. It takes no room while there
 * is nothing to say.
 */
struct _RecruiterMessageBar
{
  AdwBin parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (RecruiterMessageBar, recruiter_message_bar, ADW_TYPE_BIN)

static void
recruiter_message_bar_class_init (RecruiterMessageBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/message-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterMessageBar, label);
}

static void
recruiter_message_bar_init (RecruiterMessageBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_message_bar_show:
 * @message: (nullable): a sentence for people, or %NULL to take the bar away
 */
void
recruiter_message_bar_show (RecruiterMessageBar *self, const char *message)
{
  g_return_if_fail (RECRUITER_IS_MESSAGE_BAR (self));

  gtk_label_set_label (self->label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self), message != NULL);
}
