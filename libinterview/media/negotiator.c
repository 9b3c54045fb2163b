/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/negotiator.h"

#include "media/link-address.h"
#include "media/link-pace.h"
#include "media/media-exchange.h"
#include "media/peer-link.h"
#include "media/remote-private.h"

/* Microseconds without a packet until the call says that it reconnects. */
#define SILENCE_SHOWN (2500 * G_TIME_SPAN_MILLISECOND)
#define TICK_MILLISECONDS 100

/* Epochs begin at the seconds since 2020: so the first of a later run is higher than the last of
 * an earlier one, and all fit into 31 bits until 2088. */
#define EPOCH_ZERO G_GINT64_CONSTANT (1577836800)

/*
 * InterviewNegotiator keeps us connected to one run of another person’s program: it decides when a
 * link is built, which of two counts, and when to try again.
 *
 * Of the two sides one offers, always: webrtcbin can neither roll an offer back nor restart ICE, so
 * there must never be two offers that cross. Each offer is a new link with a higher epoch. The
 * other side answers, and sends `restart` when it wants an offer: at the beginning, in case the
 * first offer came before it listened, and when nothing arrives.
 *
 * Nobody tells that the other side is dead, so the packets themselves are the heartbeat. When they
 * stop, a second link is built beside the first; whichever newest one stands is used, so a break
 * that heals by itself costs nothing, and the old link is only closed when the new one works. How
 * long they must have stopped depends on whether there is a reason to doubt the link.
 *
 * In a large room all goes through a media server: ours by a negotiator of our own, once, and that
 * of another person by theirs.
 *
 * Signal `departed`: the other side is given up, because it is silent and not in the room any more.
 * The call owns it; main context only.
 */
struct _InterviewNegotiator
{
  GObject parent_instance;

  InterviewCapture *capture;
  InterviewScreenShare *screen;
  InterviewPlayback *playback;
  InterviewRemote *remote;

  InterviewLinkAddress *address;
  gboolean rerouted; /* and no link stands on the new way yet */
  gboolean present;
  gint64 epoch;
  InterviewPeerLink *current;
  InterviewPeerLink *next;

  guint timer;
  gint64 started;
  InterviewLinkPace pace;

  InterviewMediaExchange media;
};

enum
{
  SIGNAL_DEPARTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewNegotiator, interview_negotiator, G_TYPE_OBJECT)

static void
feed (InterviewNegotiator *self, InterviewCallEvent event)
{
  InterviewCallState state = interview_remote_get_state (self->remote);

  interview_remote_set_state (self->remote, interview_call_state_next (state, event));
}

static InterviewPeerLink *
link_of (InterviewNegotiator *self, gint64 epoch)
{
  if (self->next != NULL && interview_peer_link_get_epoch (self->next) == epoch)
    return self->next;
  if (self->current != NULL && interview_peer_link_get_epoch (self->current) == epoch)
    return self->current;

  return NULL;
}

static gint64
handshake_epoch (InterviewNegotiator *self, InterviewHandshake *handshake)
{
  if (self->next != NULL && interview_peer_link_get_handshake (self->next) == handshake)
    return interview_peer_link_get_epoch (self->next);

  return interview_peer_link_get_epoch (self->current);
}

static void
on_described (InterviewNegotiator *self,
              gboolean offer,
              const char *sdp,
              InterviewHandshake *handshake)
{
  interview_link_address_describe (self->address, offer, sdp, handshake_epoch (self, handshake));
}

static void
on_candidate (InterviewNegotiator *self,
              guint media_line,
              const char *candidate,
              InterviewHandshake *handshake)
{
  interview_link_address_suggest (self->address, media_line, candidate,
                                  handshake_epoch (self, handshake));
}

static void
close_link (InterviewNegotiator *self, InterviewPeerLink **link)
{
  g_autoptr (InterviewPeerLink) old = g_steal_pointer (link);

  if (old == NULL)
    return;
  g_signal_handlers_disconnect_by_data (interview_peer_link_get_handshake (old), self);
  g_signal_handlers_disconnect_by_data (old, self);
  interview_peer_link_close (old);
}

/* Of cameras, on every link to them. */
static void
allow_pictures (InterviewNegotiator *self)
{
  gboolean wanted = interview_media_exchange_wants_pictures (&self->media);

  if (self->current != NULL)
    interview_peer_link_set_pictures (self->current, wanted);
  if (self->next != NULL)
    interview_peer_link_set_pictures (self->next, wanted);
}

static void
on_wavered (InterviewNegotiator *self, InterviewPeerLink *link)
{
  if (link == self->current)
    interview_negotiator_doubt (self);
}

