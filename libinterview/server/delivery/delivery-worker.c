/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-server"

#include "server/delivery/delivery-worker.h"

#include <gmime/gmime.h>

#include "core/source.h"
#include "server/delivery/sms.h"
#include "server/delivery/smtp.h"

/* How often the outbox is looked at; what is due is found by an index. */
#define LOOK_SECONDS 1

/* What goes to programs takes no thread, so that some more is taken than there are threads. */
#define MORE 16

/* Longer than any attempt may take. */
#define LEASE (15 * G_TIME_SPAN_MINUTE)

/*
 * InterviewDeliveryWorker empties the outbox. It looks for what is due on the main context that it
 * was started on; each message then goes on a thread of a bounded pool, since libcurl blocks, and a
 * mail server may take its time: never on a shard, nor on the database thread. The thread itself
 * writes down that the message is being handed over, before its first byte leaves, and how it went.
 *
 * The server owns it: start it once, stop it before the store is closed. What is left queued goes
 * when the server runs again.
 */
struct _InterviewDeliveryWorker
{
  GObject parent_instance;

  InterviewStore *store;
  char *ca_file;
  InterviewPublishFunc publish;
  gpointer user_data;

  GThreadPool *pool;
  guint threads;
  GSource *timer;
  gboolean looking;
  int stop;
};

/* What a claim brings back from the database thread. */
typedef struct
{
  guint limit;
  gboolean recover;
  GPtrArray *errands;
} Claim;

/* What a worker's thread writes down. */
typedef struct
{
  InterviewDeliveryWorker *worker;
  const InterviewErrand *errand;
  const InterviewVerdict *verdict;
} Note;

G_DEFINE_FINAL_TYPE (InterviewDeliveryWorker, interview_delivery_worker, G_TYPE_OBJECT)

static void
interview_delivery_worker_finalize (GObject *object)
{
  InterviewDeliveryWorker *self = INTERVIEW_DELIVERY_WORKER (object);

  interview_delivery_worker_stop (self);
  g_clear_object (&self->store);
  g_free (self->ca_file);

  G_OBJECT_CLASS (interview_delivery_worker_parent_class)->finalize (object);
}

static void
interview_delivery_worker_class_init (InterviewDeliveryWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_delivery_worker_finalize;
}

static void
interview_delivery_worker_init (InterviewDeliveryWorker *self)
{
}

static gboolean
write_begin (InterviewTransaction *transaction, gpointer data, GError **error)
{
  const Note *note = data;

  return interview_outbox_service_begin (transaction, note->errand, error);
}

static gboolean
write_verdict (InterviewTransaction *transaction, gpointer data, GError **error)
{
  const Note *note = data;

  return interview_outbox_service_settle (transaction, note->errand, note->verdict, error);
}

static gboolean
write_down (Note *note, InterviewWorkFunc work)
{
  g_autoptr (GPtrArray) publications = NULL;
  g_autoptr (GError) error = NULL;

  if (!interview_store_run (note->worker->store, work, note, &publications, &error))
    {
      g_message ("Delivery %s: %s", note->errand->delivery_id, error->message);
      return FALSE;
    }
  note->worker->publish (publications, note->worker->user_data);
  return TRUE;
}

static gboolean
on_begin (gpointer data)
{
  return write_down (data, write_begin);
}

/* On a thread of the pool. */
static void
run_errand (gpointer data, gpointer user_data)
{
  g_autoptr (InterviewErrand) errand = data;
  InterviewDeliveryWorker *self = user_data;
  InterviewVerdict verdict = { 0 };
  Note note = { self, errand, &verdict };
  g_auto (InterviewTransfer) transfer = { 0 };

  interview_transfer_init (&transfer, self->ca_file, on_begin, &note, &self->stop);
  if (g_atomic_int_get (&self->stop) != 0)
    return;
  if (errand->channel == INTERVIEW_DELIVERY_CHANNEL_MAIL)
    interview_smtp_send (&transfer, errand, &verdict);
  else
    interview_sms_send (&transfer, errand, &verdict);
  if (g_atomic_int_get (&self->stop) != 0 && !transfer.hand_over.begun)
    return;
  write_down (&note, write_verdict);
}

static gboolean
claim (InterviewTransaction *transaction, gpointer data, GError **error)
{
  Claim *claim = data;

  g_clear_pointer (&claim->errands, g_ptr_array_unref);
  if (claim->recover && !interview_outbox_service_recover (transaction, error))
    return FALSE;
  claim->errands = interview_outbox_service_claim (transaction, claim->limit, LEASE, error);
  return claim->errands != NULL;
}

