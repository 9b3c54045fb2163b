/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/account.h"

#include <glib/gi18n-lib.h>

#include "client/credential-store.h"
#include "client/session-api.h"
#include "core/error.h"
#include "core/network-watch.h"
#include "core/sleep-watch.h"
#include "program/sign-in.h"

/* Milliseconds to find the password of the keyring and type it. */
#define UNLOCK_PATIENCE 60000

/*
 * InterviewAccount is who is signed in: the connection with its token, the event channel that is
 * kept open, and the spool that delivers what was entered, also while nobody is signed in. The
 * sign-in is kept in the credential store and taken up again by interview_account_restore_async().
 * Signals: `event` for each event of the server, `ended` when the server ended the sign-in; after
 * that, and after signing out, `session` is %NULL; `doubt` when connections may not hold any more,
 * because the network changed or the machine slept. Main thread; lives as long as the program.
 */
struct _InterviewAccount
{
  GObject parent_instance;

  InterviewProfile *profile;
  char **languages;
  gboolean insecure;
  InterviewCredentialStore *store;
  InterviewSpool *spool;
  InterviewRecordingShelf *shelf;
  InterviewConnection *connection;
  InterviewEventChannel *channel;
  InterviewSession *session;
  InterviewNetworkWatch *network;
  InterviewSleepWatch *sleep;
  guint n_attempts; /* sign-ins under way, each of which ends the one before on the server */
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

enum
{
  SIGNAL_EVENT,
  SIGNAL_ENDED,
  SIGNAL_DOUBT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewAccount, interview_account, G_TYPE_OBJECT)

static void
on_cleared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!interview_credential_store_clear_finish (INTERVIEW_CREDENTIAL_STORE (source), result,
                                                &error))
    g_warning ("The sign-in cannot be removed: %s", error->message);
}

static void
close_session (InterviewAccount *self)
{
  if (self->channel != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->channel, self);
      interview_event_channel_stop (self->channel);
    }
  if (self->connection != NULL)
    g_signal_handlers_disconnect_by_data (self->connection, self);
  g_clear_object (&self->channel);
  g_clear_object (&self->connection);
  if (self->spool != NULL)
    interview_spool_set_session (self->spool, NULL, NULL);
  if (self->session != NULL)
    {
      g_clear_object (&self->session);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
    }
}

static gboolean
ends_session (const GError *error)
{
  return g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_UNAUTHENTICATED) ||
         g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE);
}

static void
on_session_ended (InterviewAccount *self, const GError *cause)
{
  g_autoptr (GError) error = g_error_copy (cause);
  g_autoptr (InterviewAccount) keep = g_object_ref (self);

  if (self->n_attempts == 0)
    interview_credential_store_clear_async (self->store, NULL, on_cleared, NULL);
  close_session (self);
  if (self->n_attempts == 0)
    g_signal_emit (self, signals[SIGNAL_ENDED], 0, error);
}

static void
on_signed_out (InterviewAccount *self, const GError *error)
{
  on_session_ended (self, error);
}

static void
on_channel_event (InterviewAccount *self, InterviewEvent *event)
{
  g_signal_emit (self, signals[SIGNAL_EVENT], 0, event);
}

static void
on_channel_state (InterviewAccount *self)
{
  if (interview_event_channel_get_state (self->channel) == INTERVIEW_CHANNEL_STATE_ONLINE)
    interview_spool_deliver_now (self->spool);
}

static void
on_doubt (InterviewAccount *self)
{
  if (self->channel != NULL)
    interview_event_channel_doubt (self->channel);
  g_signal_emit (self, signals[SIGNAL_DOUBT], 0);
}

