/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-server"

#include "server/share-keeper.h"

#include "core/source.h"
#include "server/services/share-service.h"
#include "server/store/share-table.h"

/* How late a link ends after its time, and how soon the file of one that was withdrawn is gone. */
#define PERIOD_SECONDS 3

/*
 * InterviewShareKeeper ends the links to recordings whose time is over, and deletes the files of
 * those that are over for whatever reason. The row says that there may be bytes until they are
 * deleted, so that a server that was killed goes on with it. It belongs to the server and works on
 * the main context on which it was started.
 */
struct _InterviewShareKeeper
{
  GObject parent_instance;

  InterviewStore *store;
  InterviewUploadStore *uploads;
  InterviewHub *hub;
  GSource *timer;
  gboolean busy;
};

/* One round: the shares whose bytes go, and of which they are gone. */
typedef struct
{
  InterviewShareKeeper *keeper;
  GPtrArray *rows;
  GPtrArray *deleted;
} Round;

G_DEFINE_FINAL_TYPE (InterviewShareKeeper, interview_share_keeper, G_TYPE_OBJECT)

static void
round_free (gpointer data)
{
  Round *round = data;

  round->keeper->busy = FALSE;
  g_clear_object (&round->keeper);
  g_clear_pointer (&round->rows, g_ptr_array_unref);
  g_clear_pointer (&round->deleted, g_ptr_array_unref);
  g_free (round);
}

static void
interview_share_keeper_finalize (GObject *object)
{
  InterviewShareKeeper *self = INTERVIEW_SHARE_KEEPER (object);

  g_clear_object (&self->store);
  g_clear_object (&self->uploads);
  g_clear_object (&self->hub);

  G_OBJECT_CLASS (interview_share_keeper_parent_class)->finalize (object);
}

static void
interview_share_keeper_class_init (InterviewShareKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_share_keeper_finalize;
}

static void
interview_share_keeper_init (InterviewShareKeeper *self)
{
}

/**
 * interview_share_keeper_new:
 * @store: (transfer none): where the shares are
 * @uploads: (transfer none): where their bytes are
 * @hub: (transfer none): where it is told
 *
 * Returns: (transfer full): a keeper that is not started
 */
InterviewShareKeeper *
interview_share_keeper_new (InterviewStore *store, InterviewUploadStore *uploads, InterviewHub *hub)
{
  InterviewShareKeeper *self = g_object_new (INTERVIEW_TYPE_SHARE_KEEPER, NULL);

  self->store = g_object_ref (store);
  self->uploads = g_object_ref (uploads);
  self->hub = g_object_ref (hub);
  return self;
}

static gboolean
note_deleted (InterviewTransaction *transaction, gpointer data, GError **error)
{
  Round *round = data;

  for (guint i = 0; i < round->deleted->len; i++)
    {
      if (!interview_share_table_set_deleted (transaction, round->deleted->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

static void
on_noted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!interview_store_submit_finish (INTERVIEW_STORE (source), result, NULL, &error))
    g_warning ("It was not noted which recordings are deleted: %s", error->message);
  round_free (user_data);
}

static void
delete_files (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Round *round = task_data;

  for (guint i = 0; i < round->rows->len; i++)
    {
      const InterviewShareRow *row = g_ptr_array_index (round->rows, i);
      g_autoptr (GError) error = NULL;

      if (interview_upload_store_remove (round->keeper->uploads, row->id, &error))
        g_ptr_array_add (round->deleted, g_strdup (row->id));
      else
        g_warning ("A shared recording was not deleted: %s", error->message);
    }
  g_task_return_boolean (task, TRUE);
}

static void
on_deleted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Round *round = user_data;

  interview_store_submit_async (round->keeper->store, note_deleted, round, NULL, NULL, on_noted,
                                round);
}

static gboolean
look_through (InterviewTransaction *transaction, gpointer data, GError **error)
{
  Round *round = data;

  g_clear_pointer (&round->rows, g_ptr_array_unref);
  if (!interview_share_service_expire (transaction, error))
    return FALSE;
  round->rows = interview_share_service_list_to_delete (transaction, error);
  return round->rows != NULL;
}

static void
on_looked_through (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Round *round = user_data;
  g_autoptr (GPtrArray) publications = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  if (!interview_store_submit_finish (INTERVIEW_STORE (source), result, &publications, &error))
    {
      g_warning ("The shared recordings were not looked through: %s", error->message);
      round_free (round);
      return;
    }
  interview_hub_publish (round->keeper->hub, publications);
  if (round->rows->len == 0)
    {
      round_free (round);
      return;
    }
  task = g_task_new (NULL, NULL, on_deleted, round);
  g_task_set_task_data (task, round, NULL);
  g_task_run_in_thread (task, delete_files);
}

static gboolean
on_timer (gpointer user_data)
{
  InterviewShareKeeper *self = user_data;
  Round *round;

  if (self->busy)
    return G_SOURCE_CONTINUE;
  self->busy = TRUE;
  round = g_new0 (Round, 1);
  round->keeper = g_object_ref (self);
  round->deleted = g_ptr_array_new_with_free_func (g_free);
  interview_store_submit_async (self->store, look_through, round, NULL, NULL, on_looked_through,
                                round);
  return G_SOURCE_CONTINUE;
}

/**
 * interview_share_keeper_start:
 *
 * Begins, on the thread-default main context.
 */
void
interview_share_keeper_start (InterviewShareKeeper *self)
{
  g_return_if_fail (INTERVIEW_IS_SHARE_KEEPER (self));
  g_return_if_fail (self->timer == NULL);

  self->timer = g_timeout_source_new_seconds (PERIOD_SECONDS);
  g_source_set_callback (self->timer, on_timer, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

/**
 * interview_share_keeper_stop:
 *
 * Begins no new round.
 */
void
interview_share_keeper_stop (InterviewShareKeeper *self)
{
  g_return_if_fail (INTERVIEW_IS_SHARE_KEEPER (self));

  interview_source_clear (&self->timer);
}
