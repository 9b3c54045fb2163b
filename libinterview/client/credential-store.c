/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/credential-store.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>
#include <string.h>

#include "client/credential-file.h"
#include "core/error.h"

#define SERVICE_NAME "org.freedesktop.secrets"
#define SERVICE_PATH "/org/freedesktop/secrets"
#define FILE_NAME "sign-in"
/* Milliseconds. The bus answers at once or something is wrong with it. */
#define BUS_LIMIT 1000

/*
 * InterviewCredentialStore keeps the sign-in of one profile: where the server is and the token. It
 * lies in the Secret Service where there is one, else in a file of mode 0600. Without a session
 * bus, with one that does not answer, or with a keyring that stays locked, the file is used and
 * nothing hangs. A file that is there is newer than what the keyring has, for it goes as soon as
 * the keyring takes a sign-in. The program owns it; on the default main context.
 *
 * What was asked of the service is never cancelled, for that would take the desktop's question for
 * the password away, and gnome-keyring-daemon 42 dies of it. Who waited is answered without the
 * service, which is then left alone until the person has answered the question.
 */
struct _InterviewCredentialStore
{
  GObject parent_instance;

  char *application_id;
  char *path;
  guint patience;
  guint n_unanswered; /* questions that the person was not waited for any longer */
};

G_DEFINE_FINAL_TYPE (InterviewCredentialStore, interview_credential_store, G_TYPE_OBJECT)

