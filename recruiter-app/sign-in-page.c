/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "sign-in-page.h"

#include <glib/gi18n.h>

#include "core/error.h"
#include "message-bar.h"

/*
 * RecruiterSignInPage asks for server, e-mail address and password and signs in with them. When
 * that worked the account's session changes; the page says only what went wrong.
 */
struct _RecruiterSignInPage
{
  AdwBin parent_instance;

  InterviewAccount *account;
  GCancellable *cancellable;

  RecruiterMessageBar *message;
  GtkWidget *form;
  GtkEditable *server;
  GtkEditable *email;
  GtkEditable *password;
  GtkWidget *button;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (RecruiterSignInPage, recruiter_sign_in_page, ADW_TYPE_BIN)

static gboolean
is_filled (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return *text != '\0';
}

static void
update_button (RecruiterSignInPage *self)
{
  gtk_widget_set_sensitive (self->button, self->cancellable == NULL && is_filled (self->server) &&
                                              is_filled (self->email) &&
                                              is_filled (self->password));
}

static void
set_busy (RecruiterSignInPage *self, gboolean busy)
{
  if (busy)
    self->cancellable = g_cancellable_new ();
  else
    g_clear_object (&self->cancellable);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_widget_set_sensitive (self->form, !busy);
  update_button (self);
}

static void
on_signed_in (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterSignInPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean signed_in;

  signed_in = interview_account_sign_in_finish (INTERVIEW_ACCOUNT (source), result, &error);
  set_busy (self, FALSE);
  if (signed_in)
    {
      gtk_editable_set_text (self->password, "");
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  recruiter_message_bar_show (self->message, error->message);
  /* Only a server that refused the password makes it worth typing again. */
  if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK) ||
      g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CERTIFICATE))
    gtk_widget_grab_focus (GTK_WIDGET (self->server));
  else if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_BUSY) ||
           g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_RATE_LIMITED))
    gtk_widget_grab_focus (self->button);
  else
    {
      gtk_editable_set_text (self->password, "");
      gtk_widget_grab_focus (GTK_WIDGET (self->password));
    }
}

static void
on_changed (RecruiterSignInPage *self)
{
  update_button (self);
}

static void
on_activated (RecruiterSignInPage *self)
{
  g_autoptr (InterviewEndpoint) endpoint = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *server = g_strstrip (g_strdup (gtk_editable_get_text (self->server)));
  g_autofree char *email = g_strstrip (g_strdup (gtk_editable_get_text (self->email)));

  if (!gtk_widget_is_sensitive (self->button) || self->account == NULL)
    return;
  recruiter_message_bar_show (self->message, NULL);
  endpoint = interview_endpoint_parse (server, &error);
  if (endpoint == NULL)
    {
      recruiter_message_bar_show (self->message,
                                  _ ("This is not the address of a server. It looks like "
                                     "“interview.example.com”."));
      gtk_widget_grab_focus (GTK_WIDGET (self->server));
      return;
    }
  set_busy (self, TRUE);
  interview_account_sign_in_async (self->account, endpoint, email,
                                   gtk_editable_get_text (self->password), self->cancellable,
                                   on_signed_in, g_object_ref (self));
}

static void
recruiter_sign_in_page_dispose (GObject *object)
{
  RecruiterSignInPage *self = RECRUITER_SIGN_IN_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (recruiter_sign_in_page_parent_class)->dispose (object);
}

static void
recruiter_sign_in_page_class_init (RecruiterSignInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_sign_in_page_dispose;

  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterSignInPage, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterSignInPage, form);
  gtk_widget_class_bind_template_child (widget_class, RecruiterSignInPage, server);
  gtk_widget_class_bind_template_child (widget_class, RecruiterSignInPage, email);
  gtk_widget_class_bind_template_child (widget_class, RecruiterSignInPage, password);
  gtk_widget_class_bind_template_child (widget_class, RecruiterSignInPage, button);
  gtk_widget_class_bind_template_child (widget_class, RecruiterSignInPage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
recruiter_sign_in_page_init (RecruiterSignInPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_button (self);
}

/**
 * recruiter_sign_in_page_set_account:
 * @account: (transfer none): what signs in
 *
 * Offers the server that was used last.
 */
void
recruiter_sign_in_page_set_account (RecruiterSignInPage *self, InterviewAccount *account)
{
  GSettings *settings;
  g_autofree char *server = NULL;

  g_return_if_fail (RECRUITER_IS_SIGN_IN_PAGE (self));
  g_return_if_fail (INTERVIEW_IS_ACCOUNT (account));

  g_set_object (&self->account, account);
  settings = interview_profile_get_settings (interview_account_get_profile (account));
  server = g_settings_get_string (settings, "server");
  gtk_editable_set_text (self->server, server);
}

/**
 * recruiter_sign_in_page_reset:
 * @message: (nullable): why the person must sign in again
 *
 * Makes the page ready for the next person.
 */
void
recruiter_sign_in_page_reset (RecruiterSignInPage *self, const char *message)
{
  g_return_if_fail (RECRUITER_IS_SIGN_IN_PAGE (self));

  gtk_editable_set_text (self->password, "");
  recruiter_message_bar_show (self->message, message);
  if (!is_filled (self->server))
    gtk_widget_grab_focus (GTK_WIDGET (self->server));
  else if (!is_filled (self->email))
    gtk_widget_grab_focus (GTK_WIDGET (self->email));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->password));
}
