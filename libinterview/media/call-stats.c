/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/call-stats.h"

/*
 * InterviewCallStats counts what arrives from one other person, over all the links that were built
 * to them, and knows how it goes with what is sent there. Counted from the streaming threads, read
 * from any. Times are g_get_monotonic_time(), 0 is "never".
 */
struct _InterviewCallStats
{
  GObject parent_instance;

  GMutex mutex;
  guint64 packets;
  guint64 bytes;
  guint64 frames;
  guint64 key_frame_requests;
  guint64 links;
  gint64 last_packet;
  gint64 first_frame;
  gint64 last_frame;
  InterviewCallSending sending;
  InterviewCallStats *sending_of; /* another that knows it, if not this */
  InterviewLinkReport link;
  InterviewCallRelay relay;
  int width;
  int height;
  gint64 jitter;
  gint64 sound_delay;
};

G_DEFINE_FINAL_TYPE (InterviewCallStats, interview_call_stats, G_TYPE_OBJECT)

static void
interview_call_stats_finalize (GObject *object)
{
  InterviewCallStats *self = INTERVIEW_CALL_STATS (object);

  g_clear_object (&self->sending_of);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (interview_call_stats_parent_class)->finalize (object);
}

static void
interview_call_stats_class_init (InterviewCallStatsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_call_stats_finalize;
}

