/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/sign-in.h"

#include <glib/gi18n-lib.h>

#include "client/session-api.h"
#include "core/error.h"
#include "program/sign-in-file.h"

/*
 * InterviewSignIn is one attempt to be signed in: with the token of the last time, with a
 * password, with a code, with a code in a file. A new token is put into the credential store
 * before the attempt succeeds. Made by the account for one use, on the main thread.
 */
struct _InterviewSignIn
{
  GObject parent_instance;

  InterviewCredentialStore *store;
  char **languages;
  gboolean insecure;
  InterviewConnection *connection;
  InterviewSession *session;
  char *file;
  char *missing_file;
};

G_DEFINE_FINAL_TYPE (InterviewSignIn, interview_sign_in, G_TYPE_OBJECT)

static void
interview_sign_in_finalize (GObject *object)
{
  InterviewSignIn *self = INTERVIEW_SIGN_IN (object);

  g_clear_object (&self->store);
  g_strfreev (self->languages);
  g_clear_object (&self->connection);
  g_clear_object (&self->session);
  g_free (self->file);
  g_free (self->missing_file);
  G_OBJECT_CLASS (interview_sign_in_parent_class)->finalize (object);
}

static void
interview_sign_in_class_init (InterviewSignInClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_sign_in_finalize;
}

static void
interview_sign_in_init (InterviewSignIn *self)
{
}

static void
connect_to (InterviewSignIn *self, InterviewEndpoint *endpoint, const char *token)
{
  g_clear_object (&self->connection);
  self->connection =
      interview_connection_new (endpoint, token, (const char *const *) self->languages,
                                self->insecure);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  InterviewSignIn *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  /* One who cannot be remembered is signed in all the same, until the program ends. */
  if (!interview_credential_store_save_finish (INTERVIEW_CREDENTIAL_STORE (source), result, &error))
    g_warning ("The sign-in cannot be kept: %s", error->message);
  else if (self->file != NULL && !interview_sign_in_file_remove (self->file, &error))
    g_warning ("%s", error->message);
  g_task_return_boolean (task, TRUE);
}

/* The end of an attempt that brings a new token. */
static void
complete (GTask *task, InterviewSession *session, GError *error)
{
  InterviewSignIn *self = g_task_get_source_object (task);
  const char *token = session != NULL ? interview_session_get_token (session) : NULL;

  if (session == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  self->session = session;
  if (token != NULL)
    interview_connection_set_token (self->connection, token);
  interview_credential_store_save_async (self->store,
                                         interview_connection_get_endpoint (self->connection),
                                         interview_connection_get_token (self->connection), NULL,
                                         on_saved, task);
}

static void
on_signed_in (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  InterviewSession *session =
      interview_session_api_sign_in_finish (INTERVIEW_CONNECTION (source), result, &error);

  complete (user_data, session, error);
}

static void
on_redeemed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  InterviewSession *session =
      interview_session_api_redeem_finish (INTERVIEW_CONNECTION (source), result, &error);

  complete (user_data, session, error);
}

