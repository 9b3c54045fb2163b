/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/rate-control.h"

#include <gst/video/video.h>

#include "media/chain.h"
#include "media/heap.h"

/* Of a rate, what is left for the picture once the headers of its packets are paid. */
#define HEADERS 0.95

/* Fifty sounds a second with 40 bytes of headers each. */
#define AUDIO_HEADERS 16000

/* Below this rate, bits a second, the sound makes do with less, too; it is the last to. */
#define POOR_RATE 100000
#define POOR_AUDIO_BITRATE 16000

/* The encoder wraps each sound into the next one as well; how often that will be needed is told it
 * in percent. */
#define LEAST_LOSS 5
#define MOST_LOSS 30

/* Changes smaller than this part are not worth disturbing the encoder. */
#define NOTICEABLE 0.04

/*
 * InterviewRateControl fits what is encoded to what the links can carry: the bit rate of the
 * encoder first, then the size of the picture, then its rate, and the sound last. Everything is
 * encoded once, so the slowest link that still gets the picture decides. Where the computer does
 * not keep up, the picture is smaller than the links could carry (computer-load.c).
 *
 * The capture owns it, the links report to it; on the main context. The size of the picture and how
 * long it takes to encode are learnt on streaming threads.
 */
typedef struct
{
  guint bitrate;
  double loss;
} Report;

struct _InterviewRateControl
{
  GObject parent_instance;

  GstElement *rate;
  GstElement *size;
  InterviewCodec *picture;
  InterviewFrameSlot *preview;
  GstElement *sound;
  GHashTable *reports; /* link -> Report */

  GMutex mutex;
  InterviewQuality carried; /* by the links */
  InterviewComputerLoad load;
  gint64 entered; /* when a picture went into the encoder, microseconds */
  guint width;
  guint height;
  guint wanted; /* for the picture, bits a second; 0: nobody has reported */
  guint target;
};

G_DEFINE_FINAL_TYPE (InterviewRateControl, interview_rate_control, G_TYPE_OBJECT)

/* From any thread, with the mutex held. */
static void
aim (InterviewRateControl *self)
{
  guint most, target;

  if (self->width == 0 || self->picture == NULL)
    return;
  most = MIN (interview_quality_get_most (self->carried, self->width, self->height),
              INTERVIEW_VIDEO_BITRATE);
  target = self->wanted > 0 ? MIN (self->wanted, most) : most;
  if (target == self->target ||
      (target < most && ABS ((double) target - self->target) < NOTICEABLE * self->target))
    return;
  self->target = target;
  interview_codec_set_bitrate (self->picture, target);
}

static GstPadProbeReturn
on_picture_size (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  InterviewRateControl *self = user_data;
  GstEvent *event = GST_PAD_PROBE_INFO_EVENT (info);
  GstCaps *caps;
  GstVideoInfo video;

  if (GST_EVENT_TYPE (event) != GST_EVENT_CAPS)
    return GST_PAD_PROBE_OK;
  gst_event_parse_caps (event, &caps);
  if (!gst_video_info_from_caps (&video, caps))
    return GST_PAD_PROBE_OK;
  g_mutex_lock (&self->mutex);
  self->width = video.width;
  self->height = video.height;
  self->target = 0;
  aim (self);
  g_mutex_unlock (&self->mutex);
  interview_heap_trim_soon ();

  return GST_PAD_PROBE_OK;
}

static void
show_quality (InterviewRateControl *self)
{
  InterviewQuality quality = interview_rate_control_get_quality (self);
  int lines = (int) quality.lines;
  g_autoptr (GstCaps) caps = interview_chain_picture_caps (lines * 16 / 9, lines);

  g_debug ("picture: %d lines, %u a second", lines, quality.frame_rate);
  g_object_set (self->size, "caps", caps, NULL);
  g_object_set (self->rate, "max-rate", (int) quality.frame_rate, NULL);
}

static void
set_carried (InterviewRateControl *self, InterviewQuality carried)
{
  if (carried.lines == self->carried.lines && carried.frame_rate == self->carried.frame_rate)
    return;
  g_mutex_lock (&self->mutex);
  self->carried = carried;
  g_mutex_unlock (&self->mutex);
  if (self->size != NULL)
    show_quality (self);
}

static gboolean
on_load_changed (gpointer user_data)
{
  show_quality (user_data);

  return G_SOURCE_REMOVE;
}

