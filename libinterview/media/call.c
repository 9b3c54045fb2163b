/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/call.h"

#include "media/capture-private.h"
#include "media/negotiator.h"
#include "media/remote-private.h"
#include "media/sound-only.h"

/*
 * InterviewCall is a call in a room: it connects to everybody whom the signalling lists there, and
 * shows them as #InterviewRemote in its list. It knows neither the network nor the windows.
 *
 * Somebody who crashes and comes back is another run of their program, with an instance of its own:
 * a new remote and a new link. Somebody whose way to the server broke keeps the instance: their
 * link goes on as if nothing had been. Signal `departed` tells who is gone, and why.
 *
 * Order of use: new, start, stop; start again is possible. Whoever makes it owns it, and starts and
 * stops the capture. Main context only.
 */
struct _InterviewCall
{
  GObject parent_instance;

  InterviewSignalling *signalling;
  InterviewCapture *capture;
  InterviewPlayback *playback;
  InterviewScreenShare *screen;
  GListStore *remotes;
  GPtrArray *negotiators;
  InterviewNegotiator *publication; /* what a media server gets of us, if there is one */
  char *media_server;
  InterviewCallState state;
  gboolean running;
  InterviewSoundOnly *sound_only; /* while it runs */
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_REMOTES,
  N_PROPS,
};

enum
{
  SIGNAL_DEPARTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewCall, interview_call, G_TYPE_OBJECT)

