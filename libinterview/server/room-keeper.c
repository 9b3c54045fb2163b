/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-server"

#include "server/room-keeper.h"

#include "core/error.h"
#include "core/protocol/limits.h"
#include "core/source.h"
#include "server/services/help-service.h"
#include "server/services/recording-service.h"
#include "server/services/room-progress.h"
#include "server/services/room-readers.h"
#include "server/services/schedule-service.h"
#include "server/store/help-table.h"
#include "server/store/room-table.h"

/* How late it is noted that the time of a room is over. */
#define MISS_SECONDS 3

/* Whoever was in a room before the server was started has come back by then, or does not. */
#define SETTLE_SECONDS (2 * INTERVIEW_LEASE_SECONDS)

/*
 * InterviewRoomKeeper keeps the rooms of the store, and the calls for help that have a video call,
 * in step with who is in them, which the hub knows, and with the time. It belongs to the server and
 * works on the main context on which it was started.
 */
struct _InterviewRoomKeeper
{
  GObject parent_instance;

  InterviewStore *store;
  InterviewHub *hub;
  GMainContext *context;
  GSource *miss;
  GSource *settle;
};

/* One unit of work about one room. */
typedef struct
{
  InterviewRoomKeeper *keeper;
  char *room_id;
  InterviewRoomStanding *standing;
} Work;

G_DEFINE_FINAL_TYPE (InterviewRoomKeeper, interview_room_keeper, G_TYPE_OBJECT)

static Work *
work_new (InterviewRoomKeeper *self, const char *room_id)
{
  Work *work = g_new0 (Work, 1);

  work->keeper = g_object_ref (self);
  work->room_id = g_strdup (room_id);
  return work;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->keeper);
  g_free (work->room_id);
  g_clear_pointer (&work->standing, interview_room_standing_free);
  g_free (work);
}

static void
interview_room_keeper_finalize (GObject *object)
{
  InterviewRoomKeeper *self = INTERVIEW_ROOM_KEEPER (object);

  g_clear_object (&self->store);
  g_clear_object (&self->hub);
  g_clear_pointer (&self->context, g_main_context_unref);

  G_OBJECT_CLASS (interview_room_keeper_parent_class)->finalize (object);
}

static void
interview_room_keeper_class_init (InterviewRoomKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_room_keeper_finalize;
}

static void
interview_room_keeper_init (InterviewRoomKeeper *self)
{
}

/**
 * interview_room_keeper_new:
 * @store: (transfer none): where the rooms are
 * @hub: (transfer none): who is in them
 *
 * Returns: (transfer full): a keeper that is not started
 */
InterviewRoomKeeper *
interview_room_keeper_new (InterviewStore *store, InterviewHub *hub)
{
  InterviewRoomKeeper *self = g_object_new (INTERVIEW_TYPE_ROOM_KEEPER, NULL);

  self->store = g_object_ref (store);
  self->hub = g_object_ref (hub);
  return self;
}

static gboolean
update_room (InterviewTransaction *transaction, gpointer data, GError **error)
{
  Work *work = data;
  InterviewHub *hub = work->keeper->hub;
  g_autoptr (GPtrArray) person_ids = interview_hub_list_persons (hub, work->room_id);
  g_autoptr (InterviewRoomRow) row = NULL;
  InterviewOccupancy occupancy;

  g_clear_pointer (&work->standing, interview_room_standing_free);
  if (!interview_help_service_set_visitors (transaction, work->room_id, person_ids, &work->standing,
                                            error))
    return FALSE;
  if (work->standing != NULL)
    return TRUE;
  /* What is true when it runs: a later change comes with a later unit. */
  interview_hub_get_occupancy (hub, work->room_id, &occupancy);
  if (!interview_room_progress_set_occupancy (transaction, work->room_id, &occupancy, error) ||
      !interview_recording_service_set_visitors (transaction, work->room_id, person_ids, error))
    return FALSE;
  row = interview_room_table_get_row (transaction, work->room_id, error);
  if (row != NULL)
    work->standing = interview_room_readers_get_standing (transaction, row, error);
  return work->standing != NULL;
}

/* Whoever came in while somebody decided about them was let in by what was known before: the
 * standing after it sets that right. */