static InterviewHandshake *
build_link (InterviewNegotiator *self, gint64 epoch)
{
  InterviewHandshake *handshake;

  close_link (self, &self->next);
  self->epoch = epoch;
  self->next = interview_peer_link_new (self->capture, self->screen, self->playback, self->remote,
                                        interview_link_address_get_role (self->address), epoch);
  interview_peer_link_set_ice (self->next, interview_link_address_get_ice (self->address));
  allow_pictures (self);
  g_signal_connect_swapped (self->next, "wavered", G_CALLBACK (on_wavered), self);
  handshake = interview_peer_link_get_handshake (self->next);
  g_signal_connect_swapped (handshake, "described", G_CALLBACK (on_described), self);
  g_signal_connect_swapped (handshake, "candidate", G_CALLBACK (on_candidate), self);

  return handshake;
}

static void
offer (InterviewNegotiator *self)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC - EPOCH_ZERO;

  interview_handshake_offer (build_link (self, MAX (self->epoch + 1, now)));
  interview_negotiator_tell_media (self);
}

static void
attempt (InterviewNegotiator *self, gint64 now)
{
  if (!self->present || !interview_link_address_is_open (self->address) ||
      !interview_link_pace_begin (&self->pace, now))
    return;

  if (interview_link_address_is_offerer (self->address))
    offer (self);
  else
    interview_link_address_say (self->address, INTERVIEW_SIGNAL_KIND_RESTART, self->epoch);
}

static void
promote (InterviewNegotiator *self)
{
  close_link (self, &self->current);
  self->current = g_steal_pointer (&self->next);
  interview_link_pace_reset (&self->pace);
  self->rerouted = FALSE;
  interview_negotiator_tell_media (self);
}

static gint64
last_packet (InterviewNegotiator *self)
{
  gint64 last = 0;

  if (self->current != NULL)
    last = interview_peer_link_get_last_packet (self->current);
  if (self->next != NULL)
    last = MAX (last, interview_peer_link_get_last_packet (self->next));

  return last;
}

/* What the packets say about the other side; %FALSE if it is given up. */
static gboolean
judge (InterviewNegotiator *self, gint64 now)
{
  gint64 last = last_packet (self);

  if (last != 0 && now - last < SILENCE_SHOWN)
    {
      feed (self, INTERVIEW_CALL_EVENT_MEDIA);
      return TRUE;
    }

  feed (self, INTERVIEW_CALL_EVENT_SILENCE);
  interview_level_meter_reset (interview_remote_get_meter (self->remote));
  return self->present || now - self->started < SILENCE_SHOWN;
}

static gboolean
on_tick (gpointer user_data)
{
  g_autoptr (InterviewNegotiator) self = g_object_ref (user_data);
  gint64 now = g_get_monotonic_time ();

  if (self->next != NULL && interview_peer_link_is_connected (self->next) &&
      interview_peer_link_get_last_packet (self->next) != 0)
    promote (self);
  if (self->next != NULL &&
      (interview_peer_link_has_failed (self->next) ||
       interview_link_pace_is_late (&self->pace, now,
                                    interview_peer_link_get_created (self->next))))
    {
      interview_link_pace_fail (&self->pace);
      close_link (self, &self->next);
    }

  if (interview_link_address_get_role (self->address) != INTERVIEW_LINK_ROLE_SEND &&
      interview_media_exchange_is_due (&self->media))
    interview_negotiator_tell_media (self);
  if (!judge (self, now))
    {
      g_signal_emit (self, signals[SIGNAL_DEPARTED], 0);
      return G_SOURCE_CONTINUE;
    }
  if (self->next == NULL &&
      (self->current == NULL || self->rerouted || interview_peer_link_has_failed (self->current) ||
       interview_link_pace_is_silent (&self->pace, now,
                                      interview_peer_link_get_last_packet (self->current))))
    attempt (self, now);

  return G_SOURCE_CONTINUE;
}

static void
interview_negotiator_dispose (GObject *object)
{
  InterviewNegotiator *self = INTERVIEW_NEGOTIATOR (object);

  interview_negotiator_close (self, FALSE);
  g_clear_object (&self->capture);
  g_clear_object (&self->screen);
  g_clear_object (&self->playback);
  g_clear_object (&self->remote);
  g_clear_object (&self->address);

  G_OBJECT_CLASS (interview_negotiator_parent_class)->dispose (object);
}

