/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/call-channel.h"

#include "client/failure.h"
#include "client/retry.h"
#include "core/error.h"
#include "core/protocol/relays.h"
#include "core/protocol/room-reference.h"

/*
 * InterviewCallChannel is one person's stay in one room, as the call sees it: it joins, joins again
 * after each break of the event channel, relays the signals of the call, and leaves. The program
 * that shows the room owns it. On the default main context.
 *
 * Signal `refused` (#GError): the server does not let this program in, or another computer of the
 * same person has taken its place; it does not try again before the next
 * interview_call_channel_join().
 *
 * Property `joined`: whether the server counts this program among those in the room; it is the same
 * as `connected` of #InterviewSignalling.
 */
struct _InterviewCallChannel
{
  GObject parent_instance;

  InterviewEventChannel *events;
  char *room_id;
  gboolean wanted;
  gboolean asking;
  gboolean joined;
  InterviewPresence *presence;
  InterviewIceSettings *ice;
  InterviewRetry *retry;
};

enum
{
  PROP_0,
  PROP_CONNECTED,
  PROP_JOINED,
};

enum
{
  SIGNAL_REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void interview_call_channel_signalling_init (InterviewSignallingInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (InterviewCallChannel,
                               interview_call_channel,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (INTERVIEW_TYPE_SIGNALLING,
                                                      interview_call_channel_signalling_init))

static void
set_joined (InterviewCallChannel *self, gboolean joined)
{
  if (self->joined == joined)
    return;
  self->joined = joined;
  g_object_notify (G_OBJECT (self), "joined");
  g_object_notify (G_OBJECT (self), "connected");
}

static void
ask (InterviewCallChannel *self)
{
  g_autoptr (InterviewRoomReference) body =
      g_object_new (INTERVIEW_TYPE_ROOM_REFERENCE, "room_id", self->room_id, NULL);

  self->asking = self->wanted && interview_event_channel_send (self->events, INTERVIEW_MESSAGE_JOIN,
                                                               INTERVIEW_RECORD (body));
}

static gboolean
passes (const GError *error)
{
  return g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_BUSY) ||
         g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_RATE_LIMITED) ||
         g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL);
}

static void
give_up (InterviewCallChannel *self, const GError *error)
{
  self->wanted = FALSE;
  self->asking = FALSE;
  set_joined (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, error);
}

static void
on_refused (InterviewCallChannel *self, InterviewProblem *problem)
{
  g_autoptr (GError) error = interview_failure_from_problem (problem);

  self->asking = FALSE;
  if (!passes (error))
    {
      give_up (self, error);
      return;
    }
  interview_retry_plan (self->retry);
}

/* The server tells a program so when another one of the same person has come in. */
static gboolean
says_replaced (InterviewProblem *problem)
{
  return g_strcmp0 (interview_problem_get_code (problem),
                    interview_error_to_code (INTERVIEW_ERROR_OUT_OF_ORDER)) == 0;
}

static void
on_problem (InterviewCallChannel *self, InterviewProblem *problem)
{
  g_autoptr (GError) error = NULL;

  if (self->asking)
    on_refused (self, problem);
  else if (self->joined && says_replaced (problem))
    {
      error = interview_failure_replaced ();
      give_up (self, error);
    }
}

static void
on_message (InterviewEventChannel *events, InterviewEnvelope *envelope, gpointer user_data)
{
  g_autoptr (InterviewCallChannel) self = g_object_ref (user_data);
  gpointer body = interview_envelope_get_body (envelope);

  switch (interview_envelope_get_message_type (envelope))
    {
    case INTERVIEW_MESSAGE_SIGNAL:
      if (self->joined && g_str_equal (interview_signal_get_room_id (body), self->room_id))
        interview_signalling_emit_received (INTERVIEW_SIGNALLING (self), body);
      break;
    case INTERVIEW_MESSAGE_RELAYS:
      if (g_str_equal (interview_relays_get_room_id (body), self->room_id))
        g_set_object (&self->ice, interview_relays_get_ice (body));
      break;
    default:
      on_problem (self, body);
    }
}

static void
on_presence (InterviewEventChannel *events, InterviewPresence *presence, gpointer user_data)
{
  g_autoptr (InterviewCallChannel) self = g_object_ref (user_data);
  const char *instance = interview_event_channel_get_instance (self->events);

  if (!self->wanted || !g_str_equal (interview_presence_get_room_id (presence), self->room_id))
    return;
  if (interview_presence_get_cause (presence) == INTERVIEW_PRESENCE_CAUSE_REPLACED &&
      g_strcmp0 (interview_presence_get_departed (presence), instance) == 0)
    {
      g_autoptr (GError) error = interview_failure_replaced ();

      give_up (self, error);
      return;
    }
  if (interview_presence_find_peer (presence, instance) == NULL)
    {
      /* Put out: the answer to the next join says why. */
      if (self->joined)
        {
          set_joined (self, FALSE);
          ask (self);
        }
      return;
    }
  self->asking = FALSE;
  interview_retry_reset (self->retry);
  g_set_object (&self->presence, presence);
  set_joined (self, TRUE);
  interview_signalling_emit_presence (INTERVIEW_SIGNALLING (self), presence);
}

static void
on_state (InterviewEventChannel *events, GParamSpec *pspec, gpointer user_data)
{
  g_autoptr (InterviewCallChannel) self = g_object_ref (user_data);

  if (interview_event_channel_get_state (events) == INTERVIEW_CHANNEL_STATE_ONLINE)
    {
      if (self->wanted)
        ask (self);
      return;
    }
  interview_retry_reset (self->retry);
  self->asking = FALSE;
  set_joined (self, FALSE);
}

