/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/spool.h"

#include "client/backoff.h"
#include "client/courier.h"
#include "client/spool-private.h"
#include "client/spool-store.h"
#include "client/waiting-messages.h"
#include "core/error.h"
#include "sqlite/database-thread.h"

/* Milliseconds. Nobody waits for a delivery, so a server that is away is not asked every second. */
#define LONGEST_DELAY 20000

/*
 * InterviewSpool keeps what a person entered until the server has it: ratings, chat messages and
 * questions of their own. An entry is on disk before the person is told that it was saved; it is
 * delivered at once if the server can be reached, later with backoff if not, and after a new start
 * of the program too. A rating needs no sign-in, for it carries its own delivery token; the others
 * wait for the sign-in of who wrote them, and messages keep their order. The server takes the same
 * entry once only, so that one which was delivered but not confirmed is simply delivered again.
 *
 * The program makes one for its profile and opens it; on the default main context.
 *
 * Signals:
 * - `delivered` (id): the server confirmed it, and it left the spool
 * - `refused` (id, #GError): the server will never take it; it stays on disk
 * - `set-aside` (path): the spool was damaged and moved there; a new one was begun
 *
 * Property `n-waiting`: how many entries wait for delivery.
 */
struct _InterviewSpool
{
  GObject parent_instance;

  char *path;
  InterviewDatabaseThread *thread;
  InterviewCourier *courier;
  GCancellable *cancellable;

  guint n_waiting;
  GListStore *messages;
  GPtrArray *round;
  guint round_position;
  gboolean again;
  gboolean put_off;
  gboolean messages_stalled; /* in this round: a later one must not overtake */
  guint attempt;
  guint retry_id;
};

enum
{
  PROP_0,
  PROP_N_WAITING,
  N_PROPS,
};

enum
{
  SIGNAL_DELIVERED,
  SIGNAL_REFUSED,
  SIGNAL_SET_ASIDE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewSpool, interview_spool, G_TYPE_OBJECT)

/* One unit of work on the store. */
typedef struct
{
  char *endpoint;
  InterviewRecord *entry;
  char *id;
  char *reason;
  GPtrArray *rows;
} Job;

static void deliver_next (InterviewSpool *self);

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->endpoint);
  g_clear_object (&job->entry);
  g_free (job->id);
  g_free (job->reason);
  g_clear_pointer (&job->rows, g_ptr_array_unref);
  g_free (job);
}

static void
interview_spool_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_N_WAITING)
    g_value_set_uint (value, INTERVIEW_SPOOL (object)->n_waiting);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
interview_spool_dispose (GObject *object)
{
  InterviewSpool *self = INTERVIEW_SPOOL (object);

  g_clear_handle_id (&self->retry_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (self->thread != NULL)
    interview_database_thread_close (self->thread);
  g_clear_object (&self->thread);

  G_OBJECT_CLASS (interview_spool_parent_class)->dispose (object);
}

static void
interview_spool_finalize (GObject *object)
{
  InterviewSpool *self = INTERVIEW_SPOOL (object);

  g_free (self->path);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->round, g_ptr_array_unref);
  g_clear_object (&self->courier);
  g_clear_object (&self->messages);

  G_OBJECT_CLASS (interview_spool_parent_class)->finalize (object);
}

static void
interview_spool_class_init (InterviewSpoolClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_spool_dispose;
  object_class->finalize = interview_spool_finalize;
  object_class->get_property = interview_spool_get_property;

  properties[PROP_N_WAITING] =
      g_param_spec_uint ("n-waiting", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_DELIVERED] = g_signal_new ("delivered", INTERVIEW_TYPE_SPOOL, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_REFUSED] =
      g_signal_new ("refused", INTERVIEW_TYPE_SPOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
  signals[SIGNAL_SET_ASIDE] = g_signal_new ("set-aside", INTERVIEW_TYPE_SPOOL, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
interview_spool_init (InterviewSpool *self)
{
  self->cancellable = g_cancellable_new ();
  self->messages = interview_waiting_messages_new ();
}

/**
 * interview_spool_new:
 * @path: its file; made if it is missing
 * @insecure: allow plain HTTP to another machine
 *
 * Returns: (transfer full): a new spool, not opened
 */
InterviewSpool *
interview_spool_new (const char *path, gboolean insecure)
{
  InterviewSpool *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_SPOOL, NULL);
  self->path = g_strdup (path);
  self->courier = interview_courier_new (insecure);
  return self;
}

static void
set_n_waiting (InterviewSpool *self, guint n_waiting)
{
  if (self->n_waiting == n_waiting)
    return;
  self->n_waiting = n_waiting;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_WAITING]);
}

static gboolean
on_retry (gpointer user_data)
{
  InterviewSpool *self = user_data;

  self->retry_id = 0;
  interview_spool_deliver_now (self);
  return G_SOURCE_REMOVE;
}