static void
interview_call_stats_init (InterviewCallStats *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * interview_call_stats_new:
 *
 * Returns: (transfer full): all zero
 */
InterviewCallStats *
interview_call_stats_new (void)
{
  return g_object_new (INTERVIEW_TYPE_CALL_STATS, NULL);
}

/**
 * interview_call_stats_add_packet:
 * @bytes: its size
 *
 * Counts something that came over the wire.
 */
void
interview_call_stats_add_packet (InterviewCallStats *self, gsize bytes)
{
  g_return_if_fail (INTERVIEW_IS_CALL_STATS (self));

  g_mutex_lock (&self->mutex);
  self->packets++;
  self->bytes += bytes;
  self->last_packet = g_get_monotonic_time ();
  g_mutex_unlock (&self->mutex);
}

/**
 * interview_call_stats_add_frame:
 *
 * Counts a decoded picture.
 */
void
interview_call_stats_add_frame (InterviewCallStats *self)
{
  g_return_if_fail (INTERVIEW_IS_CALL_STATS (self));

  g_mutex_lock (&self->mutex);
  self->frames++;
  self->last_frame = g_get_monotonic_time ();
  if (self->first_frame == 0)
    self->first_frame = self->last_frame;
  g_mutex_unlock (&self->mutex);
}

/**
 * interview_call_stats_add_key_frame_request:
 *
 * Counts that the picture stood still and we asked for a whole one.
 */
void
interview_call_stats_add_key_frame_request (InterviewCallStats *self)
{
  g_return_if_fail (INTERVIEW_IS_CALL_STATS (self));

  g_mutex_lock (&self->mutex);
  self->key_frame_requests++;
  g_mutex_unlock (&self->mutex);
}

/**
 * interview_call_stats_add_link:
 *
 * Counts that a link was built.
 */
void
interview_call_stats_add_link (InterviewCallStats *self)
{
  g_return_if_fail (INTERVIEW_IS_CALL_STATS (self));

  g_mutex_lock (&self->mutex);
  self->links++;
  g_mutex_unlock (&self->mutex);
}

/**
 * interview_call_stats_set_sending:
 * @sending: how it goes now
 *
 * Keeps what the present link says.
 */
void
interview_call_stats_set_sending (InterviewCallStats *self, const InterviewCallSending *sending)
{
  g_return_if_fail (INTERVIEW_IS_CALL_STATS (self));

  g_mutex_lock (&self->mutex);
  self->sending = *sending;
  g_mutex_unlock (&self->mutex);
}

/**
 * interview_call_stats_get_sending:
 *
 * Returns: how it goes with what we send, all zero before a link stands
 */
InterviewCallSending
interview_call_stats_get_sending (InterviewCallStats *self)
{
  g_autoptr (InterviewCallStats) other = NULL;
  InterviewCallSending sending = { 0 };

  g_return_val_if_fail (INTERVIEW_IS_CALL_STATS (self), sending);

  g_mutex_lock (&self->mutex);
  g_set_object (&other, self->sending_of);
  sending = self->sending;
  g_mutex_unlock (&self->mutex);

  return other != NULL ? interview_call_stats_get_sending (other) : sending;
}

/**
 * interview_call_stats_set_sending_of:
 * @other: (nullable) (transfer none): those of the link over which everything is sent, when it is
 *   not that over which something is received; %NULL for the same
 */
void
interview_call_stats_set_sending_of (InterviewCallStats *self, InterviewCallStats *other)
{
  g_return_if_fail (INTERVIEW_IS_CALL_STATS (self));
  g_return_if_fail (other != self);

  g_mutex_lock (&self->mutex);
  g_set_object (&self->sending_of, other);
  g_mutex_unlock (&self->mutex);
}

/**
 * interview_call_stats_set_waiting:
 * @jitter: how unevenly their sound comes, on average, microseconds
 * @sound_delay: how long it waits because of that, microseconds
 *
 * Keeps what the present link says.
 */
void
interview_call_stats_set_waiting (InterviewCallStats *self, gint64 jitter, gint64 sound_delay)
{
  g_return_if_fail (INTERVIEW_IS_CALL_STATS (self));

  g_mutex_lock (&self->mutex);
  self->jitter = jitter;
  self->sound_delay = sound_delay;
  g_mutex_unlock (&self->mutex);
}

/**
 * interview_call_stats_set_link:
 * @link: what webrtcbin says of it
 *
 * Keeps what the present link says.
 */
void
interview_call_stats_set_link (InterviewCallStats *self, const InterviewLinkReport *link)
{
  g_return_if_fail (INTERVIEW_IS_CALL_STATS (self));

  g_mutex_lock (&self->mutex);
  self->link = *link;
  g_mutex_unlock (&self->mutex);
}

/**
 * interview_call_stats_get_link:
 *
 * Returns: what webrtcbin said of the present link, all zero before it did
 */
InterviewLinkReport
interview_call_stats_get_link (InterviewCallStats *self)
{
  InterviewLinkReport link = { 0 };

  g_return_val_if_fail (INTERVIEW_IS_CALL_STATS (self), link);

  g_mutex_lock (&self->mutex);
  link = self->link;
  g_mutex_unlock (&self->mutex);

  return link;
}

/**
 * interview_call_stats_set_relay:
 * @relay: what became of the relays that the newest link asked
 */
void
interview_call_stats_set_relay (InterviewCallStats *self, InterviewCallRelay relay)
{
  g_return_if_fail (INTERVIEW_IS_CALL_STATS (self));

  g_mutex_lock (&self->mutex);
  self->relay = relay;
  g_mutex_unlock (&self->mutex);
}

/**
 * interview_call_stats_get_relay:
 *
 * Returns: what became of the relays, as far as it is known
 */
InterviewCallRelay
interview_call_stats_get_relay (InterviewCallStats *self)
{
  InterviewCallRelay relay;

  g_return_val_if_fail (INTERVIEW_IS_CALL_STATS (self), INTERVIEW_CALL_RELAY_UNKNOWN);

  g_mutex_lock (&self->mutex);
  relay = self->relay;
  g_mutex_unlock (&self->mutex);

  return relay;
}

/**
 * interview_call_stats_set_picture:
 * @width: pixels
 * @height: pixels
 *
 * Keeps how large the pictures are that come.
 */
void
interview_call_stats_set_picture (InterviewCallStats *self, int width, int height)
{
  g_return_if_fail (INTERVIEW_IS_CALL_STATS (self));

  g_mutex_lock (&self->mutex);
  self->width = width;
  self->height = height;
  g_mutex_unlock (&self->mutex);
}

#define DEFINE_GETTER(Type, name)                                                                  \
  Type interview_call_stats_get_##name (InterviewCallStats *self)                                  \
  {                                                                                                \
    Type value;                                                                                    \
                                                                                                   \
    g_return_val_if_fail (INTERVIEW_IS_CALL_STATS (self), 0);                                      \
                                                                                                   \
    g_mutex_lock (&self->mutex);                                                                   \
    value = self->name;                                                                            \
    g_mutex_unlock (&self->mutex);                                                                 \
                                                                                                   \
    return value;                                                                                  \
  }

DEFINE_GETTER (int, width)
DEFINE_GETTER (int, height)
DEFINE_GETTER (guint64, packets)
DEFINE_GETTER (guint64, bytes)
DEFINE_GETTER (guint64, frames)
DEFINE_GETTER (guint64, key_frame_requests)
DEFINE_GETTER (guint64, links)
DEFINE_GETTER (gint64, last_packet)
DEFINE_GETTER (gint64, first_frame)
DEFINE_GETTER (gint64, last_frame)
DEFINE_GETTER (gint64, jitter)
DEFINE_GETTER (gint64, sound_delay)