static const SecretSchema schema = {
  "io.github.interview.SignIn",
  SECRET_SCHEMA_NONE,
  { { "application", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
};

typedef enum
{
  TASK_SAVE,
  TASK_LOAD,
  TASK_CLEAR,
} TaskKind;

/* Data of a task: what to do, and the limited time that the service gets for it. */
typedef struct
{
  TaskKind kind;
  char *label;
  char *secret; /* to be kept, or found in the file */
  GCancellable *inner;
  GCancellable *outer;
  gulong outer_id;
  guint limit_id;
  gboolean asked;    /* the service */
  gboolean answered; /* without the service */
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_clear_handle_id (&errand->limit_id, g_source_remove);
  g_clear_signal_handler (&errand->outer_id, errand->outer);
  g_clear_object (&errand->outer);
  g_clear_object (&errand->inner);
  g_free (errand->label);
  g_clear_pointer (&errand->secret, secret_password_free);
  g_free (errand);
}

static void
interview_credential_store_finalize (GObject *object)
{
  InterviewCredentialStore *self = INTERVIEW_CREDENTIAL_STORE (object);

  g_free (self->application_id);
  g_free (self->path);

  G_OBJECT_CLASS (interview_credential_store_parent_class)->finalize (object);
}

static void
interview_credential_store_class_init (InterviewCredentialStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_credential_store_finalize;
}

static void
interview_credential_store_init (InterviewCredentialStore *self)
{
}

/**
 * interview_credential_store_new:
 * @application_id: of the program and its profile
 * @directory: the profile's data folder, for the file
 * @patience: milliseconds for the Secret Service, which may ask the person to unlock the keyring
 *
 * Returns: (transfer full): a new store
 */
InterviewCredentialStore *
interview_credential_store_new (const char *application_id, const char *directory, guint patience)
{
  InterviewCredentialStore *self;

  g_return_val_if_fail (application_id != NULL, NULL);
  g_return_val_if_fail (directory != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_CREDENTIAL_STORE, NULL);
  self->application_id = g_strdup (application_id);
  self->path = g_build_filename (directory, FILE_NAME, NULL);
  self->patience = patience;
  return self;
}

/* The end of an errand that the service takes no part in. */
static void
finish_without_service (GTask *task)
{
  InterviewCredentialStore *self = g_task_get_source_object (task);
  Errand *errand = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean done = TRUE;

  if (g_task_return_error_if_cancelled (task))
    return;
  if (errand->kind == TASK_SAVE)
    done = interview_credential_file_save (self->path, errand->secret, &error);
  else if (errand->kind == TASK_CLEAR)
    done = interview_credential_file_clear (self->path, &error);
  if (errand->kind == TASK_LOAD)
    g_task_return_pointer (task, g_steal_pointer (&errand->secret),
                           (GDestroyNotify) secret_password_free);
  else if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The end of an errand that the service was there for, but did not do. */
static void
finish_unserved (GTask *task)
{
  InterviewCredentialStore *self = g_task_get_source_object (task);
  Errand *errand = g_task_get_task_data (task);

  if (errand->kind != TASK_CLEAR)
    {
      finish_without_service (task);
      return;
    }
  interview_credential_file_clear (self->path, NULL);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_new_error (task, INTERVIEW_ERROR, INTERVIEW_ERROR_CREDENTIALS,
                             _ ("Your sign-in could not be removed from the keyring of this "
                                "computer. Unlock the keyring, then delete it there yourself."));
}

static void
stop_waiting (GTask *task)
{
  InterviewCredentialStore *self = g_task_get_source_object (task);
  Errand *errand = g_task_get_task_data (task);

  if (!errand->asked)
    g_cancellable_cancel (errand->inner);
  else if (!errand->answered)
    {
      errand->answered = TRUE;
      self->n_unanswered++;
      finish_unserved (task);
    }
}

/* Whether somebody still waits for what the service says. */
static gboolean
is_awaited (GTask *task, const GError *error)
{
  InterviewCredentialStore *self = g_task_get_source_object (task);
  Errand *errand = g_task_get_task_data (task);

  if (error != NULL)
    g_message ("Secret Service: %s", error->message);
  if (errand->answered)
    self->n_unanswered--;
  g_clear_handle_id (&errand->limit_id, g_source_remove);
  g_clear_signal_handler (&errand->outer_id, errand->outer);
  return !errand->answered;
}

static void
on_stored (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  InterviewCredentialStore *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  gboolean stored = secret_password_store_finish (result, &error);

  if (!is_awaited (task, error))
    return;
  if (!stored)
    {
      finish_unserved (task);
      return;
    }
  interview_credential_file_clear (self->path, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
on_looked_up (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  char *secret = secret_password_lookup_finish (result, &error);

  if (!is_awaited (task, error))
    secret_password_free (secret);
  else if (secret != NULL)
    g_task_return_pointer (task, secret, (GDestroyNotify) secret_password_free);
  else
    finish_unserved (task);
}

static gboolean
on_time_over (gpointer user_data)
{
  GTask *task = user_data;
  Errand *errand = g_task_get_task_data (task);

  errand->limit_id = 0;
  stop_waiting (task);
  return G_SOURCE_REMOVE;
}

static void
on_given_up (GCancellable *outer, gpointer user_data)
{
  stop_waiting (user_data);
}

static void
on_searched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GList *found = secret_password_search_finish (result, &error);

  if (is_awaited (task, error))
    {
      if (found != NULL)
        finish_unserved (task);
      else
        finish_without_service (task);
    }
  g_list_free_full (found, g_object_unref);
}

static void
on_cleared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  InterviewCredentialStore *self = g_task_get_source_object (task);
  Errand *errand = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean removed = secret_password_clear_finish (result, &error);

  if (!is_awaited (task, error))
    return;
  if (removed)
    finish_without_service (task);
  else if (error != NULL)
    finish_unserved (task);
  else
    {
      /* There was none, or the person did not unlock the keyring. */
      errand->limit_id = g_timeout_add (BUS_LIMIT, on_time_over, task);
      secret_password_search (&schema, SECRET_SEARCH_ALL, NULL, on_searched,
                              g_steal_pointer (&task), "application", self->application_id, NULL);
    }
}

/* Takes the reference to the task. */
static void
ask_service (GTask *task)
{
  InterviewCredentialStore *self = g_task_get_source_object (task);
  Errand *errand = g_task_get_task_data (task);

  g_clear_handle_id (&errand->limit_id, g_source_remove);
  errand->limit_id = g_timeout_add (self->patience, on_time_over, task);
  errand->asked = TRUE;
  /* libsecret would go on with what it agreed on with a service that was started anew since. */
  secret_service_disconnect ();
  switch (errand->kind)
    {
    case TASK_SAVE:
      secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, errand->label, errand->secret,
                             NULL, on_stored, task, "application", self->application_id, NULL);
      break;
    case TASK_LOAD:
      secret_password_lookup (&schema, NULL, on_looked_up, task, "application",
                              self->application_id, NULL);
      break;
    case TASK_CLEAR:
    default:
      secret_password_clear (&schema, NULL, on_cleared, task, "application", self->application_id,
                             NULL);
    }
}

static void
on_service_reached (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (answer != NULL)
    ask_service (g_steal_pointer (&task));
  else
    {
      g_debug ("no Secret Service: %s", error->message);
      finish_without_service (task);
    }
}

static void
on_bus (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Errand *errand = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

  if (bus == NULL)
    {
      g_debug ("no session bus: %s", error->message);
      finish_without_service (task);
      return;
    }
  /* Starts a service that the bus knows how to start, and finds one that somebody else started. */
  g_dbus_connection_call (bus, SERVICE_NAME, SERVICE_PATH, "org.freedesktop.DBus.Peer", "Ping",
                          NULL, NULL, G_DBUS_CALL_FLAGS_NONE, BUS_LIMIT, errand->inner,
                          on_service_reached, g_steal_pointer (&task));
}

/* GDBus would start a bus of its own where there is none, which helps nobody. */
static gboolean
has_session_bus (void)
{
  g_autofree char *socket = g_build_filename (g_get_user_runtime_dir (), "bus", NULL);

  return g_getenv ("DBUS_SESSION_BUS_ADDRESS") != NULL || g_file_test (socket, G_FILE_TEST_EXISTS);
}

/* Takes the reference to the task. */
static void
run (GTask *task, TaskKind kind, char *label, char *secret)
{
  InterviewCredentialStore *self = g_task_get_source_object (task);
  Errand *errand = g_new0 (Errand, 1);

  errand->kind = kind;
  errand->label = label;
  errand->secret = kind == TASK_LOAD ? interview_credential_file_load (self->path) : secret;
  errand->inner = g_cancellable_new ();
  g_task_set_task_data (task, errand, errand_free);
  if (g_set_object (&errand->outer, g_task_get_cancellable (task)))
    errand->outer_id =
        g_signal_connect (errand->outer, "cancelled", G_CALLBACK (on_given_up), task);
  if (!has_session_bus () || (kind == TASK_LOAD && errand->secret != NULL))
    finish_without_service (task);
  else if (self->n_unanswered > 0)
    finish_unserved (task);
  else
    {
      errand->limit_id = g_timeout_add (BUS_LIMIT, on_time_over, task);
      g_bus_get (G_BUS_TYPE_SESSION, errand->inner, on_bus, g_object_ref (task));
    }
  g_object_unref (task);
}

/**
 * interview_credential_store_save_async:
 * @endpoint: (transfer none): where the server is
 * @token: proves the sign-in
 * @cancellable: (nullable): to give up
 * @callback: called on the default main context
 * @user_data: for @callback
 *
 * Keeps a sign-in in place of the one before.
 */
void
interview_credential_store_save_async (InterviewCredentialStore *self,
                                       InterviewEndpoint *endpoint,
                                       const char *token,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autofree char *server = NULL;
  char *label;
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_CREDENTIAL_STORE (self));
  g_return_if_fail (INTERVIEW_IS_ENDPOINT (endpoint));
  g_return_if_fail (token != NULL);

  server = interview_endpoint_to_text (endpoint);
  /* Translators: how the keyring shows it; %s is the name of a server */
  label = g_strdup_printf (_ ("Interview: sign-in at %s"), interview_endpoint_get_host (endpoint));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_credential_store_save_async);
  run (task, TASK_SAVE, label, g_strconcat (server, "\n", token, NULL));
}