static void
claim_free (gpointer data)
{
  Claim *claim = data;

  g_clear_pointer (&claim->errands, g_ptr_array_unref);
  g_free (claim);
}

typedef struct
{
  InterviewDeliveryWorker *worker;
  Claim *claim;
} Look;

static void
on_claimed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Look *look = user_data;
  g_autoptr (InterviewDeliveryWorker) self = look->worker;
  g_autoptr (GPtrArray) publications = NULL;
  g_autoptr (GError) error = NULL;

  self->looking = FALSE;
  if (!interview_store_submit_finish (INTERVIEW_STORE (source), result, &publications, &error))
    {
      if (self->pool != NULL)
        g_warning ("The outbox was not read: %s", error->message);
      return;
    }
  /* Stopped: programs hear of it when they come back, and what was taken is free at the start. */
  if (self->pool == NULL)
    return;
  self->publish (publications, self->user_data);
  g_ptr_array_set_free_func (look->claim->errands, NULL);
  for (guint i = 0; i < look->claim->errands->len; i++)
    g_thread_pool_push (self->pool, g_ptr_array_index (look->claim->errands, i), NULL);
  g_ptr_array_set_size (look->claim->errands, 0);
}

static void
look (InterviewDeliveryWorker *self, gboolean recover)
{
  guint waiting = g_thread_pool_unprocessed (self->pool);
  Look *look;

  if (self->looking || waiting > 0)
    return;
  self->looking = TRUE;
  look = g_new0 (Look, 1);
  look->worker = g_object_ref (self);
  look->claim = g_new0 (Claim, 1);
  look->claim->limit = self->threads + MORE;
  look->claim->recover = recover;
  interview_store_submit_async (self->store, claim, look->claim, claim_free, NULL, on_claimed,
                                look);
}

static gboolean
on_look (gpointer user_data)
{
  look (user_data, FALSE);
  return G_SOURCE_CONTINUE;
}

/**
 * interview_delivery_worker_new:
 * @store: (transfer none): the store with the outbox
 * @threads: how many messages may be under way at the same time
 * @ca_file: (nullable): PEM file of the certificates to trust instead of the system's
 * @publish: called with what is to be told to others
 * @user_data: for @publish
 *
 * Returns: (transfer full): a worker that is not started
 */
InterviewDeliveryWorker *
interview_delivery_worker_new (InterviewStore *store,
                               guint threads,
                               const char *ca_file,
                               InterviewPublishFunc publish,
                               gpointer user_data)
{
  static gsize ready = 0;
  InterviewDeliveryWorker *self;

  g_return_val_if_fail (INTERVIEW_IS_STORE (store), NULL);
  g_return_val_if_fail (threads > 0, NULL);

  /* Neither library may be set up by two threads at once. */
  if (g_once_init_enter (&ready))
    {
      curl_global_init (CURL_GLOBAL_DEFAULT);
      g_mime_init ();
      g_once_init_leave (&ready, 1);
    }
  self = g_object_new (INTERVIEW_TYPE_DELIVERY_WORKER, NULL);
  self->store = g_object_ref (store);
  self->threads = threads;
  self->ca_file = g_strdup (ca_file);
  self->publish = publish;
  self->user_data = user_data;
  return self;
}

/**
 * interview_delivery_worker_start:
 *
 * Begins on the thread-default main context, with what a stopped server left behind.
 */
void
interview_delivery_worker_start (InterviewDeliveryWorker *self)
{
  g_return_if_fail (INTERVIEW_IS_DELIVERY_WORKER (self));
  g_return_if_fail (self->pool == NULL);

  self->pool = g_thread_pool_new (run_errand, self, (int) self->threads, FALSE, NULL);
  self->timer = g_timeout_source_new_seconds (LOOK_SECONDS);
  g_source_set_callback (self->timer, on_look, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
  look (self, TRUE);
}

/**
 * interview_delivery_worker_stop:
 *
 * Waits for what is being handed over right now, which has a limit of time, and begins nothing
 * more. The store has to be open until then.
 */
void
interview_delivery_worker_stop (InterviewDeliveryWorker *self)
{
  g_return_if_fail (INTERVIEW_IS_DELIVERY_WORKER (self));

  g_atomic_int_set (&self->stop, 1);
  interview_source_clear (&self->timer);
  if (self->pool != NULL)
    g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, TRUE);
}