static GstPadProbeReturn
on_encode (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  InterviewRateControl *self = user_data;

  g_mutex_lock (&self->mutex);
  self->entered = g_get_monotonic_time ();
  g_mutex_unlock (&self->mutex);

  return GST_PAD_PROBE_OK;
}

static GstPadProbeReturn
on_encoded (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  InterviewRateControl *self = user_data;
  guint64 missed = interview_frame_slot_get_missed (self->preview);
  guint64 shown = interview_frame_slot_get_frames (self->preview) - missed;
  gint64 now = g_get_monotonic_time ();
  gboolean changed;

  g_mutex_lock (&self->mutex);
  changed = interview_computer_load_add (&self->load, now - self->entered, shown, missed, now);
  g_mutex_unlock (&self->mutex);
  if (changed)
    g_idle_add_full (G_PRIORITY_DEFAULT, on_load_changed, g_object_ref (self), g_object_unref);

  return GST_PAD_PROBE_OK;
}

static void
interview_rate_control_finalize (GObject *object)
{
  InterviewRateControl *self = INTERVIEW_RATE_CONTROL (object);

  gst_clear_object (&self->rate);
  gst_clear_object (&self->size);
  gst_clear_object (&self->picture);
  g_clear_object (&self->preview);
  gst_clear_object (&self->sound);
  g_hash_table_unref (self->reports);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (interview_rate_control_parent_class)->finalize (object);
}

static void
interview_rate_control_class_init (InterviewRateControlClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_rate_control_finalize;
}

static void
interview_rate_control_init (InterviewRateControl *self)
{
  g_mutex_init (&self->mutex);
  self->reports = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->carried = interview_quality_choose (G_MAXUINT, NULL);
}

/**
 * interview_rate_control_new:
 *
 * Returns: (transfer full): one that holds nothing down
 */
InterviewRateControl *
interview_rate_control_new (void)
{
  return g_object_new (INTERVIEW_TYPE_RATE_CONTROL, NULL);
}

/**
 * interview_rate_control_add_limits:
 * @pipeline: where the elements are added
 * @after: (transfer none): gives I420
 *
 * Adds what makes pictures smaller and fewer.
 *
 * Returns: (transfer none): the last element
 */
GstElement *
interview_rate_control_add_limits (InterviewRateControl *self, GstBin *pipeline, GstElement *after)
{
  GstElement *scale;

  g_return_val_if_fail (INTERVIEW_IS_RATE_CONTROL (self), NULL);
  g_return_val_if_fail (self->size == NULL, NULL);

  self->rate = gst_object_ref (interview_chain_add (pipeline, after, "videorate"));
  scale = interview_chain_add_scale (pipeline, self->rate);
  self->size = gst_object_ref (interview_chain_add (pipeline, scale, "capsfilter"));
  g_object_set (self->rate, "drop-only", TRUE, "skip-to-first", TRUE, NULL);
  show_quality (self);

  return self->size;
}

/**
 * interview_rate_control_set_picture:
 * @encoder: (transfer none): what encodes it
 * @preview: (transfer none): where the window shows it
 *
 * To be called once, before it runs; @self has to live as long as that runs.
 */
void
interview_rate_control_set_picture (InterviewRateControl *self,
                                    InterviewCodec *encoder,
                                    InterviewFrameSlot *preview)
{
  g_autoptr (GstPad) sink = NULL, src = NULL;

  g_return_if_fail (INTERVIEW_IS_RATE_CONTROL (self));
  g_return_if_fail (self->picture == NULL);

  self->picture = gst_object_ref (encoder);
  self->preview = g_object_ref (preview);
  sink = gst_element_get_static_pad (GST_ELEMENT (encoder), "sink");
  src = gst_element_get_static_pad (GST_ELEMENT (encoder), "src");
  gst_pad_add_probe (sink, GST_PAD_PROBE_TYPE_EVENT_DOWNSTREAM, on_picture_size, self, NULL);
  gst_pad_add_probe (sink, GST_PAD_PROBE_TYPE_BUFFER, on_encode, self, NULL);
  gst_pad_add_probe (src, GST_PAD_PROBE_TYPE_BUFFER, on_encoded, self, NULL);
}

/**
 * interview_rate_control_set_sound:
 * @encoder: (transfer none): an opusenc
 *
 * To be called once, before it runs.
 */
void
interview_rate_control_set_sound (InterviewRateControl *self, GstElement *encoder)
{
  g_return_if_fail (INTERVIEW_IS_RATE_CONTROL (self));
  g_return_if_fail (self->sound == NULL);

  self->sound = gst_object_ref (encoder);
}