static void
end_round (InterviewSpool *self)
{
  guint delay;

  g_clear_pointer (&self->round, g_ptr_array_unref);
  if (self->again)
    {
      interview_spool_deliver_now (self);
      return;
    }
  if (!self->put_off)
    {
      self->attempt = 0;
      return;
    }
  delay = interview_backoff_delay (++self->attempt, INTERVIEW_BACKOFF_FIRST, LONGEST_DELAY,
                                   g_random_double ());
  g_clear_handle_id (&self->retry_id, g_source_remove);
  self->retry_id = g_timeout_add (delay, on_retry, self);
}

static void
go_on (InterviewSpool *self)
{
  self->round_position++;
  deliver_next (self);
}

static void
put_off (InterviewSpool *self)
{
  InterviewSpoolRow *row = g_ptr_array_index (self->round, self->round_position);

  self->put_off = TRUE;
  self->messages_stalled |= row->kind == INTERVIEW_SPOOL_KIND_MESSAGE;
  go_on (self);
}

static gboolean
settle_row (InterviewSqliteConnection *connection, gpointer data, GError **error)
{
  Job *job = data;

  if (job->reason != NULL)
    return interview_spool_store_refuse (connection, job->id, job->reason, error);
  return interview_spool_store_remove (connection, job->id, error);
}

static void
on_settled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewSpool) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!interview_database_thread_submit_finish (INTERVIEW_DATABASE_THREAD (source), result, &error))
    {
      g_message ("%s: %s", self->path, error->message);
      if (self->thread != NULL)
        put_off (self);
      return;
    }
  if (self->thread == NULL)
    return;
  set_n_waiting (self, self->n_waiting > 0 ? self->n_waiting - 1 : 0);
  go_on (self);
}

static void
settle (InterviewSpool *self, InterviewSpoolRow *row, const GError *refusal)
{
  Job *job = g_new0 (Job, 1);

  job->id = g_strdup (row->id);
  interview_waiting_messages_remove (self->messages, row->id);
  if (refusal != NULL)
    job->reason = g_strdup (interview_error_to_code ((InterviewErrorCode) refusal->code));
  interview_database_thread_submit_async (self->thread, settle_row, job, job_free, NULL, on_settled,
                                          g_object_ref (self));
  if (refusal != NULL)
    g_signal_emit (self, signals[SIGNAL_REFUSED], 0, row->id, refusal);
  else
    g_signal_emit (self, signals[SIGNAL_DELIVERED], 0, row->id);
}

static void
on_delivered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewSpool) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean final = FALSE;
  gboolean delivered =
      interview_courier_deliver_finish (INTERVIEW_COURIER (source), result, &final, &error);
  InterviewSpoolRow *row;

  if (self->thread == NULL)
    return;
  row = g_ptr_array_index (self->round, self->round_position);
  if (delivered)
    settle (self, row, NULL);
  else if (final)
    settle (self, row, error);
  else
    put_off (self);
}

static void
deliver_next (InterviewSpool *self)
{
  InterviewSpoolRow *row;

  if (self->round_position >= self->round->len)
    {
      end_round (self);
      return;
    }
  row = g_ptr_array_index (self->round, self->round_position);
  if (!interview_courier_can_deliver (self->courier, row) ||
      (row->kind == INTERVIEW_SPOOL_KIND_MESSAGE && self->messages_stalled))
    {
      go_on (self);
      return;
    }
  interview_courier_deliver_async (self->courier, row, self->cancellable, on_delivered,
                                   g_object_ref (self));
}

static gboolean
list_rows (InterviewSqliteConnection *connection, gpointer data, GError **error)
{
  Job *job = data;

  g_clear_pointer (&job->rows, g_ptr_array_unref);
  job->rows = interview_spool_store_list (connection, error);
  return job->rows != NULL;
}

static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  InterviewSpool *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!interview_database_thread_submit_finish (INTERVIEW_DATABASE_THREAD (source), result, &error))
    {
      g_message ("%s: %s", self->path, error->message);
      self->put_off = TRUE;
    }
  if (self->thread == NULL)
    return;
  if (job->rows != NULL)
    {
      g_ptr_array_unref (self->round);
      self->round = g_ptr_array_ref (job->rows);
      set_n_waiting (self, self->round->len);
      for (guint i = 0; i < self->round->len; i++)
        interview_waiting_messages_add (
            self->messages, ((InterviewSpoolRow *) g_ptr_array_index (self->round, i))->entry);
    }
  deliver_next (self);
}

/**
 * interview_spool_deliver_now:
 *
 * Does not wait for the next attempt, as when the server was just reached.
 */
void
interview_spool_deliver_now (InterviewSpool *self)
{
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_SPOOL (self));

  if (self->thread == NULL)
    return;
  self->again = self->round != NULL;
  if (self->again)
    return;
  g_clear_handle_id (&self->retry_id, g_source_remove);
  self->round = g_ptr_array_new ();
  self->round_position = 0;
  self->put_off = FALSE;
  self->messages_stalled = FALSE;
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_task_data (task, g_new0 (Job, 1), job_free);
  interview_database_thread_submit_async (self->thread, list_rows, g_task_get_task_data (task),
                                          NULL, NULL, on_listed, task);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  InterviewSpool *self = g_task_get_source_object (task);
  g_autoptr (InterviewSqliteConnection) connection = NULL;
  g_autofree char *set_aside = NULL;
  GError *error = NULL;

  connection = interview_spool_store_open_finish (result, &set_aside, &error);
  if (connection == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->thread = interview_database_thread_new (connection);
  if (set_aside != NULL)
    g_signal_emit (self, signals[SIGNAL_SET_ASIDE], 0, set_aside);
  interview_spool_deliver_now (self);
  g_task_return_boolean (task, TRUE);
}

