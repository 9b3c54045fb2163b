/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/hub.h"

#include <libsoup/soup.h>

#include "core/error.h"
#include "core/protocol/limits.h"
#include "server/room-crier.h"
#include "server/room-way.h"
#include "server/subscription-table.h"

/*
 * InterviewHub carries messages between the event sockets of the server: events to the accounts
 * that they belong to, and presence and signals between those who are in one room. Everything goes
 * by a mailbox, so that it does not matter on which shard a socket lives; nothing asks the hub
 * where somebody is, one only sends, so that a hub which passes messages on to other servers has
 * the same interface. Presence is leased: who is silent for too long is lost, whatever became of
 * the socket.
 *
 * Owned by the server; all functions may be called from any thread.
 */
struct _InterviewHub
{
  GObject parent_instance;

  InterviewClock *clock;
  InterviewOccupancyFunc occupancy_changed;
  gpointer user_data;

  InterviewMediaServer *media_server;

  GMutex mutex;
  InterviewPresenceTable *presence;
  InterviewSubscriptionTable *subscriptions;
};

G_DEFINE_FINAL_TYPE (InterviewHub, interview_hub, G_TYPE_OBJECT)

static void
interview_hub_finalize (GObject *object)
{
  InterviewHub *self = INTERVIEW_HUB (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->media_server);
  g_clear_object (&self->presence);
  g_clear_object (&self->subscriptions);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (interview_hub_parent_class)->finalize (object);
}

static void
interview_hub_class_init (InterviewHubClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_hub_finalize;
}

static void
interview_hub_init (InterviewHub *self)
{
  g_mutex_init (&self->mutex);
  self->presence = interview_presence_table_new (INTERVIEW_LEASE_SECONDS * G_USEC_PER_SEC);
  self->subscriptions = interview_subscription_table_new ();
}

/**
 * interview_hub_new:
 * @clock: (transfer none): the time of arrivals
 *
 * Returns: (transfer full): a new hub
 */
InterviewHub *
interview_hub_new (InterviewClock *clock)
{
  InterviewHub *self = g_object_new (INTERVIEW_TYPE_HUB, NULL);

  self->clock = g_object_ref (clock);
  return self;
}

/**
 * interview_hub_set_occupancy_func:
 * @func: (nullable): called after each change of who is in a room
 * @user_data: for @func
 *
 * A call that is under way on another thread may still come after it was taken away.
 */
void
interview_hub_set_occupancy_func (InterviewHub *self,
                                  InterviewOccupancyFunc func,
                                  gpointer user_data)
{
  g_return_if_fail (INTERVIEW_IS_HUB (self));

  g_mutex_lock (&self->mutex);
  self->occupancy_changed = func;
  self->user_data = user_data;
  g_mutex_unlock (&self->mutex);
}

/**
 * interview_hub_set_media_server:
 * @media_server: (transfer none): through whom large rooms go
 *
 * To be called before anybody joins.
 */
void
interview_hub_set_media_server (InterviewHub *self, InterviewMediaServer *media_server)
{
  g_return_if_fail (INTERVIEW_IS_HUB (self));

  g_set_object (&self->media_server, media_server);
}

/**
 * interview_hub_review_ways:
 *
 * Tells everybody through whom their pictures go from now on, when the media server came or went.
 */
void
interview_hub_review_ways (InterviewHub *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (INTERVIEW_IS_HUB (self));

  locker = g_mutex_locker_new (&self->mutex);
  interview_room_way_review (self->presence, self->media_server);
}

/**
 * interview_hub_subscribe:
 * @mailbox: a socket's
 * @person_id: whose events it gets
 * @session_id: the sign-in that it belongs to
 */
void
interview_hub_subscribe (InterviewHub *self,
                         InterviewMailbox *mailbox,
                         const char *person_id,
                         const char *session_id)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (INTERVIEW_IS_HUB (self));

  locker = g_mutex_locker_new (&self->mutex);
  interview_subscription_table_add (self->subscriptions, mailbox, person_id, session_id);
}

/**
 * interview_hub_unsubscribe:
 * @mailbox: a socket's that was subscribed, or not
 */
void
interview_hub_unsubscribe (InterviewHub *self, InterviewMailbox *mailbox)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (INTERVIEW_IS_HUB (self));

  locker = g_mutex_locker_new (&self->mutex);
  interview_subscription_table_remove (self->subscriptions, mailbox);
}

/**
 * interview_hub_close_all:
 *
 * Asks every socket to close because the server goes away.
 */