static void
interview_call_channel_send (InterviewSignalling *signalling, InterviewSignal *signal)
{
  InterviewCallChannel *self = INTERVIEW_CALL_CHANNEL (signalling);

  if (self->joined)
    interview_event_channel_send (self->events, INTERVIEW_MESSAGE_SIGNAL,
                                  INTERVIEW_RECORD (signal));
}

static const char *
interview_call_channel_get_instance (InterviewSignalling *signalling)
{
  return interview_event_channel_get_instance (INTERVIEW_CALL_CHANNEL (signalling)->events);
}

static const char *
interview_call_channel_get_room_id (InterviewSignalling *signalling)
{
  return INTERVIEW_CALL_CHANNEL (signalling)->room_id;
}

static InterviewPresence *
interview_call_channel_get_presence (InterviewSignalling *signalling)
{
  return INTERVIEW_CALL_CHANNEL (signalling)->presence;
}

static InterviewIceSettings *
interview_call_channel_get_ice (InterviewSignalling *signalling)
{
  return INTERVIEW_CALL_CHANNEL (signalling)->ice;
}

static void
interview_call_channel_signalling_init (InterviewSignallingInterface *iface)
{
  iface->send = interview_call_channel_send;
  iface->get_instance = interview_call_channel_get_instance;
  iface->get_room_id = interview_call_channel_get_room_id;
  iface->get_presence = interview_call_channel_get_presence;
  iface->get_ice = interview_call_channel_get_ice;
}

static void
interview_call_channel_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  InterviewCallChannel *self = INTERVIEW_CALL_CHANNEL (object);

  switch (prop_id)
    {
    case PROP_CONNECTED:
    case PROP_JOINED:
      g_value_set_boolean (value, self->joined);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
interview_call_channel_dispose (GObject *object)
{
  InterviewCallChannel *self = INTERVIEW_CALL_CHANNEL (object);

  g_clear_object (&self->retry);
  if (self->events != NULL)
    g_signal_handlers_disconnect_by_data (self->events, self);

  G_OBJECT_CLASS (interview_call_channel_parent_class)->dispose (object);
}

static void
interview_call_channel_finalize (GObject *object)
{
  InterviewCallChannel *self = INTERVIEW_CALL_CHANNEL (object);

  g_clear_object (&self->events);
  g_clear_object (&self->presence);
  g_clear_object (&self->ice);
  g_free (self->room_id);

  G_OBJECT_CLASS (interview_call_channel_parent_class)->finalize (object);
}

static void
interview_call_channel_class_init (InterviewCallChannelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = interview_call_channel_dispose;
  object_class->finalize = interview_call_channel_finalize;
  object_class->get_property = interview_call_channel_get_property;

  g_object_class_override_property (object_class, PROP_CONNECTED, "connected");
  g_object_class_install_property (object_class, PROP_JOINED,
                                   g_param_spec_boolean ("joined", NULL, NULL, FALSE,
                                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                                                             G_PARAM_EXPLICIT_NOTIFY));

  signals[SIGNAL_REFUSED] = g_signal_new ("refused", INTERVIEW_TYPE_CALL_CHANNEL, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
interview_call_channel_init (InterviewCallChannel *self)
{
  self->retry = interview_retry_new ();
  g_signal_connect_swapped (self->retry, "due", G_CALLBACK (ask), self);
}

/**
 * interview_call_channel_new:
 * @events: (transfer none): the line to the server; started and stopped by its owner
 * @room_id: the room
 *
 * Returns: (transfer full): a new channel that has not joined
 */
InterviewCallChannel *
interview_call_channel_new (InterviewEventChannel *events, const char *room_id)
{
  InterviewCallChannel *self;

  g_return_val_if_fail (INTERVIEW_IS_EVENT_CHANNEL (events), NULL);
  g_return_val_if_fail (room_id != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_CALL_CHANNEL, NULL);
  self->events = g_object_ref (events);
  self->room_id = g_strdup (room_id);
  g_signal_connect (events, "notify::state", G_CALLBACK (on_state), self);
  g_signal_connect (events, "presence", G_CALLBACK (on_presence), self);
  g_signal_connect (events, "message", G_CALLBACK (on_message), self);
  return self;
}

/**
 * interview_call_channel_join:
 *
 * Joins the room as soon as the line is up, and again after each break, until
 * interview_call_channel_leave() or `refused`.
 */
void
interview_call_channel_join (InterviewCallChannel *self)
{
  g_return_if_fail (INTERVIEW_IS_CALL_CHANNEL (self));

  if (self->wanted)
    return;
  self->wanted = TRUE;
  ask (self);
}

/**
 * interview_call_channel_leave:
 *
 * Leaves the room; the others are told that it was on purpose.
 */
void
interview_call_channel_leave (InterviewCallChannel *self)
{
  g_autoptr (InterviewRoomReference) body = NULL;

  g_return_if_fail (INTERVIEW_IS_CALL_CHANNEL (self));

  if (!self->wanted)
    return;
  self->wanted = FALSE;
  self->asking = FALSE;
  interview_retry_reset (self->retry);
  body = g_object_new (INTERVIEW_TYPE_ROOM_REFERENCE, "room_id", self->room_id, NULL);
  interview_event_channel_send (self->events, INTERVIEW_MESSAGE_LEAVE, INTERVIEW_RECORD (body));
  g_clear_object (&self->presence);
  set_joined (self, FALSE);
}

/**
 * interview_call_channel_get_joined:
 *
 * Returns: whether the server counts this program among those in the room now
 */
gboolean
interview_call_channel_get_joined (InterviewCallChannel *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CALL_CHANNEL (self), FALSE);

  return self->joined;
}
