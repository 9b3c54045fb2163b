/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/visit.h"

#include "client/call-channel.h"
#include "client/room-api.h"
#include "core/error.h"

/*
 * InterviewVisit is one stay in a room, from entering to leaving: it joins on the event channel,
 * makes the call with the program's devices, keeps the roster of the others and decides the state
 * that the window shows. Whatever breaks on the way, the server, the network or the other program,
 * is taken up again by the channel and the call; the visit only ends when somebody leaves or the
 * room is over. Signal `refused` (#GError): the server does not let us in. Main thread; belongs to
 * the call page. To come back after leaving, make a new one.
 */
struct _InterviewVisit
{
  GObject parent_instance;

  InterviewAccount *account;
  InterviewRoomWatch *watch;
  InterviewDevices *devices;
  InterviewLastVisit *last_visit;
  InterviewEventChannel *events;
  InterviewCallChannel *channel;
  InterviewCall *call;
  InterviewRoster *roster;
  InterviewVisitState state;
  gboolean entered;
  gboolean left;
  guint mark_id;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_ONLINE,
  N_PROPS,
};

enum
{
  SIGNAL_REFUSED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewVisit, interview_visit, G_TYPE_OBJECT)

/* How often it is written down that the visit goes on. */
#define MARK_SECONDS 20

static gboolean
mark (gpointer user_data)
{
  InterviewVisit *self = user_data;
  InterviewCapture *capture = interview_devices_get_capture (self->devices);

  interview_last_visit_mark (self->last_visit, interview_room_watch_get_room_id (self->watch),
                             interview_capture_get_camera_enabled (capture),
                             interview_capture_get_microphone_enabled (capture));
  return G_SOURCE_CONTINUE;
}

static void
on_switched (InterviewVisit *self)
{
  if (self->mark_id != 0)
    mark (self);
}

/* Closes the call; leaves the room too if @farewell, otherwise the server finds us lost. */
static void
close_visit (InterviewVisit *self, gboolean farewell)
{
  if (!self->entered || self->mark_id == 0)
    return;
  g_clear_handle_id (&self->mark_id, g_source_remove);
  if (farewell)
    interview_last_visit_clear (self->last_visit);
  interview_call_stop (self->call);
  if (farewell)
    interview_call_channel_leave (self->channel);
  interview_devices_stop (self->devices);
}

/* It is the candidate's affair alone. */
static gboolean
is_denied (InterviewVisit *self)
{
  InterviewRoom *room = interview_room_watch_get_room (self->watch);
  InterviewSession *session = interview_account_get_session (self->account);

  return room != NULL && session != NULL &&
         interview_person_get_role (interview_session_get_person (session)) ==
             INTERVIEW_ROLE_CANDIDATE &&
         interview_room_get_entrance (room) == INTERVIEW_ROOM_ENTRANCE_DENIED;
}

static void
update_state (InterviewVisit *self)
{
  InterviewVisitFacts facts = {
    .entered = self->entered,
    .left = self->left,
    .admitted = interview_roster_is_known (self->roster),
    .in_lobby = interview_roster_is_in_lobby (self->roster),
    .denied = is_denied (self),
    .removed = interview_room_watch_is_removed (self->watch),
    .over = interview_room_watch_is_over (self->watch),
    .others = interview_roster_count_present (self->roster),
    .missing = interview_roster_has_missing (self->roster),
    .call =
        self->call != NULL ? interview_call_get_state (self->call) : INTERVIEW_CALL_STATE_WAITING,
  };
  InterviewVisitState state = interview_visit_state_decide (&facts);

  if (state == self->state)
    return;
  self->state = state;
  if (state == INTERVIEW_VISIT_STATE_ENDED || state == INTERVIEW_VISIT_STATE_LEFT ||
      state == INTERVIEW_VISIT_STATE_DENIED || state == INTERVIEW_VISIT_STATE_REMOVED)
    close_visit (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
on_presence (InterviewVisit *self, InterviewPresence *presence)
{
  interview_roster_update (self->roster, presence);
  update_state (self);
}

static void
on_refused (InterviewVisit *self, const GError *error)
{
  g_autoptr (InterviewVisit) keep = g_object_ref (self);

  if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_ROOM_CLOSED) ||
      g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_ADMITTED) ||
      (interview_roster_is_known (self->roster) &&
       g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_IN_ROOM)))
    interview_room_watch_reload (self->watch);
  else
    g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error);
}

static void
on_online_changed (InterviewVisit *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLINE]);
}