void
interview_hub_close_all (InterviewHub *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (INTERVIEW_IS_HUB (self));

  locker = g_mutex_locker_new (&self->mutex);
  interview_subscription_table_close_all (self->subscriptions, SOUP_WEBSOCKET_CLOSE_GOING_AWAY);
}

/* Called with the mutex held. */
static void
part (InterviewHub *self, const char *room_id, const char *instance)
{
  interview_room_way_part (self->presence, self->media_server, room_id, instance);
}

static void
emit_occupancy (InterviewHub *self, const char *room_id)
{
  InterviewOccupancyFunc func;
  gpointer user_data;

  g_mutex_lock (&self->mutex);
  func = self->occupancy_changed;
  user_data = self->user_data;
  g_mutex_unlock (&self->mutex);
  if (func != NULL)
    func (room_id, user_data);
}

/* Called with the mutex held. */
static void
put_publication (InterviewHub *self, InterviewPublication *publication)
{
  InterviewEvent *event = interview_publication_get_event (publication);
  const char *const *person_ids = interview_publication_get_person_ids (publication);
  const char *session_id = interview_publication_get_session_id (publication);
  gint64 sequence = interview_event_get_sequence (event);
  g_autoptr (GBytes) text =
      interview_envelope_to_bytes (INTERVIEW_MESSAGE_EVENT, INTERVIEW_RECORD (event));

  for (guint p = 0; session_id == NULL && person_ids[p] != NULL; p++)
    interview_subscription_table_put_person (self->subscriptions, person_ids[p], text, sequence);
  if (session_id != NULL)
    interview_subscription_table_end_session (self->subscriptions, session_id, text, sequence,
                                              SOUP_WEBSOCKET_CLOSE_POLICY_VIOLATION);
}

/**
 * interview_hub_publish:
 * @publications: (nullable) (element-type InterviewPublication): what a unit of work has stored
 *
 * Sends events to the accounts that they are for; a sign-in that has ended is told and cut off, and
 * whoever may not be in a room any more is put out of it with an empty presence.
 */
void
interview_hub_publish (InterviewHub *self, GPtrArray *publications)
{
  g_return_if_fail (INTERVIEW_IS_HUB (self));

  for (guint i = 0; publications != NULL && i < publications->len; i++)
    {
      InterviewPublication *publication = g_ptr_array_index (publications, i);
      const InterviewRoomStanding *standing = interview_publication_get_standing (publication);

      g_mutex_lock (&self->mutex);
      put_publication (self, publication);
      g_mutex_unlock (&self->mutex);
      if (standing != NULL)
        interview_hub_apply_standing (self, standing);
    }
}

/**
 * interview_hub_join:
 * @mailbox: the socket of the one who comes; it gets the presence first
 * @standing: of a room that they may enter
 * @instance: identifier of the running program
 * @participant: (transfer none): who it is
 * @error: return location; %INTERVIEW_ERROR_OUT_OF_ORDER if the instance belongs to another
 *   person, %INTERVIEW_ERROR_BUSY if no place is left
 *
 * Returns: whether they are in the room now
 */
gboolean
interview_hub_join (InterviewHub *self,
                    InterviewMailbox *mailbox,
                    const InterviewRoomStanding *standing,
                    const char *instance,
                    InterviewParticipant *participant,
                    GError **error)
{
  InterviewStay stay = {
    .owner = G_OBJECT (mailbox),
    .instance = (char *) instance,
    .participant = participant,
    .revision = standing->revision,
    .in_lobby =
        interview_room_standing_keeps_in_lobby (standing,
                                                interview_participant_get_person_id (participant)),
  };
  const char *room_id = standing->room_id;
  g_autoptr (InterviewStay) replaced = NULL;
  InterviewArrival arrival;
  gboolean changed;

  g_return_val_if_fail (INTERVIEW_IS_HUB (self), FALSE);

  stay.joined_at = interview_clock_now (self->clock);
  stay.seen_at = g_get_monotonic_time ();
  g_mutex_lock (&self->mutex);
  arrival = interview_presence_table_join (self->presence, room_id, &stay, &replaced);
  interview_room_way_choose (self->presence, self->media_server, room_id,
                             interview_room_standing_count (standing));
  if (arrival == INTERVIEW_ARRIVAL_REPLACING)
    part (self, room_id, replaced->instance);
  changed = interview_room_crier_tell_arrival (self->presence, room_id, arrival, replaced, mailbox);
  g_mutex_unlock (&self->mutex);

  if (arrival == INTERVIEW_ARRIVAL_TAKEN)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_OUT_OF_ORDER,
                           "this instance belongs to somebody else");
      return FALSE;
    }
  if (arrival == INTERVIEW_ARRIVAL_FULL)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_BUSY, "the room is full");
      return FALSE;
    }
  if (changed)
    emit_occupancy (self, room_id);
  return TRUE;
}

