/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/codec.h"

#include <gst/video/video.h>

/* A codec of the machine that took so many pictures for so long, microseconds, and gave none does
 * not work any more. Those that do give one at once, or keep a few back. */
#define MOST_SWALLOWED 10
#define LONGEST_SILENCE (1500 * G_TIME_SPAN_MILLISECOND)

/*
 * InterviewCodec encodes or decodes VP8 with the best that is known to work, and goes over to
 * another while pictures flow: to a codec of the machine once it has been tried, and back to libvpx
 * when that fails, posts an error or gives nothing. Those around it notice nothing but a key frame;
 * what a codec of the machine says about its failure goes no further.
 *
 * All exchanging happens in the thread that brings the pictures, between two of them. A driver that
 * never returns from a picture cannot be helped: the picture stands, and the sound goes on.
 *
 * Its pipeline owns it.
 */
struct _InterviewCodec
{
  GstBin parent_instance;

  InterviewCodecChoice *choice;
  InterviewCodecRole role;
  GstPad *sink;
  GstPad *source;

  GMutex mutex;
  const InterviewCodecCandidate *candidate;
  GstElement *inner;
  guint bitrate;
  gboolean broken;
  guint swallowed;
  gint64 silent_since;
};

G_DEFINE_FINAL_TYPE (InterviewCodec, interview_codec, GST_TYPE_BIN)

static GstElement *
dup_inner (InterviewCodec *self, const InterviewCodecCandidate **candidate, guint *bitrate)
{
  GstElement *inner;

  g_mutex_lock (&self->mutex);
  inner = self->inner != NULL ? gst_object_ref (self->inner) : NULL;
  *candidate = self->candidate;
  *bitrate = self->bitrate;
  g_mutex_unlock (&self->mutex);

  return inner;
}

/* Without the lock: what the codec does with it may wait for a picture that is on its way. */
static void
aim (InterviewCodec *self)
{
  const InterviewCodecCandidate *candidate;
  guint bitrate;
  g_autoptr (GstElement) inner = dup_inner (self, &candidate, &bitrate);

  if (inner != NULL && bitrate > 0)
    interview_codec_candidate_set_bitrate (candidate, inner, bitrate);
}

static void
set_target (GstPad *pad, GstElement *inner, const char *name)
{
  g_autoptr (GstPad) target = gst_element_get_static_pad (inner, name);

  gst_ghost_pad_set_target (GST_GHOST_PAD (pad), target);
}

static gboolean
insert (InterviewCodec *self, const InterviewCodecCandidate *candidate)
{
  GstElement *inner = interview_codec_candidate_create (candidate);

  if (inner == NULL)
    return FALSE;
  gst_bin_add (GST_BIN (self), inner);
  g_mutex_lock (&self->mutex);
  self->inner = inner;
  self->candidate = candidate;
  self->broken = FALSE;
  self->swallowed = 0;
  g_mutex_unlock (&self->mutex);
  aim (self);
  set_target (self->source, inner, "src");
  if (!gst_element_sync_state_with_parent (inner))
    return FALSE;
  set_target (self->sink, inner, "sink");

  return TRUE;
}

static void
clear (InterviewCodec *self)
{
  GstElement *inner;

  g_mutex_lock (&self->mutex);
  inner = g_steal_pointer (&self->inner);
  g_mutex_unlock (&self->mutex);
  if (inner == NULL)
    return;

  /* Whoever changes our state meanwhile leaves it alone. */
  gst_element_set_locked_state (inner, TRUE);
  gst_element_set_state (inner, GST_STATE_NULL);
  gst_ghost_pad_set_target (GST_GHOST_PAD (self->sink), NULL);
  gst_ghost_pad_set_target (GST_GHOST_PAD (self->source), NULL);
  gst_bin_remove (GST_BIN (self), inner);
}

static void
exchange (InterviewCodec *self, const InterviewCodecCandidate *candidate)
{
  g_info ("%s instead of %s", candidate->factory, self->candidate->factory);
  clear (self);
  if (insert (self, candidate))
    return;

  interview_codec_choice_distrust (self->choice, self->role, candidate);
  clear (self);
  insert (self, interview_codec_candidate_get_software (self->role));
}

static void
give_up (InterviewCodec *self)
{
  interview_codec_choice_distrust (self->choice, self->role, self->candidate);
  exchange (self, interview_codec_candidate_get_software (self->role));
  if (self->role == INTERVIEW_CODEC_ROLE_DECODER)
    gst_pad_push_event (self->sink,
                        gst_video_event_new_upstream_force_key_unit (GST_CLOCK_TIME_NONE, FALSE,
                                                                     0));
}

static gboolean
is_broken (InterviewCodec *self)
{
  gboolean broken;

  g_mutex_lock (&self->mutex);
  broken = self->broken;
  g_mutex_unlock (&self->mutex);

  return broken;
}

/* One more picture went in. */
static gboolean
is_silent (InterviewCodec *self)
{
  gint64 now = g_get_monotonic_time ();
  gboolean silent;

  g_mutex_lock (&self->mutex);
  if (self->swallowed++ == 0)
    self->silent_since = now;
  silent = self->swallowed > MOST_SWALLOWED && now - self->silent_since > LONGEST_SILENCE;
  g_mutex_unlock (&self->mutex);

  return silent;
}

static GstPadProbeReturn
on_output (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  InterviewCodec *self = user_data;

  g_mutex_lock (&self->mutex);
  self->swallowed = 0;
  g_mutex_unlock (&self->mutex);

  return GST_PAD_PROBE_OK;
}

