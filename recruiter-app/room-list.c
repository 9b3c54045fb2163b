/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "room-list.h"

#include "client/room-api.h"
#include "room-words.h"

/*
 * RecruiterRoomList is the list of the rooms of today and of the month that follows, in the order
 * of their times. A reload changes only the rows that are different, so that what a person has
 * selected or focused stays where it is. It belongs to the page that shows it; main thread.
 *
 * The signal `settled` is emitted after each reload, whether it worked or not.
 */
struct _RecruiterRoomList
{
  GObject parent_instance;

  InterviewConnection *connection;
  GCancellable *cancellable;
  GPtrArray *rooms;
  GPtrArray *fresh;
  GError *error;
  gint64 from;
  gint64 to;
  guint n_pages;
  gboolean loading;
  gboolean loaded;
  gboolean stale;
};

enum
{
  SETTLED,
  N_SIGNALS
};

#define DAYS_AHEAD 31

/* More pages than that of one month is a server that does not stop. */
#define MAX_PAGES 20

static guint signals[N_SIGNALS];

static void recruiter_room_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RecruiterRoomList,
                               recruiter_room_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      recruiter_room_list_model_init))

static void load_page (RecruiterRoomList *self, const char *cursor);

static gboolean
rooms_equal (InterviewRoom *a, InterviewRoom *b)
{
  g_autofree char *first = interview_record_to_text (INTERVIEW_RECORD (a));
  g_autofree char *second = interview_record_to_text (INTERVIEW_RECORD (b));

  return g_str_equal (first, second);
}

static void
take_rooms (RecruiterRoomList *self, GPtrArray *fresh)
{
  g_autoptr (GPtrArray) former = g_steal_pointer (&self->rooms);
  guint shorter = MIN (former->len, fresh->len);
  guint head = 0, tail = 0;

  while (head < shorter &&
         rooms_equal (g_ptr_array_index (former, head), g_ptr_array_index (fresh, head)))
    head++;
  while (tail < shorter - head && rooms_equal (g_ptr_array_index (former, former->len - 1 - tail),
                                               g_ptr_array_index (fresh, fresh->len - 1 - tail)))
    tail++;
  self->rooms = g_ptr_array_ref (fresh);
  if (former->len != head + tail || fresh->len != head + tail)
    g_list_model_items_changed (G_LIST_MODEL (self), head, former->len - head - tail,
                                fresh->len - head - tail);
}

static void
settle (RecruiterRoomList *self, GError *error)
{
  g_autoptr (GPtrArray) fresh = g_steal_pointer (&self->fresh);

  self->loading = FALSE;
  g_clear_error (&self->error);
  self->error = error;
  if (error == NULL)
    {
      self->loaded = TRUE;
      take_rooms (self, fresh);
    }
  g_signal_emit (self, signals[SETTLED], 0);
  if (self->stale)
    recruiter_room_list_reload (self);
}

static void
on_page (GObject *source, GAsyncResult *result, gpointer user_data)
{
  RecruiterRoomList *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewPage) page = NULL;
  GPtrArray *items;

  page = interview_room_api_list_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (page == NULL)
    {
      settle (self, g_steal_pointer (&error));
      return;
    }
  items = interview_page_get_items (page);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (self->fresh, g_object_ref (g_ptr_array_index (items, i)));
  if (interview_page_get_next_cursor (page) != NULL && ++self->n_pages < MAX_PAGES)
    load_page (self, interview_page_get_next_cursor (page));
  else
    settle (self, NULL);
}

static void
load_page (RecruiterRoomList *self, const char *cursor)
{
  interview_room_api_list_async (self->connection, self->from, self->to, cursor, self->cancellable,
                                 on_page, self);
}

static GType
recruiter_room_list_get_item_type (GListModel *model)
{
  return INTERVIEW_TYPE_ROOM;
}

static guint
recruiter_room_list_get_n_items (GListModel *model)
{
  return RECRUITER_ROOM_LIST (model)->rooms->len;
}

static gpointer
recruiter_room_list_get_item (GListModel *model, guint position)
{
  RecruiterRoomList *self = RECRUITER_ROOM_LIST (model);

  if (position >= self->rooms->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->rooms, position));
}

static void
recruiter_room_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = recruiter_room_list_get_item_type;
  iface->get_n_items = recruiter_room_list_get_n_items;
  iface->get_item = recruiter_room_list_get_item;
}

