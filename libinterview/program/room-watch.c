/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/room-watch.h"

#include "client/draft.h"
#include "client/room-api.h"
#include "core/error.h"

/*
 * InterviewRoomWatch keeps the record of one room current: it loads it, and loads it again when the
 * server says that it changed and when the event channel is back after a break. `room` is %NULL
 * until the first answer; `error` is the last failure, %NULL after a success. Main thread; belongs
 * to who shows the room.
 */
struct _InterviewRoomWatch
{
  GObject parent_instance;

  InterviewAccount *account;
  InterviewConnection *connection;
  char *room_id;
  InterviewRoom *room;
  GError *error;
  GCancellable *cancellable;
  gboolean loading;
  gboolean stale; /* changed again while it is being loaded */
};

enum
{
  PROP_0,
  PROP_ROOM,
  PROP_ERROR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewRoomWatch, interview_room_watch, G_TYPE_OBJECT)

/* What somebody was writing there goes nowhere any more. */
static void
forget_drafts (InterviewRoomWatch *self)
{
  if (interview_room_watch_is_over (self))
    interview_draft_forget_room (interview_account_get_spool (self->account), self->room_id);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewRoomWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRoom) room =
      interview_room_api_get_finish (INTERVIEW_CONNECTION (source), result, &error);

  self->loading = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (room != NULL && g_set_object (&self->room, room))
    {
      forget_drafts (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROOM]);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
  if (self->stale)
    interview_room_watch_reload (self);
}

static void
on_event (InterviewRoomWatch *self, InterviewEvent *event)
{
  if (interview_event_get_kind (event) == INTERVIEW_EVENT_KIND_COMPANY_CHANGED ||
      interview_event_changes_room (event, self->room_id))
    interview_room_watch_reload (self);
}

static void
on_channel_state (InterviewRoomWatch *self, GParamSpec *pspec, InterviewEventChannel *channel)
{
  if (interview_event_channel_get_state (channel) == INTERVIEW_CHANNEL_STATE_ONLINE)
    interview_room_watch_reload (self);
}

static void
interview_room_watch_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewRoomWatch *self = INTERVIEW_ROOM_WATCH (object);

  switch (id)
    {
    case PROP_ROOM:
      g_value_set_object (value, self->room);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_room_watch_dispose (GObject *object)
{
  InterviewRoomWatch *self = INTERVIEW_ROOM_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->account);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (interview_room_watch_parent_class)->dispose (object);
}

static void
interview_room_watch_finalize (GObject *object)
{
  InterviewRoomWatch *self = INTERVIEW_ROOM_WATCH (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->room);
  g_clear_error (&self->error);
  g_free (self->room_id);
  G_OBJECT_CLASS (interview_room_watch_parent_class)->finalize (object);
}

static void
interview_room_watch_class_init (InterviewRoomWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = interview_room_watch_get_property;
  object_class->dispose = interview_room_watch_dispose;
  object_class->finalize = interview_room_watch_finalize;
  properties[PROP_ROOM] = g_param_spec_object ("room", NULL, NULL, INTERVIEW_TYPE_ROOM, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_room_watch_init (InterviewRoomWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * interview_room_watch_new:
 * @account: who is signed in
 * @room_id: the room
 *
 * Returns: (transfer full): a watch that has begun to load the room
 */
InterviewRoomWatch *
interview_room_watch_new (InterviewAccount *account, const char *room_id)
{
  InterviewRoomWatch *self;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (interview_account_get_connection (account) != NULL, NULL);
  g_return_val_if_fail (room_id != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_ROOM_WATCH, NULL);
  self->account = g_object_ref (account);
  self->connection = g_object_ref (interview_account_get_connection (account));
  self->room_id = g_strdup (room_id);
  g_signal_connect_object (account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (interview_account_get_channel (account), "notify::state",
                           G_CALLBACK (on_channel_state), self, G_CONNECT_SWAPPED);
  interview_room_watch_reload (self);
  return self;
}

/**
 * interview_room_watch_reload:
 *
 * Loads the room again, as after a failure. Requests while one is under way become one more.
 */
void
interview_room_watch_reload (InterviewRoomWatch *self)
{
  g_return_if_fail (INTERVIEW_IS_ROOM_WATCH (self));

  self->stale = self->loading;
  if (self->loading)
    return;
  self->loading = TRUE;
  interview_room_api_get_async (self->connection, self->room_id, self->cancellable, on_loaded,
                                g_object_ref (self));
}

/**
 * interview_room_watch_get_room_id:
 *
 * Returns: (transfer none): the room's identifier
 */
const char *
interview_room_watch_get_room_id (InterviewRoomWatch *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_WATCH (self), NULL);

  return self->room_id;
}

/**
 * interview_room_watch_get_room:
 *
 * Returns: (nullable) (transfer none): the room as it was last known
 */
InterviewRoom *
interview_room_watch_get_room (InterviewRoomWatch *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_WATCH (self), NULL);

  return self->room;
}

/**
 * interview_room_watch_get_error:
 *
 * Returns: (nullable) (transfer none): why the last attempt failed, for people
 */
const GError *
interview_room_watch_get_error (InterviewRoomWatch *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_WATCH (self), NULL);

  return self->error;
}

/**
 * interview_room_watch_is_over:
 *
 * Returns: whether nobody can enter the room any more
 */
gboolean
interview_room_watch_is_over (InterviewRoomWatch *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_WATCH (self), FALSE);

  if (self->room == NULL)
    return FALSE;
  switch (interview_room_get_state (self->room))
    {
    case INTERVIEW_ROOM_STATE_ENDED:
    case INTERVIEW_ROOM_STATE_MISSED:
    case INTERVIEW_ROOM_STATE_CANCELLED:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_refused (InterviewRoomWatch *self)
{
  return g_error_matches (self->error, INTERVIEW_ERROR, INTERVIEW_ERROR_FORBIDDEN) ||
         g_error_matches (self->error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND);
}

/**
 * interview_room_watch_is_removed:
 *
 * Returns: whether who is signed in is staff, and does not belong to the panel of the room, be it
 *   that they see who does or that they see the room no more
 */
gboolean
interview_room_watch_is_removed (InterviewRoomWatch *self)
{
  InterviewSession *session;
  InterviewPerson *person;
  GPtrArray *recruiters;

  g_return_val_if_fail (INTERVIEW_IS_ROOM_WATCH (self), FALSE);

  session = self->account != NULL ? interview_account_get_session (self->account) : NULL;
  if (session == NULL || self->room == NULL)
    return FALSE;
  person = interview_session_get_person (session);
  if (interview_person_get_role (person) == INTERVIEW_ROLE_CANDIDATE)
    return FALSE;
  recruiters = interview_room_get_recruiters (self->room);
  for (guint i = 0; recruiters != NULL && i < recruiters->len; i++)
    {
      if (g_strcmp0 (interview_participant_get_person_id (recruiters->pdata[i]),
                     interview_person_get_id (person)) == 0)
        return is_refused (self);
    }
  return TRUE;
}