/**
 * interview_rate_control_get_share:
 * @bitrate: what a link carries, bits a second
 *
 * Returns: what of it the picture may have, at least 1
 */
guint
interview_rate_control_get_share (guint bitrate)
{
  guint sound = INTERVIEW_AUDIO_BITRATE + AUDIO_HEADERS;

  return bitrate > sound ? MAX ((bitrate - sound) * HEADERS, 1) : 1;
}

static void
fit_sound (InterviewRateControl *self, guint bitrate, double loss)
{
  int percent = CLAMP ((int) (loss * 100 + 0.5), LEAST_LOSS, MOST_LOSS);
  int wanted = bitrate < POOR_RATE ? POOR_AUDIO_BITRATE : INTERVIEW_AUDIO_BITRATE;
  int known_percent, known;

  if (self->sound == NULL)
    return;
  g_object_get (self->sound, "packet-loss-percentage", &known_percent, "bitrate", &known, NULL);
  if (percent != known_percent)
    g_object_set (self->sound, "packet-loss-percentage", percent, NULL);
  if (wanted != known)
    g_object_set (self->sound, "bitrate", wanted, NULL);
}

static void
fit (InterviewRateControl *self)
{
  GHashTableIter iter;
  gpointer value;
  guint bitrate = G_MAXUINT;
  double loss = 0;

  g_hash_table_iter_init (&iter, self->reports);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Report *report = value;

      bitrate = MIN (bitrate, report->bitrate);
      loss = MAX (loss, report->loss);
    }
  if (bitrate == G_MAXUINT)
    {
      /* Whoever comes next begins with what they can carry. */
      self->wanted = 0;
      set_carried (self, interview_quality_choose (bitrate, NULL));
      return;
    }
  fit_sound (self, bitrate, loss);
  g_mutex_lock (&self->mutex);
  self->wanted = interview_rate_control_get_share (bitrate);
  g_mutex_unlock (&self->mutex);
  set_carried (self, interview_quality_choose (self->wanted, &self->carried));
  g_mutex_lock (&self->mutex);
  aim (self);
  g_mutex_unlock (&self->mutex);
}

/**
 * interview_rate_control_report:
 * @link: which link; only compared
 * @bitrate: what it carries, bits a second
 * @loss: the part of its packets that is lost, 0 to 1
 *
 * Takes over what a link says that gets the picture.
 */
void
interview_rate_control_report (InterviewRateControl *self,
                               gconstpointer link,
                               guint bitrate,
                               double loss)
{
  Report *report;

  g_return_if_fail (INTERVIEW_IS_RATE_CONTROL (self));

  report = g_new (Report, 1);
  *report = (Report){ bitrate, loss };
  g_hash_table_insert (self->reports, (gpointer) link, report);
  fit (self);
}

/**
 * interview_rate_control_forget:
 * @link: one that is gone, or gets no picture any more
 */
void
interview_rate_control_forget (InterviewRateControl *self, gconstpointer link)
{
  g_return_if_fail (INTERVIEW_IS_RATE_CONTROL (self));

  if (g_hash_table_remove (self->reports, link))
    fit (self);
}

/**
 * interview_rate_control_get_quality:
 *
 * Returns: the most that is sent now
 */
InterviewQuality
interview_rate_control_get_quality (InterviewRateControl *self)
{
  InterviewQuality quality = { 0 };

  g_return_val_if_fail (INTERVIEW_IS_RATE_CONTROL (self), quality);

  g_mutex_lock (&self->mutex);
  quality = interview_quality_limit (self->carried, self->load.steps);
  g_mutex_unlock (&self->mutex);

  return quality;
}

/**
 * interview_rate_control_get_computer_state:
 *
 * Returns: whether it is the computer that makes the picture smaller, rather than a link
 */
InterviewComputerState
interview_rate_control_get_computer_state (InterviewRateControl *self)
{
  InterviewComputerState state;

  g_return_val_if_fail (INTERVIEW_IS_RATE_CONTROL (self), INTERVIEW_COMPUTER_STATE_AT_EASE);

  g_mutex_lock (&self->mutex);
  state = interview_computer_load_get_state (&self->load);
  if (state == INTERVIEW_COMPUTER_STATE_LIMITED &&
      interview_quality_limit (self->carried, self->load.steps).lines == self->carried.lines)
    state = INTERVIEW_COMPUTER_STATE_AT_EASE;
  g_mutex_unlock (&self->mutex);

  return state;
}