/**
 * interview_credential_store_save_finish:
 * @result: what the callback got
 * @error: return location; %INTERVIEW_ERROR_CREDENTIALS with a message for people
 *
 * Returns: whether it is kept
 */
gboolean
interview_credential_store_save_finish (InterviewCredentialStore *self,
                                        GAsyncResult *result,
                                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * interview_credential_store_load_async:
 * @cancellable: (nullable): to give up
 * @callback: called on the default main context
 * @user_data: for @callback
 */
void
interview_credential_store_load_async (InterviewCredentialStore *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_CREDENTIAL_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_credential_store_load_async);
  run (task, TASK_LOAD, NULL, NULL);
}

/**
 * interview_credential_store_load_finish:
 * @result: what the callback got
 * @endpoint: (out) (transfer full): where the server is
 * @token: (out) (transfer full): proves the sign-in
 * @error: return location; %G_IO_ERROR_CANCELLED
 *
 * Returns: %FALSE without @error if no sign-in is kept
 */
gboolean
interview_credential_store_load_finish (InterviewCredentialStore *self,
                                        GAsyncResult *result,
                                        InterviewEndpoint **endpoint,
                                        char **token,
                                        GError **error)
{
  char *secret;
  char *newline;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  *endpoint = NULL;
  *token = NULL;
  secret = g_task_propagate_pointer (G_TASK (result), error);
  newline = secret != NULL ? strchr (secret, '\n') : NULL;
  if (newline != NULL && newline[1] != '\0' && strchr (newline + 1, '\n') == NULL)
    {
      *newline = '\0';
      *endpoint = interview_endpoint_parse (secret, NULL);
      if (*endpoint != NULL)
        *token = g_strdup (newline + 1);
    }
  secret_password_free (secret);
  return *endpoint != NULL;
}

/**
 * interview_credential_store_clear_async:
 * @cancellable: (nullable): to give up
 * @callback: called on the default main context
 * @user_data: for @callback
 *
 * Forgets the sign-in, wherever it lies.
 */
void
interview_credential_store_clear_async (InterviewCredentialStore *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_CREDENTIAL_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_credential_store_clear_async);
  run (task, TASK_CLEAR, NULL, NULL);
}

/**
 * interview_credential_store_clear_finish:
 * @result: what the callback got
 * @error: return location; %INTERVIEW_ERROR_CREDENTIALS with a message for people
 *
 * Returns: whether it is gone
 */
gboolean
interview_credential_store_clear_finish (InterviewCredentialStore *self,
                                         GAsyncResult *result,
                                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