static GstFlowReturn
on_input (GstPad *pad, GstObject *parent, GstBuffer *buffer)
{
  InterviewCodec *self = INTERVIEW_CODEC (parent);
  const InterviewCodecCandidate *best = interview_codec_choice_get (self->choice, self->role);
  g_autoptr (GstBuffer) again = NULL;
  GstFlowReturn flow;

  /* A decoder begins with a whole picture. */
  if (best != self->candidate && !GST_BUFFER_FLAG_IS_SET (buffer, GST_BUFFER_FLAG_DELTA_UNIT))
    exchange (self, best);
  if (!self->candidate->hardware)
    return gst_proxy_pad_chain_default (pad, parent, buffer);

  if (is_silent (self))
    {
      give_up (self);
      return gst_proxy_pad_chain_default (pad, parent, buffer);
    }
  again = gst_buffer_ref (buffer);
  flow = gst_proxy_pad_chain_default (pad, parent, buffer);
  if (flow > GST_FLOW_NOT_NEGOTIATED && !is_broken (self))
    return flow;
  give_up (self);

  return gst_proxy_pad_chain_default (pad, parent, g_steal_pointer (&again));
}

static void
interview_codec_handle_message (GstBin *bin, GstMessage *message)
{
  InterviewCodec *self = INTERVIEW_CODEC (bin);
  g_autoptr (GError) error = NULL;
  gboolean ours = FALSE;

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    {
      g_mutex_lock (&self->mutex);
      ours = self->candidate->hardware;
      self->broken |= ours;
      g_mutex_unlock (&self->mutex);
    }
  if (!ours)
    {
      GST_BIN_CLASS (interview_codec_parent_class)->handle_message (bin, message);
      return;
    }
  gst_message_parse_error (message, &error, NULL);
  g_info ("%s: %s", GST_OBJECT_NAME (GST_MESSAGE_SRC (message)), error->message);
  gst_message_unref (message);
}

static GstStateChangeReturn
interview_codec_change_state (GstElement *element, GstStateChange transition)
{
  InterviewCodec *self = INTERVIEW_CODEC (element);
  GstElementClass *parent = GST_ELEMENT_CLASS (interview_codec_parent_class);
  GstStateChangeReturn result = parent->change_state (element, transition);

  if (result != GST_STATE_CHANGE_FAILURE || !self->candidate->hardware)
    return result;
  give_up (self);

  return parent->change_state (element, transition);
}

static void
interview_codec_dispose (GObject *object)
{
  g_clear_object (&INTERVIEW_CODEC (object)->choice);

  G_OBJECT_CLASS (interview_codec_parent_class)->dispose (object);
}

static void
interview_codec_finalize (GObject *object)
{
  g_mutex_clear (&INTERVIEW_CODEC (object)->mutex);

  G_OBJECT_CLASS (interview_codec_parent_class)->finalize (object);
}

static void
interview_codec_class_init (InterviewCodecClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_codec_dispose;
  G_OBJECT_CLASS (klass)->finalize = interview_codec_finalize;
  GST_ELEMENT_CLASS (klass)->change_state = interview_codec_change_state;
  GST_BIN_CLASS (klass)->handle_message = interview_codec_handle_message;
}

static void
interview_codec_init (InterviewCodec *self)
{
  g_mutex_init (&self->mutex);
  self->sink = gst_ghost_pad_new_no_target ("sink", GST_PAD_SINK);
  self->source = gst_ghost_pad_new_no_target ("src", GST_PAD_SRC);
  gst_pad_set_chain_function (self->sink, on_input);
  gst_pad_add_probe (self->source, GST_PAD_PROBE_TYPE_BUFFER, on_output, self, NULL);
  gst_element_add_pad (GST_ELEMENT (self), self->sink);
  gst_element_add_pad (GST_ELEMENT (self), self->source);
}

/**
 * interview_codec_new:
 * @choice: (transfer none): knows what works
 * @role: what it does
 *
 * Returns: (transfer floating): an element with one pad `sink` and one pad `src`
 */
GstElement *
interview_codec_new (InterviewCodecChoice *choice, InterviewCodecRole role)
{
  InterviewCodec *self;

  g_return_val_if_fail (INTERVIEW_IS_CODEC_CHOICE (choice), NULL);
  g_return_val_if_fail (role < INTERVIEW_CODEC_N_ROLES, NULL);

  self = g_object_new (INTERVIEW_TYPE_CODEC, NULL);
  self->choice = g_object_ref (choice);
  self->role = role;
  insert (self, interview_codec_candidate_get_software (role));

  return GST_ELEMENT (self);
}

/**
 * interview_codec_set_bitrate:
 * @bitrate: bits a second
 *
 * Aims at that rate from now on, whatever encodes. From any thread.
 */
void
interview_codec_set_bitrate (InterviewCodec *self, guint bitrate)
{
  g_return_if_fail (INTERVIEW_IS_CODEC (self));

  g_mutex_lock (&self->mutex);
  self->bitrate = bitrate;
  g_mutex_unlock (&self->mutex);
  aim (self);
}

/**
 * interview_codec_get_factory:
 *
 * Returns: (transfer none): the name of what encodes or decodes now. From any thread.
 */
const char *
interview_codec_get_factory (InterviewCodec *self)
{
  const char *factory;

  g_return_val_if_fail (INTERVIEW_IS_CODEC (self), NULL);

  g_mutex_lock (&self->mutex);
  factory = self->candidate->factory;
  g_mutex_unlock (&self->mutex);

  return factory;
}
