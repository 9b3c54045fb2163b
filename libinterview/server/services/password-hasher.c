/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/password-hasher.h"

#include <string.h>

#include <sodium.h>

#include "core/error.h"

/*
 * InterviewPasswordHasher makes and checks passwords' hashes on a bounded number of threads: one
 * hash takes some 0.2 s and 64 MiB on purpose (Argon2id, libsodium's "interactive" limits), which
 * must stall neither a shard nor the database thread, and must not eat the machine when many people
 * sign in at once. Past the bound it answers that the server is busy.
 *
 * The server owns it. It may be called from any thread; answers come in the main context of the
 * thread that called.
 */
struct _InterviewPasswordHasher
{
  GObject parent_instance;

  GThreadPool *pool;
  guint waiting;
};

/* With a @secret it is to be verified, otherwise a @hash is to be made. */
typedef struct
{
  char *secret;
  char *password;
  char *hash;
  gboolean fits;
  GError *error;
} Work;

G_DEFINE_FINAL_TYPE (InterviewPasswordHasher, interview_password_hasher, G_TYPE_OBJECT)

static void
interview_password_hasher_finalize (GObject *object)
{
  InterviewPasswordHasher *self = INTERVIEW_PASSWORD_HASHER (object);

  g_thread_pool_free (self->pool, FALSE, FALSE);

  G_OBJECT_CLASS (interview_password_hasher_parent_class)->finalize (object);
}

static void
interview_password_hasher_class_init (InterviewPasswordHasherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_password_hasher_finalize;
}

static void
interview_password_hasher_init (InterviewPasswordHasher *self)
{
}

static void
free_work (gpointer data)
{
  Work *work = data;

  sodium_memzero (work->password, strlen (work->password));
  g_free (work->password);
  g_free (work->secret);
  g_free (work->hash);
  g_clear_error (&work->error);
  g_free (work);
}

static gboolean
on_worked (gpointer data)
{
  GTask *task = data;
  Work *work = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  if (work->error != NULL)
    g_task_return_error (task, g_steal_pointer (&work->error));
  else if (work->secret != NULL)
    g_task_return_boolean (task, work->fits);
  else
    g_task_return_pointer (task, g_steal_pointer (&work->hash), g_free);
  return G_SOURCE_REMOVE;
}

/* The task goes back to where it came from with its last reference: nothing ends on a worker. */
static void
run_work (gpointer data, gpointer user_data)
{
  GTask *task = data;
  Work *work = g_task_get_task_data (task);
  g_autoptr (GSource) source = g_idle_source_new ();

  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    g_debug ("A password is not hashed any more");
  else if (work->secret != NULL)
    work->fits = interview_password_verify (work->secret, work->password);
  else
    work->hash = interview_password_hash (work->password, &work->error);
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, on_worked, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

/**
 * interview_password_hasher_new:
 * @workers: how many hashes are made at the same time
 * @waiting: how many more may wait
 *
 * Returns: (transfer full): a new hasher
 */
InterviewPasswordHasher *
interview_password_hasher_new (guint workers, guint waiting)
{
  InterviewPasswordHasher *self;

  g_return_val_if_fail (workers > 0, NULL);

  self = g_object_new (INTERVIEW_TYPE_PASSWORD_HASHER, NULL);
  self->waiting = waiting;
  self->pool = g_thread_pool_new (run_work, NULL, (int) workers, FALSE, NULL);
  return self;
}

static void
submit (InterviewPasswordHasher *self, GTask *task, const char *secret, const char *password)
{
  Work *work = g_new0 (Work, 1);

  work->secret = g_strdup (secret);
  work->password = g_strdup (password);
  g_task_set_task_data (task, work, free_work);
  if (g_thread_pool_unprocessed (self->pool) >= self->waiting)
    {
      g_task_return_new_error (task, INTERVIEW_ERROR, INTERVIEW_ERROR_BUSY,
                               "too many people sign in right now");
      g_object_unref (task);
      return;
    }
  g_thread_pool_push (self->pool, task, NULL);
}

/**
 * interview_password_hasher_hash_async:
 * @password: a new password
 * @cancellable: (nullable): leaves it out if it has not started
 * @callback: called in this thread's main context
 * @user_data: for @callback
 */
void
interview_password_hasher_hash_async (InterviewPasswordHasher *self,
                                      const char *password,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_PASSWORD_HASHER (self));
  g_return_if_fail (password != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_password_hasher_hash_async);
  submit (self, task, NULL, password);
}

/**
 * interview_password_hasher_hash_finish:
 * @result: from the callback
 * @error: return location; %INTERVIEW_ERROR_BUSY
 *
 * Returns: (transfer full): what is to be stored, or %NULL
 */
char *
interview_password_hasher_hash_finish (InterviewPasswordHasher *self,
                                       GAsyncResult *result,
                                       GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * interview_password_hasher_verify_async:
 * @secret: what is stored; anything that is no hash takes as long and never fits
 * @password: what somebody typed
 * @cancellable: (nullable): leaves it out if it has not started
 * @callback: called in this thread's main context
 * @user_data: for @callback
 */
void
interview_password_hasher_verify_async (InterviewPasswordHasher *self,
                                        const char *secret,
                                        const char *password,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_PASSWORD_HASHER (self));
  g_return_if_fail (secret != NULL);
  g_return_if_fail (password != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_password_hasher_verify_async);
  submit (self, task, secret, password);
}

/**
 * interview_password_hasher_verify_finish:
 * @result: from the callback
 * @error: return location; %INTERVIEW_ERROR_WRONG_PASSWORD, %INTERVIEW_ERROR_BUSY
 *
 * Returns: whether the password is the right one
 */
gboolean
interview_password_hasher_verify_finish (InterviewPasswordHasher *self,
                                         GAsyncResult *result,
                                         GError **error)
{
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (g_task_propagate_boolean (G_TASK (result), &failure))
    return TRUE;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_WRONG_PASSWORD,
                         "the e-mail address or the password is wrong");
  return FALSE;
}

/**
 * interview_password_hash:
 * @password: a new password
 * @error: return location; %INTERVIEW_ERROR_INTERNAL if there is not enough memory
 *
 * Blocks for some 0.2 s: for programs that set up a store, and for the workers.
 *
 * Returns: (transfer full): what is to be stored: salt, limits and hash as text; or %NULL
 */
char *
interview_password_hash (const char *password, GError **error)
{
  char secret[crypto_pwhash_STRBYTES];

  g_return_val_if_fail (password != NULL, NULL);

  if (sodium_init () < 0 ||
      crypto_pwhash_str (secret, password, strlen (password), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                         crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL,
                           "there is not enough memory to hash a password");
      return NULL;
    }
  return g_strdup (secret);
}

/**
 * interview_password_verify:
 * @secret: what is stored; what is no hash never fits, and takes as long as one to find out, so
 *   that the time does not tell who exists
 * @password: what somebody typed
 *
 * Blocks for some 0.2 s.
 *
 * Returns: whether the password is the right one
 */
gboolean
interview_password_verify (const char *secret, const char *password)
{
  g_return_val_if_fail (secret != NULL, FALSE);
  g_return_val_if_fail (password != NULL, FALSE);

  if (sodium_init () < 0)
    return FALSE;
  if (!g_str_has_prefix (secret, crypto_pwhash_STRPREFIX))
    {
      g_free (interview_password_hash (password, NULL));
      return FALSE;
    }
  return crypto_pwhash_str_verify (secret, password, strlen (password)) == 0;
}
