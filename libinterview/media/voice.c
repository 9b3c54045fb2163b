/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/voice.h"

#include "media/jitter-target.h"

/*
 * InterviewVoice plays the sound of one other person through the loudspeaker that everybody shares,
 * a little later than it came, so that packets which take longer are not missed.
 *
 * The peer link owns it and pushes from its streaming thread; everything else on the main context.
 */
struct _InterviewVoice
{
  GObject parent_instance;

  InterviewLoudspeaker *loudspeaker;
  GstAppSrc *source;
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (InterviewVoice, interview_voice, G_TYPE_OBJECT)

static void
interview_voice_dispose (GObject *object)
{
  InterviewVoice *self = INTERVIEW_VOICE (object);

  interview_voice_close (self);
  gst_clear_object (&self->source);
  g_clear_object (&self->loudspeaker);

  G_OBJECT_CLASS (interview_voice_parent_class)->dispose (object);
}

static void
interview_voice_class_init (InterviewVoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_voice_dispose;
}

static void
interview_voice_init (InterviewVoice *self)
{
}

/**
 * interview_voice_new:
 * @playback: (transfer none): how it is heard, now and when that changes
 * @base_time: of the pipeline that pushes, nanoseconds of the system clock
 *
 * Returns: (transfer full): a voice that plays what is pushed
 */
InterviewVoice *
interview_voice_new (InterviewPlayback *playback, GstClockTime base_time)
{
  InterviewVoice *self;

  g_return_val_if_fail (INTERVIEW_IS_PLAYBACK (playback), NULL);

  self = g_object_new (INTERVIEW_TYPE_VOICE, NULL);
  self->loudspeaker = g_object_ref (interview_playback_get_loudspeaker (playback));
  self->source = interview_loudspeaker_add (self->loudspeaker, base_time);
  interview_voice_set_delay (self, INTERVIEW_JITTER_FIRST * GST_USECOND);

  return self;
}

/**
 * interview_voice_set_delay:
 * @delay: how much later than it came sound is played, nanoseconds; as long as the jitter buffer
 *   waits for a packet that is missing, so that such a wait is not heard
 *
 * Changes it, also while somebody is heard.
 */
void
interview_voice_set_delay (InterviewVoice *self, GstClockTime delay)
{
  g_return_if_fail (INTERVIEW_IS_VOICE (self));

  gst_app_src_set_latency (self->source, delay, -1);
}

/**
 * interview_voice_push:
 * @sample: (transfer none): sound in the form of %INTERVIEW_CHAIN_SOUND
 *
 * Plays it at its time, a little later than now. From any thread.
 */
void
interview_voice_push (InterviewVoice *self, GstSample *sample)
{
  g_autoptr (GstBuffer) buffer = NULL;

  g_return_if_fail (INTERVIEW_IS_VOICE (self));

  buffer = gst_buffer_copy (gst_sample_get_buffer (sample));
  GST_BUFFER_PTS (buffer) = gst_segment_to_running_time (gst_sample_get_segment (sample),
                                                         GST_FORMAT_TIME, GST_BUFFER_PTS (buffer));
  GST_BUFFER_DTS (buffer) = GST_CLOCK_TIME_NONE;
  gst_app_src_push_buffer (self->source, g_steal_pointer (&buffer));
}

/**
 * interview_voice_close:
 *
 * Stops playing; what is pushed afterwards is thrown away.
 */
void
interview_voice_close (InterviewVoice *self)
{
  g_return_if_fail (INTERVIEW_IS_VOICE (self));

  if (self->closed)
    return;
  self->closed = TRUE;
  interview_loudspeaker_remove (self->loudspeaker, self->source);
}