static void
interview_negotiator_class_init (InterviewNegotiatorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_negotiator_dispose;

  signals[SIGNAL_DEPARTED] = g_signal_new ("departed", INTERVIEW_TYPE_NEGOTIATOR, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
interview_negotiator_init (InterviewNegotiator *self)
{
  interview_link_pace_reset (&self->pace);
  self->present = TRUE;
}

/**
 * interview_negotiator_new:
 * @signalling: (transfer none): the way to the other side
 * @capture: (transfer none): what is sent
 * @screen: (transfer none): what is sent beside it
 * @playback: (transfer none): how what arrives is heard
 * @remote: (transfer none): whom to reach; one that stands for ourselves is what a media server
 *   gets from us
 *
 * Returns: (transfer full): a negotiator that has not begun
 */
InterviewNegotiator *
interview_negotiator_new (InterviewSignalling *signalling,
                          InterviewCapture *capture,
                          InterviewScreenShare *screen,
                          InterviewPlayback *playback,
                          InterviewRemote *remote)
{
  InterviewNegotiator *self;

  g_return_val_if_fail (INTERVIEW_IS_SIGNALLING (signalling), NULL);
  g_return_val_if_fail (INTERVIEW_IS_REMOTE (remote), NULL);

  self = g_object_new (INTERVIEW_TYPE_NEGOTIATOR, NULL);
  self->capture = g_object_ref (capture);
  self->screen = g_object_ref (screen);
  self->playback = g_object_ref (playback);
  self->remote = g_object_ref (remote);
  interview_media_exchange_init (&self->media, capture, screen, playback, remote);
  self->address = interview_link_address_new (signalling, interview_remote_get_instance (remote));

  return self;
}

/**
 * interview_negotiator_start:
 *
 * Begins to connect.
 */
void
interview_negotiator_start (InterviewNegotiator *self)
{
  g_return_if_fail (INTERVIEW_IS_NEGOTIATOR (self));

  if (self->timer != 0)
    return;

  self->started = g_get_monotonic_time ();
  self->timer = g_timeout_add (TICK_MILLISECONDS, on_tick, self);
  feed (self, INTERVIEW_CALL_EVENT_APPEARED);
  attempt (self, self->started);
}

/**
 * interview_negotiator_close:
 * @say_goodbye: whether the other side is told that we hang up
 *
 * Closes the links.
 */
void
interview_negotiator_close (InterviewNegotiator *self, gboolean say_goodbye)
{
  g_return_if_fail (INTERVIEW_IS_NEGOTIATOR (self));

  if (self->timer == 0)
    return;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (say_goodbye)
    interview_link_address_say (self->address, INTERVIEW_SIGNAL_KIND_BYE, self->epoch);
  close_link (self, &self->next);
  close_link (self, &self->current);
  interview_frame_slot_clear (interview_remote_get_frame_slot (self->remote));
  interview_level_meter_reset (interview_remote_get_meter (self->remote));
}

static void
receive_offer (InterviewNegotiator *self, InterviewSignal *signal)
{
  gint64 epoch = interview_signal_get_epoch (signal);
  InterviewPeerLink *link = link_of (self, epoch);
  g_autoptr (GError) error = NULL;

  if (interview_link_address_is_offerer (self->address))
    return;
  if (link != NULL)
    {
      /* They did not get the answer, or asked before they could. */
      interview_handshake_repeat (interview_peer_link_get_handshake (link));
      return;
    }
  if (epoch <= self->epoch)
    return;

  if (!interview_handshake_accept_offer (build_link (self, epoch),
                                         interview_signal_get_sdp (signal), &error))
    {
      g_info ("offer: %s", error->message);
      close_link (self, &self->next);
      return;
    }
  interview_negotiator_tell_media (self);
}

static void
receive_restart (InterviewNegotiator *self, InterviewSignal *signal)
{
  gint64 now = g_get_monotonic_time ();

  if (!interview_link_address_is_offerer (self->address))
    return;

  if (self->next == NULL)
    offer (self);
  else if (interview_signal_get_epoch (signal) < interview_peer_link_get_epoch (self->next))
    {
      /* They have not seen this offer. */
      interview_handshake_repeat (interview_peer_link_get_handshake (self->next));
      interview_negotiator_tell_media (self);
    }
  else if (now - interview_peer_link_get_created (self->next) > G_TIME_SPAN_SECOND)
    offer (self);
}

/**
 * interview_negotiator_receive:
 * @signal: (transfer none): what this remote sent; what makes no sense is ignored
 */
void
interview_negotiator_receive (InterviewNegotiator *self, InterviewSignal *signal)
{
  InterviewPeerLink *link;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (INTERVIEW_IS_NEGOTIATOR (self));

  link = link_of (self, interview_signal_get_epoch (signal));
  switch (interview_signal_get_kind (signal))
    {
    case INTERVIEW_SIGNAL_KIND_OFFER:
      receive_offer (self, signal);
      break;
    case INTERVIEW_SIGNAL_KIND_ANSWER:
      if (link != NULL &&
          !interview_handshake_accept_answer (interview_peer_link_get_handshake (link),
                                              interview_signal_get_sdp (signal), &error))
        g_info ("answer: %s", error->message);
      break;
    case INTERVIEW_SIGNAL_KIND_CANDIDATE:
      if (link != NULL)
        interview_handshake_add_candidate (interview_peer_link_get_handshake (link),
                                           interview_signal_get_media_line (signal),
                                           interview_signal_get_candidate (signal));
      break;
    case INTERVIEW_SIGNAL_KIND_RESTART:
      receive_restart (self, signal);
      break;
    case INTERVIEW_SIGNAL_KIND_MEDIA:
      interview_media_exchange_read (&self->media, signal);
      allow_pictures (self);
      break;
    case INTERVIEW_SIGNAL_KIND_BYE:
      /* The end of us; the call sees to it. */
      break;
    }
}

/**
 * interview_negotiator_is_of:
 * @signal: what arrived
 *
 * Returns: whether it is for this negotiator
 */
gboolean
interview_negotiator_is_of (InterviewNegotiator *self, InterviewSignal *signal)
{
  g_return_val_if_fail (INTERVIEW_IS_NEGOTIATOR (self), FALSE);

  return interview_link_address_is_of (self->address, signal);
}

/**
 * interview_negotiator_set_media_server:
 * @media_server: (nullable): through whom the link goes from now on, %NULL for a straight one
 *
 * Builds a link on the new way; the one there is goes on until that stands.
 */
void
interview_negotiator_set_media_server (InterviewNegotiator *self, const char *media_server)
{
  g_return_if_fail (INTERVIEW_IS_NEGOTIATOR (self));

  if (!interview_link_address_set_media_server (self->address, media_server))
    return;
  close_link (self, &self->next);
  self->rerouted = TRUE;
  interview_link_pace_hurry (&self->pace);
  if (self->timer != 0)
    attempt (self, g_get_monotonic_time ());
}

/**
 * interview_negotiator_set_present:
 * @present: whether the server still lists the remote
 *
 * One who is not listed is kept while packets come: it is the server that was away then, or their
 * way to it.
 */
void
interview_negotiator_set_present (InterviewNegotiator *self, gboolean present)
{
  g_return_if_fail (INTERVIEW_IS_NEGOTIATOR (self));

  self->present = present;
}

/**
 * interview_negotiator_resume:
 *
 * Says that signals go out again: what may have been lost is repeated, and a pause cut short.
 */
void
interview_negotiator_resume (InterviewNegotiator *self)
{
  g_return_if_fail (INTERVIEW_IS_NEGOTIATOR (self));

  interview_link_pace_hurry (&self->pace);
  if (self->next != NULL)
    interview_handshake_repeat (interview_peer_link_get_handshake (self->next));
  interview_negotiator_tell_media (self);
}

/**
 * interview_negotiator_doubt:
 *
 * Says that the way to the other side may have changed or ended: the network did, the machine
 * slept, or ICE has lost it. A new link is built unless something comes by the old one within half
 * a second. May be called as often as there are reasons.
 */
void
interview_negotiator_doubt (InterviewNegotiator *self)
{
  g_return_if_fail (INTERVIEW_IS_NEGOTIATOR (self));

  interview_link_pace_doubt (&self->pace, g_get_monotonic_time ());
}

/**
 * interview_negotiator_tell_media:
 *
 * Tells the remote what our microphone, camera and screen do, and whether we only listen.
 */
void
interview_negotiator_tell_media (InterviewNegotiator *self)
{
  g_autoptr (InterviewSignal) signal = NULL;

  g_return_if_fail (INTERVIEW_IS_NEGOTIATOR (self));

  if (interview_link_address_get_role (self->address) == INTERVIEW_LINK_ROLE_SEND)
    {
      allow_pictures (self);
      return;
    }
  signal = interview_link_address_write (self->address, INTERVIEW_SIGNAL_KIND_MEDIA, self->epoch);
  interview_media_exchange_write (&self->media, signal);
  interview_link_address_send (self->address, signal);
  allow_pictures (self);
}

/**
 * interview_negotiator_get_remote:
 *
 * Returns: (transfer none): whom it reaches
 */
InterviewRemote *
interview_negotiator_get_remote (InterviewNegotiator *self)
{
  g_return_val_if_fail (INTERVIEW_IS_NEGOTIATOR (self), NULL);

  return self->remote;
}