static void
interview_visit_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewVisit *self = INTERVIEW_VISIT (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_ONLINE:
      g_value_set_boolean (value, interview_visit_get_online (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_visit_dispose (GObject *object)
{
  InterviewVisit *self = INTERVIEW_VISIT (object);

  /* A window that is closed counts as leaving; a killed program does not get here. */
  close_visit (self, TRUE);
  g_clear_object (&self->call);
  g_clear_object (&self->channel);
  g_clear_object (&self->events);
  g_clear_object (&self->watch);
  g_clear_object (&self->devices);
  g_clear_object (&self->last_visit);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (interview_visit_parent_class)->dispose (object);
}

static void
interview_visit_finalize (GObject *object)
{
  InterviewVisit *self = INTERVIEW_VISIT (object);

  g_clear_object (&self->roster);
  G_OBJECT_CLASS (interview_visit_parent_class)->finalize (object);
}

static void
interview_visit_class_init (InterviewVisitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = interview_visit_get_property;
  object_class->dispose = interview_visit_dispose;
  object_class->finalize = interview_visit_finalize;
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, INTERVIEW_TYPE_VISIT_STATE,
                                              INTERVIEW_VISIT_STATE_OUTSIDE, flags);
  properties[PROP_ONLINE] = g_param_spec_boolean ("online", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", INTERVIEW_TYPE_VISIT, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
interview_visit_init (InterviewVisit *self)
{
}

/**
 * interview_visit_new:
 * @account: who is signed in
 * @watch: the room
 * @devices: camera, microphone and loudspeaker
 * @last_visit: where it is written down that the visit goes on
 *
 * Returns: (transfer full): a visit that has not been begun
 */
InterviewVisit *
interview_visit_new (InterviewAccount *account,
                     InterviewRoomWatch *watch,
                     InterviewDevices *devices,
                     InterviewLastVisit *last_visit)
{
  InterviewVisit *self;
  InterviewPerson *person;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (interview_account_get_session (account) != NULL, NULL);
  g_return_val_if_fail (INTERVIEW_IS_ROOM_WATCH (watch), NULL);
  g_return_val_if_fail (INTERVIEW_IS_DEVICES (devices), NULL);

  self = g_object_new (INTERVIEW_TYPE_VISIT, NULL);
  self->account = g_object_ref (account);
  self->watch = g_object_ref (watch);
  self->devices = g_object_ref (devices);
  self->last_visit = g_object_ref (last_visit);
  self->events = g_object_ref (interview_account_get_channel (account));
  person = interview_session_get_person (interview_account_get_session (account));
  self->roster = interview_roster_new (interview_person_get_id (person));
  self->channel =
      interview_call_channel_new (self->events, interview_room_watch_get_room_id (watch));
  self->call = interview_call_new (INTERVIEW_SIGNALLING (self->channel),
                                   interview_devices_get_capture (devices),
                                   interview_devices_get_playback (devices));
  g_signal_connect_object (self->channel, "presence", G_CALLBACK (on_presence), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->channel, "refused", G_CALLBACK (on_refused), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->events, "notify::state", G_CALLBACK (on_online_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->call, "notify::state", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (account, "doubt", G_CALLBACK (interview_call_doubt), self->call,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (watch, "notify::room", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (watch, "notify::error", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (interview_devices_get_capture (devices), "notify::camera-enabled",
                           G_CALLBACK (on_switched), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (interview_devices_get_capture (devices), "notify::microphone-enabled",
                           G_CALLBACK (on_switched), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * interview_visit_enter:
 *
 * Opens the devices and goes into the room. To be called once.
 */
void
interview_visit_enter (InterviewVisit *self)
{
  g_return_if_fail (INTERVIEW_IS_VISIT (self));
  g_return_if_fail (!self->entered);

  self->entered = TRUE;
  interview_devices_start (self->devices);
  interview_call_start (self->call);
  interview_call_channel_join (self->channel);
  mark (self);
  self->mark_id = g_timeout_add_seconds (MARK_SECONDS, mark, self);
  update_state (self);
}

/**
 * interview_visit_leave:
 *
 * Leaves the room, which stays open for the others and for coming back.
 */
void
interview_visit_leave (InterviewVisit *self)
{
  g_return_if_fail (INTERVIEW_IS_VISIT (self));

  self->left = TRUE;
  update_state (self);
}

static void
on_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  InterviewVisit *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (InterviewRoom) room =
      interview_room_api_end_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (room == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  interview_visit_leave (self);
  interview_room_watch_reload (self->watch);
  g_task_return_boolean (task, TRUE);
}

/**
 * interview_visit_end_async:
 * @cancellable: (nullable): to give up
 * @callback: called on the main thread; ends with interview_visit_end_finish()
 * @user_data: for @callback
 *
 * Ends the interview for everybody, which a recruiter of the room may do.
 */
void
interview_visit_end_async (InterviewVisit *self,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_VISIT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_visit_end_async);
  interview_room_api_end_async (interview_event_channel_get_connection (self->events),
                                interview_room_watch_get_room_id (self->watch), cancellable,
                                on_ended, task);
}

/**
 * interview_visit_end_finish:
 * @result: what the callback got
 * @error: return location; with an error the visit goes on
 *
 * Returns: whether the interview has ended
 */
gboolean
interview_visit_end_finish (InterviewVisit *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * interview_visit_get_state:
 *
 * Returns: where the visit stands
 */
InterviewVisitState
interview_visit_get_state (InterviewVisit *self)
{
  g_return_val_if_fail (INTERVIEW_IS_VISIT (self), INTERVIEW_VISIT_STATE_OUTSIDE);

  return self->state;
}

/**
 * interview_visit_get_call:
 *
 * Returns: (transfer none): the call of this visit
 */
InterviewCall *
interview_visit_get_call (InterviewVisit *self)
{
  g_return_val_if_fail (INTERVIEW_IS_VISIT (self), NULL);

  return self->call;
}

/**
 * interview_visit_get_watch:
 *
 * Returns: (transfer none): the room
 */
InterviewRoomWatch *
interview_visit_get_watch (InterviewVisit *self)
{
  g_return_val_if_fail (INTERVIEW_IS_VISIT (self), NULL);

  return self->watch;
}

/**
 * interview_visit_get_online:
 *
 * Returns: whether the server can be reached; the call may go on without it
 */
gboolean
interview_visit_get_online (InterviewVisit *self)
{
  g_return_val_if_fail (INTERVIEW_IS_VISIT (self), FALSE);

  return interview_event_channel_get_state (self->events) == INTERVIEW_CHANNEL_STATE_ONLINE;
}

/**
 * interview_visit_get_roster:
 *
 * Returns: (transfer none): who else is there
 */
InterviewRoster *
interview_visit_get_roster (InterviewVisit *self)
{
  g_return_val_if_fail (INTERVIEW_IS_VISIT (self), NULL);

  return self->roster;
}