static void
on_session_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  InterviewSignIn *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->session = interview_session_api_get_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (self->session != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A file that is gone is nothing to speak of while its sign-in is kept. */
static GError *
nothing_kept (InterviewSignIn *self)
{
  if (self->missing_file == NULL)
    return g_error_new_literal (INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND, "no sign-in is kept");
  return g_error_new (INTERVIEW_ERROR, INTERVIEW_ERROR_CREDENTIALS,
                      _ ("The sign-in file “%s” is not there, or was used before. Ask for a new "
                         "one."),
                      self->missing_file);
}

static void
on_credentials (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  InterviewSignIn *self = g_task_get_source_object (task);
  g_autoptr (InterviewEndpoint) endpoint = NULL;
  g_autofree char *token = NULL;
  GError *error = NULL;

  if (!interview_credential_store_load_finish (INTERVIEW_CREDENTIAL_STORE (source), result,
                                               &endpoint, &token, &error))
    {
      if (error == NULL)
        error = nothing_kept (self);
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  connect_to (self, endpoint, token);
  interview_session_api_get_async (self->connection, g_task_get_cancellable (task),
                                   on_session_loaded, task);
}

/**
 * interview_sign_in_new:
 * @store: where the sign-in is kept
 * @languages: (array zero-terminated=1): what the person reads, best first
 * @insecure: whether other machines may be talked to without encryption
 *
 * Returns: (transfer full): an attempt that has not begun
 */
InterviewSignIn *
interview_sign_in_new (InterviewCredentialStore *store,
                       const char *const *languages,
                       gboolean insecure)
{
  InterviewSignIn *self;

  g_return_val_if_fail (INTERVIEW_IS_CREDENTIAL_STORE (store), NULL);

  self = g_object_new (INTERVIEW_TYPE_SIGN_IN, NULL);
  self->store = g_object_ref (store);
  self->languages = g_strdupv ((char **) languages);
  self->insecure = insecure;
  return self;
}

/**
 * interview_sign_in_restore_async:
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread; ends with interview_sign_in_finish()
 * @user_data: for @callback
 *
 * Takes up the sign-in that was kept; %INTERVIEW_ERROR_NOT_FOUND if there is none.
 */
void
interview_sign_in_restore_async (InterviewSignIn *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_SIGN_IN (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_sign_in_restore_async);
  interview_credential_store_load_async (self->store, cancellable, on_credentials, task);
}

/**
 * interview_sign_in_password_async:
 * @endpoint: the server
 * @email: the person's address
 * @password: their password
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread; ends with interview_sign_in_finish()
 * @user_data: for @callback
 *
 * Signs staff in.
 */
void
interview_sign_in_password_async (InterviewSignIn *self,
                                  InterviewEndpoint *endpoint,
                                  const char *email,
                                  const char *password,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_SIGN_IN (self));
  g_return_if_fail (INTERVIEW_IS_ENDPOINT (endpoint));
  g_return_if_fail (email != NULL && password != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_sign_in_password_async);
  connect_to (self, endpoint, NULL);
  interview_session_api_sign_in_async (self->connection, email, password, cancellable, on_signed_in,
                                       task);
}

static void
redeem (InterviewSignIn *self, InterviewLink *link, GTask *task)
{
  connect_to (self, interview_link_get_endpoint (link), NULL);
  interview_session_api_redeem_async (self->connection, interview_link_get_code (link),
                                      g_task_get_cancellable (task), on_redeemed, task);
}

/**
 * interview_sign_in_redeem_async:
 * @link: an invitation or a one-time code, with its server
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread; ends with interview_sign_in_finish()
 * @user_data: for @callback
 *
 * Signs in with a code.
 */
void
interview_sign_in_redeem_async (InterviewSignIn *self,
                                InterviewLink *link,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_SIGN_IN (self));
  g_return_if_fail (INTERVIEW_IS_LINK (link));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_sign_in_redeem_async);
  redeem (self, link, task);
}

/**
 * interview_sign_in_redeem_file_async:
 * @path: a sign-in file
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread; ends with interview_sign_in_finish()
 * @user_data: for @callback
 *
 * Signs in with the code in a file and removes the file once the sign-in is kept. If the file is
 * gone, because it did its work before, the sign-in that was kept is taken up.
 */
void
interview_sign_in_redeem_file_async (InterviewSignIn *self,
                                     const char *path,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (InterviewLink) link = NULL;
  GError *error = NULL;
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_SIGN_IN (self));
  g_return_if_fail (path != NULL);

  link = interview_sign_in_file_read (path, &error);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_sign_in_redeem_file_async);
  if (link != NULL)
    {
      self->file = g_strdup (path);
      redeem (self, link, task);
    }
  else if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND))
    {
      g_clear_error (&error);
      self->missing_file = g_strdup (path);
      interview_credential_store_load_async (self->store, cancellable, on_credentials, task);
    }
  else
    {
      g_task_return_error (task, error);
      g_object_unref (task);
    }
}

/**
 * interview_sign_in_finish:
 * @result: what the callback got
 * @error: return location; an %INTERVIEW_ERROR with a message for people
 *
 * Returns: whether there is a session now
 */
gboolean
interview_sign_in_finish (InterviewSignIn *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * interview_sign_in_get_connection:
 *
 * Returns: (nullable) (transfer none): the connection, with its token once the attempt succeeded
 */
InterviewConnection *
interview_sign_in_get_connection (InterviewSignIn *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGN_IN (self), NULL);

  return self->connection;
}

/**
 * interview_sign_in_get_session:
 *
 * Returns: (nullable) (transfer none): the session, once the attempt succeeded
 */
InterviewSession *
interview_sign_in_get_session (InterviewSignIn *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SIGN_IN (self), NULL);

  return self->session;
}