/**
 * interview_spool_open_async:
 * @cancellable: (nullable): to give up
 * @callback: called on the default main context
 * @user_data: for @callback
 *
 * Opens the file, once, and begins to deliver what waits in it. Emits `set-aside` if the file was
 * damaged.
 */
void
interview_spool_open_async (InterviewSpool *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_SPOOL (self));
  g_return_if_fail (self->thread == NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_spool_open_async);
  interview_spool_store_open_async (self->path, on_opened, task);
}

/**
 * interview_spool_open_finish:
 * @result: what the callback got
 * @error: return location; with a message for people
 *
 * Returns: whether the spool is open
 */
gboolean
interview_spool_open_finish (InterviewSpool *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
add_row (InterviewSqliteConnection *connection, gpointer data, GError **error)
{
  Job *job = data;

  return interview_spool_store_add (connection, job->endpoint, job->entry, error);
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  InterviewSpool *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!interview_database_thread_submit_finish (INTERVIEW_DATABASE_THREAD (source), result, &error))
    {
      g_message ("%s: %s", self->path, error->message);
      g_task_return_error (task, interview_spool_store_describe_unkept (error));
      return;
    }
  set_n_waiting (self, self->n_waiting + 1);
  interview_waiting_messages_add (self->messages, job->entry);
  interview_spool_deliver_now (self);
  g_task_return_boolean (task, TRUE);
}

/**
 * interview_spool_add_async:
 * @endpoint: (transfer none): where it is to be delivered
 * @entry: (transfer none): a valid #InterviewRating with its delivery token, a valid
 *   #InterviewChatMessage or #InterviewOwnQuestion
 * @cancellable: (nullable): unused once the writing has begun
 * @callback: called on the default main context
 * @user_data: for @callback
 *
 * Keeps an entry and begins to deliver it. The answer says that it is on disk, not that it was
 * delivered.
 */
void
interview_spool_add_async (InterviewSpool *self,
                           InterviewEndpoint *endpoint,
                           InterviewRecord *entry,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GError *error = NULL;
  GTask *task;
  Job *job;

  g_return_if_fail (INTERVIEW_IS_SPOOL (self));
  g_return_if_fail (INTERVIEW_IS_ENDPOINT (endpoint));
  g_return_if_fail (INTERVIEW_IS_RATING (entry) || INTERVIEW_IS_CHAT_MESSAGE (entry) ||
                    INTERVIEW_IS_OWN_QUESTION (entry));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_spool_add_async);
  if (self->thread == NULL || !interview_record_validate (entry, &error))
    {
      if (error == NULL)
        error = interview_spool_store_describe_unkept (NULL);
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  job = g_new0 (Job, 1);
  job->endpoint = interview_endpoint_to_text (endpoint);
  job->entry = g_object_ref (entry);
  g_task_set_task_data (task, job, job_free);
  interview_database_thread_submit_async (self->thread, add_row, job, NULL, NULL, on_added, task);
}

/**
 * interview_spool_add_finish:
 * @result: what the callback got
 * @error: return location; %INTERVIEW_ERROR_ALREADY_RATED, %INTERVIEW_ERROR_STORE_FULL,
 *   %INTERVIEW_ERROR_INTERNAL with messages for people
 *
 * Returns: whether the entry is on disk
 */
gboolean
interview_spool_add_finish (InterviewSpool *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * interview_spool_get_n_waiting:
 *
 * Returns: how many entries wait for delivery
 */
guint
interview_spool_get_n_waiting (InterviewSpool *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SPOOL (self), 0);

  return self->n_waiting;
}

/**
 * interview_spool_get_messages:
 *
 * Returns: (transfer none): list model of #InterviewChatMessage: those that wait for delivery,
 *   whosever they are, in the order in which they were written
 */
GListModel *
interview_spool_get_messages (InterviewSpool *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SPOOL (self), NULL);

  return G_LIST_MODEL (self->messages);
}

/* For what else is kept in the file; %NULL before it is open. */
InterviewDatabaseThread *
interview_spool_get_thread (InterviewSpool *self)
{
  return self->thread;
}

/**
 * interview_spool_set_session:
 * @connection: (nullable): a signed-in connection, %NULL when nobody is signed in
 * @person_id: (nullable): who is signed in
 *
 * Says by whose sign-in messages can be delivered from now on.
 */
void
interview_spool_set_session (InterviewSpool *self,
                             InterviewConnection *connection,
                             const char *person_id)
{
  g_return_if_fail (INTERVIEW_IS_SPOOL (self));

  interview_courier_set_session (self->courier, connection, person_id);
  if (connection != NULL)
    interview_spool_deliver_now (self);
}