static void
recruiter_room_list_dispose (GObject *object)
{
  RecruiterRoomList *self = RECRUITER_ROOM_LIST (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (recruiter_room_list_parent_class)->dispose (object);
}

static void
recruiter_room_list_finalize (GObject *object)
{
  RecruiterRoomList *self = RECRUITER_ROOM_LIST (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rooms, g_ptr_array_unref);
  g_clear_pointer (&self->fresh, g_ptr_array_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (recruiter_room_list_parent_class)->finalize (object);
}

static void
recruiter_room_list_class_init (RecruiterRoomListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = recruiter_room_list_dispose;
  object_class->finalize = recruiter_room_list_finalize;

  signals[SETTLED] = g_signal_new ("settled", RECRUITER_TYPE_ROOM_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
recruiter_room_list_init (RecruiterRoomList *self)
{
  self->rooms = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/**
 * recruiter_room_list_new:
 * @connection: (transfer none): a connection that is signed in
 *
 * Returns: (transfer full): an empty list; recruiter_room_list_reload() fills it
 */
RecruiterRoomList *
recruiter_room_list_new (InterviewConnection *connection)
{
  RecruiterRoomList *self = g_object_new (RECRUITER_TYPE_ROOM_LIST, NULL);

  g_return_val_if_fail (INTERVIEW_IS_CONNECTION (connection), NULL);

  self->connection = g_object_ref (connection);

  return self;
}

/**
 * recruiter_room_list_reload:
 *
 * Asks the server again. While an answer is awaited the next question is kept until it is there.
 */
void
recruiter_room_list_reload (RecruiterRoomList *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) today = NULL;
  g_autoptr (GDateTime) end = NULL;

  g_return_if_fail (RECRUITER_IS_ROOM_LIST (self));

  self->stale = self->loading;
  if (self->loading)
    return;
  today = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                 g_date_time_get_day_of_month (now), 0, 0, 0);
  end = g_date_time_add_days (today, DAYS_AHEAD);
  self->from = g_date_time_to_unix (today) * G_USEC_PER_SEC;
  self->to = g_date_time_to_unix (end) * G_USEC_PER_SEC;
  self->loading = TRUE;
  self->n_pages = 0;
  self->fresh = g_ptr_array_new_with_free_func (g_object_unref);
  load_page (self, NULL);
}

/**
 * recruiter_room_list_get_loaded:
 *
 * Returns: whether the rooms are known, if perhaps not the newest ones
 */
gboolean
recruiter_room_list_get_loaded (RecruiterRoomList *self)
{
  g_return_val_if_fail (RECRUITER_IS_ROOM_LIST (self), FALSE);

  return self->loaded;
}

/**
 * recruiter_room_list_get_loading:
 *
 * Returns: whether an answer is awaited
 */
gboolean
recruiter_room_list_get_loading (RecruiterRoomList *self)
{
  g_return_val_if_fail (RECRUITER_IS_ROOM_LIST (self), FALSE);

  return self->loading;
}

/**
 * recruiter_room_list_get_error:
 *
 * Returns: (nullable) (transfer none): why the last reload failed
 */
const GError *
recruiter_room_list_get_error (RecruiterRoomList *self)
{
  g_return_val_if_fail (RECRUITER_IS_ROOM_LIST (self), NULL);

  return self->error;
}

/**
 * recruiter_room_list_find:
 * @room_id: (nullable): a room
 *
 * Returns: (nullable) (transfer none): the room, if it is in the list
 */
InterviewRoom *
recruiter_room_list_find (RecruiterRoomList *self, const char *room_id)
{
  g_return_val_if_fail (RECRUITER_IS_ROOM_LIST (self), NULL);

  for (guint i = 0; i < self->rooms->len; i++)
    {
      InterviewRoom *room = g_ptr_array_index (self->rooms, i);

      if (g_strcmp0 (interview_room_get_id (room), room_id) == 0)
        return room;
    }
  return NULL;
}

/**
 * recruiter_room_list_find_next:
 * @now: the present time, microseconds since 1970 in UTC
 *
 * Returns: (nullable) (transfer none): the room a recruiter is most likely to want: the first one
 *   in which somebody waits, else the first that is open, else the first that is not over
 */
InterviewRoom *
recruiter_room_list_find_next (RecruiterRoomList *self, gint64 now)
{
  InterviewRoom *open = NULL;
  InterviewRoom *later = NULL;

  g_return_val_if_fail (RECRUITER_IS_ROOM_LIST (self), NULL);

  for (guint i = 0; i < self->rooms->len; i++)
    {
      InterviewRoom *room = g_ptr_array_index (self->rooms, i);

      if (recruiter_room_words_is_over (room))
        continue;
      if (recruiter_room_words_needs_attention (room))
        return room;
      if (open == NULL && recruiter_room_words_is_open (room, now))
        open = room;
      if (later == NULL)
        later = room;
    }
  return open != NULL ? open : later;
}