/**
 * interview_hub_leave:
 * @mailbox: the socket of the one who leaves on purpose
 * @room_id: the room
 */
void
interview_hub_leave (InterviewHub *self, InterviewMailbox *mailbox, const char *room_id)
{
  g_autoptr (InterviewStay) stay = NULL;

  g_return_if_fail (INTERVIEW_IS_HUB (self));

  g_mutex_lock (&self->mutex);
  stay = interview_presence_table_leave (self->presence, room_id, G_OBJECT (mailbox));
  if (stay != NULL)
    interview_room_crier_tell (self->presence, room_id, stay->instance,
                               INTERVIEW_PRESENCE_CAUSE_LEFT, NULL);
  if (stay != NULL)
    part (self, room_id, stay->instance);
  g_mutex_unlock (&self->mutex);

  if (stay != NULL)
    emit_occupancy (self, room_id);
}

/**
 * interview_hub_lose:
 * @mailbox: a socket that closed without leaving
 * @room_id: the room in which it was
 */
void
interview_hub_lose (InterviewHub *self, InterviewMailbox *mailbox, const char *room_id)
{
  g_autoptr (InterviewStay) stay = NULL;

  g_return_if_fail (INTERVIEW_IS_HUB (self));

  g_mutex_lock (&self->mutex);
  stay = interview_presence_table_lose (self->presence, room_id, G_OBJECT (mailbox),
                                        g_get_monotonic_time ());
  if (stay != NULL)
    interview_room_crier_tell (self->presence, room_id, stay->instance,
                               INTERVIEW_PRESENCE_CAUSE_LOST, NULL);
  g_mutex_unlock (&self->mutex);

  if (stay != NULL)
    emit_occupancy (self, room_id);
}

/**
 * interview_hub_touch:
 * @mailbox: a socket that said something
 * @room_id: the room in which it is
 *
 * Renews the lease.
 *
 * Returns: whether it has not been put out meanwhile
 */
gboolean
interview_hub_touch (InterviewHub *self, InterviewMailbox *mailbox, const char *room_id)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (INTERVIEW_IS_HUB (self), FALSE);

  locker = g_mutex_locker_new (&self->mutex);
  return interview_presence_table_touch (self->presence, room_id, G_OBJECT (mailbox),
                                         g_get_monotonic_time ());
}

/**
 * interview_hub_tell:
 * @room_id: a room
 * @instance: a run of a program in its call; nobody hears it if it is gone
 * @signal: (transfer none): what the media server says to it
 */
void
interview_hub_tell (InterviewHub *self,
                    const char *room_id,
                    const char *instance,
                    InterviewSignal *signal)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GBytes) text = NULL;
  const InterviewStay *to;

  g_return_if_fail (INTERVIEW_IS_HUB (self));

  text = interview_envelope_to_bytes (INTERVIEW_MESSAGE_SIGNAL, INTERVIEW_RECORD (signal));
  locker = g_mutex_locker_new (&self->mutex);
  to = interview_presence_table_find (self->presence, room_id, instance);
  if (to != NULL && !to->in_lobby)
    interview_mailbox_put (INTERVIEW_MAILBOX (to->owner), text, 0);
}

/**
 * interview_hub_relay:
 * @mailbox: the sender's socket
 * @signal: (transfer none): what they send, `peer` is whom to
 * @error: return location; %INTERVIEW_ERROR_NOT_IN_ROOM if one of the two is not in the
 *   call, be it in the lobby
 *
 * Passes a signal on, with `peer` as whom it is from, or to the media server. Nothing of it is
 * kept.
 *
 * Returns: whether it is on its way
 */