/* Takes the signed-in connection into use. */
static void
open_session (InterviewAccount *self, InterviewSignIn *sign_in)
{
  GSettings *settings = interview_profile_get_settings (self->profile);
  g_autofree char *server = NULL;

  close_session (self);
  self->connection = g_object_ref (interview_sign_in_get_connection (sign_in));
  self->session = g_object_ref (interview_sign_in_get_session (sign_in));
  self->channel = interview_event_channel_new (self->connection);
  g_signal_connect_object (self->connection, "signed-out", G_CALLBACK (on_signed_out), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->channel, "event", G_CALLBACK (on_channel_event), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->channel, "session-ended", G_CALLBACK (on_signed_out), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->channel, "notify::state", G_CALLBACK (on_channel_state), self,
                           G_CONNECT_SWAPPED);
  interview_spool_set_session (self->spool, self->connection,
                               interview_person_get_id (
                                   interview_session_get_person (self->session)));
  interview_event_channel_start (self->channel);
  server = interview_endpoint_to_text (interview_connection_get_endpoint (self->connection));
  g_settings_set_string (settings, "server", server);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
interview_account_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewAccount *self = INTERVIEW_ACCOUNT (object);

  if (id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
interview_account_dispose (GObject *object)
{
  InterviewAccount *self = INTERVIEW_ACCOUNT (object);

  close_session (self);
  g_clear_object (&self->network);
  g_clear_object (&self->sleep);
  g_clear_object (&self->spool);
  g_clear_object (&self->shelf);
  g_clear_object (&self->store);
  g_clear_object (&self->profile);
  G_OBJECT_CLASS (interview_account_parent_class)->dispose (object);
}

static void
interview_account_finalize (GObject *object)
{
  g_strfreev (INTERVIEW_ACCOUNT (object)->languages);
  G_OBJECT_CLASS (interview_account_parent_class)->finalize (object);
}

static void
interview_account_class_init (InterviewAccountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_account_get_property;
  object_class->dispose = interview_account_dispose;
  object_class->finalize = interview_account_finalize;
  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, INTERVIEW_TYPE_SESSION,
                           G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_EVENT] = g_signal_new ("event", INTERVIEW_TYPE_ACCOUNT, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, INTERVIEW_TYPE_EVENT);
  signals[SIGNAL_ENDED] = g_signal_new ("ended", INTERVIEW_TYPE_ACCOUNT, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[SIGNAL_DOUBT] = g_signal_new ("doubt", INTERVIEW_TYPE_ACCOUNT, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
}

static void
interview_account_init (InterviewAccount *self)
{
  self->network = interview_network_watch_new ();
  g_signal_connect_object (self->network, "changed", G_CALLBACK (on_doubt), self,
                           G_CONNECT_SWAPPED);
  self->sleep = interview_sleep_watch_new ();
  g_signal_connect_object (self->sleep, "woke", G_CALLBACK (on_doubt), self, G_CONNECT_SWAPPED);
}

static void
on_spool_open (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!interview_spool_open_finish (INTERVIEW_SPOOL (source), result, &error))
    g_warning ("What waits to be sent cannot be read: %s", error->message);
}

/**
 * interview_account_new:
 * @profile: where the sign-in and the spool are kept
 * @languages: (array zero-terminated=1): what the person reads, best first
 * @insecure: whether other machines may be talked to without encryption
 *
 * Returns: (transfer full): an account without a sign-in; its spool begins to deliver
 */
InterviewAccount *
interview_account_new (InterviewProfile *profile, const char *const *languages, gboolean insecure)
{
  InterviewAccount *self;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (INTERVIEW_IS_PROFILE (profile), NULL);

  self = g_object_new (INTERVIEW_TYPE_ACCOUNT, NULL);
  self->profile = g_object_ref (profile);
  self->languages = g_strdupv ((char **) languages);
  self->insecure = insecure;
  self->store = interview_credential_store_new (interview_profile_get_application_id (profile),
                                                interview_profile_get_data_directory (profile),
                                                UNLOCK_PATIENCE);
  path = g_build_filename (interview_profile_get_data_directory (profile), "spool.db", NULL);
  self->spool = interview_spool_new (path, insecure);
  folder = interview_profile_build_data_path (profile, "recordings");
  self->shelf = interview_recording_shelf_new (folder);
  interview_spool_open_async (self->spool, NULL, on_spool_open, NULL);
  return self;
}

static void
on_sign_in (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  InterviewAccount *self = g_task_get_source_object (task);
  InterviewSignIn *sign_in = INTERVIEW_SIGN_IN (source);
  GError *error = NULL;

  self->n_attempts--;
  if (!interview_sign_in_finish (sign_in, result, &error))
    {
      if (ends_session (error))
        interview_credential_store_clear_async (self->store, NULL, on_cleared, NULL);
      g_task_return_error (task, error);
      return;
    }
  open_session (self, sign_in);
  g_task_return_boolean (task, TRUE);
}

static InterviewSignIn *
make_sign_in (InterviewAccount *self)
{
  self->n_attempts++;
  return interview_sign_in_new (self->store, (const char *const *) self->languages, self->insecure);
}

/**
 * interview_account_restore_async:
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread; ends with interview_account_sign_in_finish()
 * @user_data: for @callback
 *
 * Takes up the sign-in of the last time. Fails with %INTERVIEW_ERROR_NOT_FOUND if there is none;
 * with %INTERVIEW_ERROR_NETWORK it is kept and can be tried again.
 */
void
interview_account_restore_async (InterviewAccount *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (InterviewSignIn) sign_in = NULL;
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_ACCOUNT (self));

  sign_in = make_sign_in (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_account_restore_async);
  interview_sign_in_restore_async (sign_in, cancellable, on_sign_in, task);
}

/**
 * interview_account_sign_in_async:
 * @endpoint: the server
 * @email: the person's address
 * @password: their password
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread; ends with interview_account_sign_in_finish()
 * @user_data: for @callback
 *
 * Signs staff in and keeps the sign-in.
 */
void
interview_account_sign_in_async (InterviewAccount *self,
                                 InterviewEndpoint *endpoint,
                                 const char *email,
                                 const char *password,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (InterviewSignIn) sign_in = NULL;
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_ACCOUNT (self));
  g_return_if_fail (INTERVIEW_IS_ENDPOINT (endpoint));
  g_return_if_fail (email != NULL && password != NULL);

  sign_in = make_sign_in (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_account_sign_in_async);
  interview_sign_in_password_async (sign_in, endpoint, email, password, cancellable, on_sign_in,
                                    task);
}