static void
on_room_updated (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Work *work = user_data;
  g_autoptr (GPtrArray) publications = NULL;
  g_autoptr (GError) error = NULL;

  if (interview_store_submit_finish (INTERVIEW_STORE (source), result, &publications, &error))
    {
      interview_hub_publish (work->keeper->hub, publications);
      interview_hub_apply_standing (work->keeper->hub, work->standing);
    }
  else if (!g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND))
    g_warning ("The state of a room was not kept: %s", error->message);
  work_free (work);
}

static void
submit_update (InterviewRoomKeeper *self, const char *room_id)
{
  Work *work = work_new (self, room_id);

  interview_store_submit_async (self->store, update_room, work, NULL, NULL, on_room_updated, work);
}

static gboolean
on_occupancy_idle (gpointer user_data)
{
  Work *work = user_data;

  submit_update (work->keeper, work->room_id);
  return G_SOURCE_REMOVE;
}

static void
on_occupancy (const char *room_id, gpointer user_data)
{
  InterviewRoomKeeper *self = user_data;
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_occupancy_idle, work_new (self, room_id), work_free);
  g_source_attach (source, self->context);
}

static gboolean
miss_rooms (InterviewTransaction *transaction, gpointer data, GError **error)
{
  return interview_schedule_service_miss (transaction, error) &&
         interview_recording_service_abandon (transaction, error);
}

static void
on_missed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewRoomKeeper) self = user_data;
  g_autoptr (GPtrArray) publications = NULL;
  g_autoptr (GError) error = NULL;

  if (interview_store_submit_finish (INTERVIEW_STORE (source), result, &publications, &error))
    interview_hub_publish (self->hub, publications);
  else
    g_warning ("The rooms were not looked through: %s", error->message);
}

static gboolean
on_miss (gpointer user_data)
{
  InterviewRoomKeeper *self = user_data;

  interview_store_submit_async (self->store, miss_rooms, NULL, NULL, NULL, on_missed,
                                g_object_ref (self));
  return G_SOURCE_CONTINUE;
}

static gboolean
list_occupied (InterviewTransaction *transaction, gpointer data, GError **error)
{
  GPtrArray **room_ids = data;

  g_clear_pointer (room_ids, g_ptr_array_unref);
  *room_ids = interview_room_table_list_occupied (transaction, error);
  return *room_ids != NULL && interview_help_table_add_called (transaction, *room_ids, error);
}

/* Rooms in which somebody was when the server stopped, and who has not come back. */
static gboolean
on_settle (gpointer user_data)
{
  InterviewRoomKeeper *self = user_data;
  g_autoptr (GPtrArray) room_ids = NULL;
  g_autoptr (GError) error = NULL;

  if (!interview_store_run (self->store, list_occupied, &room_ids, NULL, &error))
    g_warning ("The rooms were not looked through: %s", error->message);
  for (guint i = 0; room_ids != NULL && i < room_ids->len; i++)
    submit_update (self, g_ptr_array_index (room_ids, i));
  return G_SOURCE_REMOVE;
}

static GSource *
add_timer (InterviewRoomKeeper *self, guint seconds, GSourceFunc func)
{
  GSource *source = g_timeout_source_new_seconds (seconds);

  g_source_set_callback (source, func, self, NULL);
  g_source_attach (source, self->context);
  return source;
}

/**
 * interview_room_keeper_start:
 *
 * Begins, on the thread-default main context.
 */
void
interview_room_keeper_start (InterviewRoomKeeper *self)
{
  g_return_if_fail (INTERVIEW_IS_ROOM_KEEPER (self));
  g_return_if_fail (self->context == NULL);

  self->context = g_main_context_ref_thread_default ();
  interview_hub_set_occupancy_func (self->hub, on_occupancy, self);
  self->miss = add_timer (self, MISS_SECONDS, on_miss);
  self->settle = add_timer (self, SETTLE_SECONDS, on_settle);
}

/**
 * interview_room_keeper_stop:
 *
 * Ends it. A stop of the server is no leaving of the people in the rooms: they come back.
 */
void
interview_room_keeper_stop (InterviewRoomKeeper *self)
{
  g_return_if_fail (INTERVIEW_IS_ROOM_KEEPER (self));

  interview_hub_set_occupancy_func (self->hub, NULL, NULL);
  interview_source_clear (&self->miss);
  interview_source_clear (&self->settle);
}
