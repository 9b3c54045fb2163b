/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "password-window.h"

#include <glib/gi18n.h>

#include "client/session-api.h"
#include "message-bar.h"

/*
 * RecruiterPasswordWindow changes the password of whoever is signed in, and closes when that is
 * done.
 */
struct _RecruiterPasswordWindow
{
  AdwWindow parent_instance;

  InterviewConnection *connection;
  GCancellable *cancellable;

  RecruiterMessageBar *message;
  GtkWidget *form;
  GtkEditable *current;
  GtkEditable *replacement;
  GtkEditable *repeated;
  GtkWidget *change;
};

/* What the server asks at least, see InterviewPasswordRequest. */
#define MIN_LENGTH 10

G_DEFINE_FINAL_TYPE (RecruiterPasswordWindow, recruiter_password_window, ADW_TYPE_WINDOW)

static void
on_changed (RecruiterPasswordWindow *self)
{
  gtk_widget_set_sensitive (self->change, *gtk_editable_get_text (self->current) != '\0' &&
                                              *gtk_editable_get_text (self->replacement) != '\0' &&
                                              *gtk_editable_get_text (self->repeated) != '\0');
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterPasswordWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean changed;

  changed =
      interview_session_api_change_password_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->form, TRUE);
  if (!changed)
    {
      recruiter_message_bar_show (self->message, error->message);
      on_changed (self);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                              "win.toast", "s", _ ("Password changed"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_activated (RecruiterPasswordWindow *self)
{
  const char *replacement = gtk_editable_get_text (self->replacement);

  if (!gtk_widget_is_sensitive (self->change))
    return;
  if (g_utf8_strlen (replacement, -1) < MIN_LENGTH)
    {
      recruiter_message_bar_show (self->message,
                                  _ ("The new password is too short. Use at least 10 characters; a "
                                     "few words are easy to remember."));
      return;
    }
  if (!g_str_equal (replacement, gtk_editable_get_text (self->repeated)))
    {
      recruiter_message_bar_show (self->message,
                                  _ ("The two new passwords differ. Type the new password again."));
      return;
    }
  recruiter_message_bar_show (self->message, NULL);
  gtk_widget_set_sensitive (self->form, FALSE);
  gtk_widget_set_sensitive (self->change, FALSE);
  interview_session_api_change_password_async (self->connection,
                                               gtk_editable_get_text (self->current), replacement,
                                               self->cancellable, on_done, g_object_ref (self));
}

static void
recruiter_password_window_dispose (GObject *object)
{
  RecruiterPasswordWindow *self = RECRUITER_PASSWORD_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (recruiter_password_window_parent_class)->dispose (object);
}

static void
recruiter_password_window_finalize (GObject *object)
{
  g_clear_object (&RECRUITER_PASSWORD_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (recruiter_password_window_parent_class)->finalize (object);
}

static void
recruiter_password_window_class_init (RecruiterPasswordWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = recruiter_password_window_dispose;
  object_class->finalize = recruiter_password_window_finalize;

  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/password-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterPasswordWindow, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPasswordWindow, form);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPasswordWindow, current);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPasswordWindow, replacement);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPasswordWindow, repeated);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPasswordWindow, change);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
recruiter_password_window_init (RecruiterPasswordWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  on_changed (self);
}

/**
 * recruiter_password_window_new:
 * @parent: the window it belongs to; it gets the word that all went well
 * @connection: (transfer none): a connection that is signed in
 *
 * Returns: (transfer none): a window to present
 */
GtkWidget *
recruiter_password_window_new (GtkWindow *parent, InterviewConnection *connection)
{
  RecruiterPasswordWindow *self =
      g_object_new (RECRUITER_TYPE_PASSWORD_WINDOW, "transient-for", parent, NULL);

  self->connection = g_object_ref (connection);

  return GTK_WIDGET (self);
}