/**
 * interview_account_redeem_async:
 * @link: an invitation or a one-time code, with its server
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread; ends with interview_account_sign_in_finish()
 * @user_data: for @callback
 *
 * Signs in with a code and keeps the sign-in.
 */
void
interview_account_redeem_async (InterviewAccount *self,
                                InterviewLink *link,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (InterviewSignIn) sign_in = NULL;
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_ACCOUNT (self));
  g_return_if_fail (INTERVIEW_IS_LINK (link));

  sign_in = make_sign_in (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_account_redeem_async);
  interview_sign_in_redeem_async (sign_in, link, cancellable, on_sign_in, task);
}

/**
 * interview_account_redeem_file_async:
 * @path: a sign-in file
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread; ends with interview_account_sign_in_finish()
 * @user_data: for @callback
 *
 * Signs in with the code in a file and removes the file once the sign-in is kept. If the file is
 * gone, because it did its work before, the kept sign-in is taken up.
 */
void
interview_account_redeem_file_async (InterviewAccount *self,
                                     const char *path,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (InterviewSignIn) sign_in = NULL;
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_ACCOUNT (self));
  g_return_if_fail (path != NULL);

  sign_in = make_sign_in (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_account_redeem_file_async);
  interview_sign_in_redeem_file_async (sign_in, path, cancellable, on_sign_in, task);
}

/**
 * interview_account_sign_in_finish:
 * @result: what the callback got
 * @error: return location; an %INTERVIEW_ERROR with a message for people
 *
 * Ends restoring and each way of signing in.
 *
 * Returns: whether somebody is signed in now
 */
gboolean
interview_account_sign_in_finish (InterviewAccount *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_told_server (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  /* The server forgets an unreachable program's token when it expires. */
  if (!interview_session_api_sign_out_finish (INTERVIEW_CONNECTION (source), result, &error))
    g_debug ("Signing out: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

/**
 * interview_account_sign_out_async:
 * @cancellable: (nullable): to stop waiting for the server
 * @callback: called on the main thread; ends with interview_account_sign_out_finish()
 * @user_data: for @callback
 *
 * Forgets the sign-in here at once, and tells the server.
 */
void
interview_account_sign_out_async (InterviewAccount *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (InterviewConnection) connection = NULL;
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_ACCOUNT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_account_sign_out_async);
  g_set_object (&connection, self->connection);
  close_session (self);
  interview_credential_store_clear_async (self->store, NULL, on_cleared, NULL);
  if (connection != NULL)
    interview_session_api_sign_out_async (connection, cancellable, on_told_server, task);
  else
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
    }
}

/**
 * interview_account_sign_out_finish:
 * @result: what the callback got
 * @error: return location; never set
 *
 * Returns: %TRUE
 */
gboolean
interview_account_sign_out_finish (InterviewAccount *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * interview_account_get_session:
 *
 * Returns: (nullable) (transfer none): the sign-in, %NULL if nobody is signed in
 */
InterviewSession *
interview_account_get_session (InterviewAccount *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (self), NULL);

  return self->session;
}

/**
 * interview_account_get_connection:
 *
 * Returns: (nullable) (transfer none): the signed-in connection, %NULL if nobody is signed in
 */
InterviewConnection *
interview_account_get_connection (InterviewAccount *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (self), NULL);

  return self->connection;
}

/**
 * interview_account_get_channel:
 *
 * Returns: (nullable) (transfer none): the event channel, %NULL if nobody is signed in
 */
InterviewEventChannel *
interview_account_get_channel (InterviewAccount *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (self), NULL);

  return self->channel;
}

/**
 * interview_account_get_spool:
 *
 * Returns: (transfer none): what waits to be delivered
 */
InterviewSpool *
interview_account_get_spool (InterviewAccount *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (self), NULL);

  return self->spool;
}

/**
 * interview_account_get_profile:
 *
 * Returns: (transfer none): the profile that keeps it
 */
InterviewProfile *
interview_account_get_profile (InterviewAccount *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (self), NULL);

  return self->profile;
}

/**
 * interview_account_get_shelf:
 *
 * Returns: (transfer none): the recordings on this computer
 */
InterviewRecordingShelf *
interview_account_get_shelf (InterviewAccount *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (self), NULL);

  return self->shelf;
}