static void
update_state (InterviewCall *self)
{
  InterviewCallState state =
      self->running ? INTERVIEW_CALL_STATE_WAITING : INTERVIEW_CALL_STATE_ENDED;

  for (guint i = 0; i < self->negotiators->len; i++)
    {
      InterviewNegotiator *negotiator = g_ptr_array_index (self->negotiators, i);
      InterviewRemote *remote = interview_negotiator_get_remote (negotiator);

      state = interview_call_state_combine (state, interview_remote_get_state (remote));
    }
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static InterviewNegotiator *
find (InterviewCall *self, const char *instance)
{
  for (guint i = 0; i < self->negotiators->len; i++)
    {
      InterviewNegotiator *negotiator = g_ptr_array_index (self->negotiators, i);
      InterviewRemote *remote = interview_negotiator_get_remote (negotiator);

      if (g_strcmp0 (interview_remote_get_instance (remote), instance) == 0)
        return negotiator;
    }

  return NULL;
}

static void
drop (InterviewCall *self,
      InterviewNegotiator *negotiator,
      gboolean say_goodbye,
      InterviewCallEvent event)
{
  InterviewRemote *remote = interview_negotiator_get_remote (negotiator);
  guint position;

  g_signal_handlers_disconnect_by_data (negotiator, self);
  g_signal_handlers_disconnect_by_data (remote, self);
  interview_negotiator_close (negotiator, say_goodbye);
  interview_remote_set_state (remote,
                              interview_call_state_next (interview_remote_get_state (remote),
                                                         event));
  if (g_list_store_find (self->remotes, remote, &position))
    g_list_store_remove (self->remotes, position);
  g_ptr_array_remove (self->negotiators, negotiator);
}

static void
depart (InterviewCall *self, InterviewNegotiator *negotiator, InterviewPresenceCause cause)
{
  g_autoptr (InterviewRemote) remote = g_object_ref (interview_negotiator_get_remote (negotiator));

  drop (self, negotiator, FALSE, INTERVIEW_CALL_EVENT_DEPARTED);
  update_state (self);
  g_signal_emit (self, signals[SIGNAL_DEPARTED], 0, remote, cause);
}

static void
on_given_up (InterviewCall *self, InterviewNegotiator *negotiator)
{
  depart (self, negotiator, INTERVIEW_PRESENCE_CAUSE_LOST);
}

static gboolean
is_same_person (InterviewParticipant *one, InterviewParticipant *other)
{
  return one != NULL && other != NULL &&
         g_strcmp0 (interview_participant_get_person_id (one),
                    interview_participant_get_person_id (other)) == 0;
}

/* The same person from a new run of their program: the former one crashed, and nothing will come
 * from it any more. */
static void
replace_former (InterviewCall *self, InterviewPeer *peer, InterviewPresence *presence)
{
  for (guint i = self->negotiators->len; self->running && i > 0; i--)
    {
      InterviewNegotiator *negotiator = g_ptr_array_index (self->negotiators, i - 1);
      InterviewRemote *remote = interview_negotiator_get_remote (negotiator);

      if (is_same_person (interview_remote_get_participant (remote),
                          interview_peer_get_participant (peer)) &&
          interview_presence_find_peer (presence, interview_remote_get_instance (remote)) == NULL)
        depart (self, negotiator, INTERVIEW_PRESENCE_CAUSE_REPLACED);
    }
}

static void
on_screen_turn (InterviewRemote *remote, GParamSpec *pspec, InterviewCall *self)
{
  interview_screen_share_hear (self->screen, interview_remote_get_screen_turn (remote),
                               interview_remote_get_instance (remote));
}

static InterviewCallStats *
get_stats (InterviewNegotiator *negotiator)
{
  return interview_remote_get_stats (interview_negotiator_get_remote (negotiator));
}

static void
set_way (InterviewCall *self, InterviewNegotiator *negotiator)
{
  interview_call_stats_set_sending_of (get_stats (negotiator), self->publication != NULL
                                                                   ? get_stats (self->publication)
                                                                   : NULL);
  interview_negotiator_set_media_server (negotiator, self->media_server);
}

static void
meet (InterviewCall *self, InterviewPeer *peer)
{
  g_autoptr (InterviewNegotiator) negotiator = NULL;
  g_autoptr (InterviewRemote) remote = NULL;

  remote = interview_remote_new (interview_peer_get_instance (peer),
                                 interview_peer_get_participant (peer));
  negotiator = interview_negotiator_new (self->signalling, self->capture, self->screen,
                                         self->playback, remote);
  g_signal_connect_swapped (negotiator, "departed", G_CALLBACK (on_given_up), self);
  g_signal_connect_swapped (remote, "notify::state", G_CALLBACK (update_state), self);
  g_signal_connect (remote, "notify::screen-turn", G_CALLBACK (on_screen_turn), self);

  set_way (self, negotiator);
  g_ptr_array_add (self->negotiators, g_object_ref (negotiator));
  interview_negotiator_start (negotiator);
  g_list_store_append (self->remotes, remote);
  update_state (self);
}

/* Whether somebody is to be talked to: those in the lobby are there, but not in the call, and from
 * the lobby one talks to nobody. */
static gboolean
is_in_call (InterviewPeer *peer, gboolean own_in_lobby)
{
  return !own_in_lobby && !interview_peer_get_in_lobby (peer);
}

static gboolean
is_in_lobby (InterviewPresence *presence, const char *instance)
{
  InterviewPeer *peer = interview_presence_find_peer (presence, instance);

  return peer != NULL && interview_peer_get_in_lobby (peer);
}

/* Parts from those who went to the lobby, or from all when we did. Whoever hears of it may stop the
 * call, as with everything that on_presence() does. */
static void
part (InterviewCall *self, InterviewPresence *presence, gboolean own_in_lobby)
{
  for (guint i = self->negotiators->len; self->running && i > 0; i--)
    {
      InterviewNegotiator *negotiator = g_ptr_array_index (self->negotiators, i - 1);
      InterviewRemote *remote = interview_negotiator_get_remote (negotiator);

      if (own_in_lobby || is_in_lobby (presence, interview_remote_get_instance (remote)))
        depart (self, negotiator, INTERVIEW_PRESENCE_CAUSE_LEFT);
    }
}

static void
stop_publishing (InterviewCall *self)
{
  if (self->publication != NULL)
    interview_negotiator_close (self->publication, TRUE);
  g_clear_object (&self->publication);
  g_clear_pointer (&self->media_server, g_free);
}

static void
publish (InterviewCall *self)
{
  g_autoptr (InterviewRemote) remote =
      interview_remote_new (interview_signalling_get_instance (self->signalling), NULL);

  self->publication = interview_negotiator_new (self->signalling, self->capture, self->screen,
                                                self->playback, remote);
  interview_negotiator_set_media_server (self->publication, self->media_server);
  interview_negotiator_start (self->publication);
}

/* Pictures and sounds take another way from now on, everybody’s at once. */
static void
reroute (InterviewCall *self, const char *media_server)
{
  if (g_strcmp0 (self->media_server, media_server) == 0)
    return;

  if (media_server == NULL)
    stop_publishing (self);
  g_free (self->media_server);
  self->media_server = g_strdup (media_server);
  if (media_server != NULL && self->publication == NULL)
    publish (self);
  else if (media_server != NULL)
    interview_negotiator_set_media_server (self->publication, media_server);
  for (guint i = 0; i < self->negotiators->len; i++)
    set_way (self, g_ptr_array_index (self->negotiators, i));
}

static void
on_presence (InterviewCall *self, InterviewPresence *presence)
{
  GPtrArray *peers = interview_presence_get_peers (presence);
  InterviewPresenceCause cause = interview_presence_get_cause (presence);
  const char *own = interview_signalling_get_instance (self->signalling);
  gboolean own_in_lobby = is_in_lobby (presence, own);
  InterviewNegotiator *departed;

  part (self, presence, own_in_lobby);
  if (!self->running)
    return;
  reroute (self, interview_presence_get_media_server (presence));
  departed = find (self, interview_presence_get_departed (presence));
  if (departed != NULL &&
      (cause == INTERVIEW_PRESENCE_CAUSE_LEFT || cause == INTERVIEW_PRESENCE_CAUSE_REPLACED))
    depart (self, departed, cause);

  for (guint i = 0; i < self->negotiators->len; i++)
    {
      InterviewNegotiator *negotiator = g_ptr_array_index (self->negotiators, i);
      InterviewRemote *remote = interview_negotiator_get_remote (negotiator);

      interview_negotiator_set_present (
          negotiator,
          interview_presence_find_peer (presence, interview_remote_get_instance (remote)) != NULL);
    }

  for (guint i = 0; self->running && peers != NULL && i < peers->len; i++)
    {
      InterviewPeer *peer = g_ptr_array_index (peers, i);
      const char *instance = interview_peer_get_instance (peer);

      if (g_strcmp0 (instance, own) == 0 || !is_in_call (peer, own_in_lobby) ||
          find (self, instance) != NULL)
        continue;
      replace_former (self, peer, presence);
      if (self->running)
        meet (self, peer);
    }
}

static InterviewNegotiator *
find_addressee (InterviewCall *self, InterviewSignal *signal)
{
  if (self->publication != NULL && interview_negotiator_is_of (self->publication, signal))
    return self->publication;
  for (guint i = 0; i < self->negotiators->len; i++)
    if (interview_negotiator_is_of (g_ptr_array_index (self->negotiators, i), signal))
      return g_ptr_array_index (self->negotiators, i);

  return NULL;
}

static void
on_received (InterviewCall *self, InterviewSignal *signal)
{
  g_autoptr (InterviewNegotiator) negotiator = NULL;

  g_set_object (&negotiator, find_addressee (self, signal));
  if (negotiator == NULL)
    return;

  if (interview_signal_get_kind (signal) == INTERVIEW_SIGNAL_KIND_BYE &&
      negotiator != self->publication)
    depart (self, negotiator, INTERVIEW_PRESENCE_CAUSE_LEFT);
  else
    interview_negotiator_receive (negotiator, signal);
}

/* What is sent to a media server is one of them. */
static void
tell_negotiators (InterviewCall *self, void (*tell) (InterviewNegotiator *negotiator))
{
  for (guint i = 0; i < self->negotiators->len; i++)
    tell (g_ptr_array_index (self->negotiators, i));
  if (self->publication != NULL)
    tell (self->publication);
}

static void
on_connected (InterviewCall *self)
{
  if (!interview_signalling_get_connected (self->signalling))
    return;

  tell_negotiators (self, interview_negotiator_resume);
}

static void
on_own_media (InterviewCall *self)
{
  tell_negotiators (self, interview_negotiator_tell_media);
}

static void
interview_call_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  InterviewCall *self = INTERVIEW_CALL (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_REMOTES:
      g_value_set_object (value, self->remotes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
interview_call_dispose (GObject *object)
{
  InterviewCall *self = INTERVIEW_CALL (object);

  if (self->running)
    interview_call_stop (self);
  g_clear_pointer (&self->negotiators, g_ptr_array_unref);
  g_clear_object (&self->remotes);
  g_clear_object (&self->signalling);
  g_clear_object (&self->screen);
  g_clear_object (&self->capture);
  g_clear_object (&self->playback);

  G_OBJECT_CLASS (interview_call_parent_class)->dispose (object);
}

static void
interview_call_class_init (InterviewCallClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = interview_call_get_property;
  object_class->dispose = interview_call_dispose;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, INTERVIEW_TYPE_CALL_STATE,
                                              INTERVIEW_CALL_STATE_WAITING, flags);
  properties[PROP_REMOTES] = g_param_spec_object ("remotes", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * InterviewCall::departed:
   * @remote: (type InterviewRemote): who is not in the list any more
   * @cause: an #InterviewPresenceCause: left, lost or replaced
   */
  signals[SIGNAL_DEPARTED] =
      g_signal_new ("departed", INTERVIEW_TYPE_CALL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, INTERVIEW_TYPE_REMOTE, INTERVIEW_TYPE_PRESENCE_CAUSE);
}

static void
interview_call_init (InterviewCall *self)
{
  self->remotes = g_list_store_new (INTERVIEW_TYPE_REMOTE);
  self->negotiators = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * interview_call_new:
 * @signalling: (transfer none): who is in the room, and how they are reached
 * @capture: (transfer none): what we send; it is started and stopped by whoever owns it
 * @playback: (transfer none): how the others are heard
 *
 * Returns: (transfer full): a call that has not begun
 */
InterviewCall *
interview_call_new (InterviewSignalling *signalling,
                    InterviewCapture *capture,
                    InterviewPlayback *playback)
{
  InterviewCall *self;

  g_return_val_if_fail (INTERVIEW_IS_SIGNALLING (signalling), NULL);
  g_return_val_if_fail (INTERVIEW_IS_CAPTURE (capture), NULL);
  g_return_val_if_fail (INTERVIEW_IS_PLAYBACK (playback), NULL);

  self = g_object_new (INTERVIEW_TYPE_CALL, NULL);
  self->signalling = g_object_ref (signalling);
  self->capture = g_object_ref (capture);
  self->playback = g_object_ref (playback);
  self->screen = interview_screen_share_new (interview_capture_get_output (capture)->base_time,
                                             interview_signalling_get_instance (signalling));
  g_signal_connect_object (self->screen, "notify::sharing", G_CALLBACK (on_own_media), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * interview_call_start:
 *
 * Connects to whoever is in the room, now and later.
 */
void
interview_call_start (InterviewCall *self)
{
  static const char *const own_media[] = {
    "notify::camera-enabled",
    "notify::microphone-enabled",
    "notify::has-camera",
    "notify::has-microphone",
  };
  InterviewPresence *presence;

  g_return_if_fail (INTERVIEW_IS_CALL (self));

  if (self->running)
    return;

  self->running = TRUE;
  update_state (self);
  g_signal_connect_object (self->signalling, "presence", G_CALLBACK (on_presence), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->signalling, "received", G_CALLBACK (on_received), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->signalling, "notify::connected", G_CALLBACK (on_connected), self,
                           G_CONNECT_SWAPPED);
  self->sound_only = interview_sound_only_new (self->capture, self->playback);
  g_signal_connect_object (self->playback, "notify::sound-only", G_CALLBACK (on_own_media), self,
                           G_CONNECT_SWAPPED);
  for (gsize i = 0; i < G_N_ELEMENTS (own_media); i++)
    g_signal_connect_object (self->capture, own_media[i], G_CALLBACK (on_own_media), self,
                             G_CONNECT_SWAPPED);

  presence = interview_signalling_get_presence (self->signalling);
  if (presence != NULL)
    on_presence (self, presence);
}

/**
 * interview_call_stop:
 *
 * Hangs up: says goodbye to everybody, and lets go of their pictures and sounds.
 */
void
interview_call_stop (InterviewCall *self)
{
  g_return_if_fail (INTERVIEW_IS_CALL (self));

  if (!self->running)
    return;

  self->running = FALSE;
  g_signal_handlers_disconnect_by_data (self->signalling, self);
  g_signal_handlers_disconnect_by_data (self->capture, self);
  g_signal_handlers_disconnect_by_data (self->playback, self);
  interview_sound_only_end (self->sound_only);
  g_clear_object (&self->sound_only);
  interview_screen_share_stop (self->screen);
  stop_publishing (self);
  while (self->negotiators->len > 0)
    drop (self, g_ptr_array_index (self->negotiators, self->negotiators->len - 1), TRUE,
          INTERVIEW_CALL_EVENT_END);
  update_state (self);
}

/**
 * interview_call_doubt:
 *
 * Says that the ways to the others may have changed or ended, as when the network changed or the
 * machine slept. Those by which nothing comes any more are built anew at once. May be called as
 * often as there are reasons.
 */
void
interview_call_doubt (InterviewCall *self)
{
  g_return_if_fail (INTERVIEW_IS_CALL (self));

  tell_negotiators (self, interview_negotiator_doubt);
}

/**
 * interview_call_get_state:
 *
 * Returns: how far it is
 */
InterviewCallState
interview_call_get_state (InterviewCall *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CALL (self), INTERVIEW_CALL_STATE_ENDED);

  return self->state;
}

/**
 * interview_call_get_remotes:
 *
 * Returns: (transfer none): a list of #InterviewRemote that changes
 */
GListModel *
interview_call_get_remotes (InterviewCall *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CALL (self), NULL);

  return G_LIST_MODEL (self->remotes);
}

/**
 * interview_call_get_screen:
 *
 * Returns: (transfer none): our screen, to be shared with everybody in the call
 */
InterviewScreenShare *
interview_call_get_screen (InterviewCall *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CALL (self), NULL);

  return self->screen;
}