gboolean
interview_hub_relay (InterviewHub *self,
                     InterviewMailbox *mailbox,
                     InterviewSignal *signal,
                     GError **error)
{
  const char *room_id = interview_signal_get_room_id (signal);
  g_autoptr (InterviewSignal) readdressed = NULL;
  g_autoptr (InterviewMailbox) target = NULL;
  g_autoptr (GBytes) text = NULL;
  const InterviewStay *from, *to;
  gboolean joined, taken;

  g_return_val_if_fail (INTERVIEW_IS_HUB (self), FALSE);

  g_mutex_lock (&self->mutex);
  from = interview_presence_table_find_owner (self->presence, room_id, G_OBJECT (mailbox));
  to = interview_presence_table_find (self->presence, room_id, interview_signal_get_peer (signal));
  if (from != NULL && to != NULL && from != to && !from->in_lobby && !to->in_lobby)
    {
      readdressed = interview_record_copy (INTERVIEW_RECORD (signal));
      g_object_set (readdressed, "peer", from->instance, NULL);
      target = INTERVIEW_MAILBOX (g_object_ref (to->owner));
    }
  joined = from != NULL && !from->in_lobby;
  taken = interview_room_way_take (self->presence, self->media_server, from, signal);
  g_mutex_unlock (&self->mutex);

  if (taken)
    return TRUE;
  if (target == NULL)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_IN_ROOM,
                           joined ? "this peer is not in the call" : "join the call first");
      return FALSE;
    }
  text = interview_envelope_to_bytes (INTERVIEW_MESSAGE_SIGNAL, INTERVIEW_RECORD (readdressed));
  interview_mailbox_put (target, text, 0);
  return TRUE;
}

/**
 * interview_hub_sweep:
 * @now: microseconds of the monotonic clock
 *
 * Takes those whose lease ran out for lost.
 */
void
interview_hub_sweep (InterviewHub *self, gint64 now)
{
  g_return_if_fail (INTERVIEW_IS_HUB (self));

  while (TRUE)
    {
      g_autoptr (InterviewStay) stay = NULL;
      g_autofree char *room_id = NULL;

      g_mutex_lock (&self->mutex);
      room_id = interview_presence_table_expire (self->presence, now, &stay);
      if (room_id != NULL)
        interview_room_crier_tell (self->presence, room_id, stay->instance,
                                   INTERVIEW_PRESENCE_CAUSE_LOST, NULL);
      else
        interview_room_way_sweep (self->presence, self->media_server);
      g_mutex_unlock (&self->mutex);

      if (room_id == NULL)
        return;
      emit_occupancy (self, room_id);
    }
}

/**
 * interview_hub_apply_standing:
 * @standing: who may be in a room
 *
 * Puts those out who may not, and brings the candidate to where they may be. What is older than
 * that which is known already does not count.
 */
void
interview_hub_apply_standing (InterviewHub *self, const InterviewRoomStanding *standing)
{
  g_autoptr (GPtrArray) parted = g_ptr_array_new_with_free_func (g_free);
  gboolean changed;

  g_return_if_fail (INTERVIEW_IS_HUB (self));

  g_mutex_lock (&self->mutex);
  changed = interview_room_crier_apply (self->presence, standing, parted);
  for (guint i = 0; i < parted->len; i++)
    part (self, standing->room_id, g_ptr_array_index (parted, i));
  if (interview_room_way_choose (self->presence, self->media_server, standing->room_id,
                                 interview_room_standing_count (standing)))
    interview_room_crier_tell (self->presence, standing->room_id, NULL,
                               INTERVIEW_PRESENCE_CAUSE_CURRENT, NULL);
  g_mutex_unlock (&self->mutex);
  if (changed)
    emit_occupancy (self, standing->room_id);
}

/**
 * interview_hub_get_occupancy:
 * @room_id: a room
 * @occupancy: (out caller-allocates): who is in it
 */
void
interview_hub_get_occupancy (InterviewHub *self, const char *room_id, InterviewOccupancy *occupancy)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (INTERVIEW_IS_HUB (self));

  locker = g_mutex_locker_new (&self->mutex);
  interview_presence_table_get_occupancy (self->presence, room_id, occupancy);
}

/**
 * interview_hub_list_persons:
 * @room_id: a room
 *
 * Returns: (transfer full) (element-type utf8): who is in its call, each once
 */
GPtrArray *
interview_hub_list_persons (InterviewHub *self, const char *room_id)
{
  GPtrArray *person_ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GPtrArray) stays = NULL;

  g_return_val_if_fail (INTERVIEW_IS_HUB (self), person_ids);

  locker = g_mutex_locker_new (&self->mutex);
  stays = interview_presence_table_list (self->presence, room_id);
  for (guint i = 0; i < stays->len; i++)
    {
      const InterviewStay *stay = g_ptr_array_index (stays, i);

      if (!stay->in_lobby)
        g_ptr_array_add (person_ids,
                         g_strdup (interview_participant_get_person_id (stay->participant)));
    }
  return person_ids;
}

/**
 * interview_hub_count_sockets:
 *
 * Returns: how many sockets are subscribed
 */
guint
interview_hub_count_sockets (InterviewHub *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (INTERVIEW_IS_HUB (self), 0);

  locker = g_mutex_locker_new (&self->mutex);
  return interview_subscription_table_count (self->subscriptions);
}
