/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/file-source.h"

#include <gst/app/gstappsink.h>
#include <gst/app/gstappsrc.h>

#include "media/chain.h"

/*
 * InterviewFileSource plays the picture or the sound of a media file over and over, as a live
 * source like a camera or a microphone. The file is played in a pipeline of its own: rewinding it
 * then disturbs nothing, and what comes out is stamped with the time at which it comes.
 *
 * Made on the main context, whose loop rewinds it; owned by the pipeline it is added to.
 */
struct _InterviewFileSource
{
  GstBin parent_instance;

  gboolean video;
  GstElement *player;
  GstElement *tail;
  GstElement *out;
  GstBus *bus;
};

G_DEFINE_FINAL_TYPE (InterviewFileSource, interview_file_source, GST_TYPE_BIN)

static GstFlowReturn
on_new_sample (GstAppSink *sink, gpointer user_data)
{
  GstElement *out = user_data;
  g_autoptr (GstSample) sample = gst_app_sink_pull_sample (sink);
  g_autoptr (GstSample) bare = NULL;
  g_autoptr (GstBuffer) buffer = NULL;

  if (sample == NULL)
    return GST_FLOW_OK;

  buffer = gst_buffer_copy (gst_sample_get_buffer (sample));
  GST_BUFFER_PTS (buffer) = GST_CLOCK_TIME_NONE;
  GST_BUFFER_DTS (buffer) = GST_CLOCK_TIME_NONE;
  bare = gst_sample_new (buffer, gst_sample_get_caps (sample), NULL, NULL);
  gst_app_src_push_sample (GST_APP_SRC (out), bare);

  return GST_FLOW_OK;
}

static void
on_pad_added (InterviewFileSource *self, GstPad *pad)
{
  g_autoptr (GstCaps) caps = gst_pad_query_caps (pad, NULL);
  g_autoptr (GstPad) sink = gst_element_get_static_pad (self->tail, "sink");
  const char *name = gst_structure_get_name (gst_caps_get_structure (caps, 0));

  if (g_str_has_prefix (name, self->video ? "video/" : "audio/") && !gst_pad_is_linked (sink))
    gst_pad_link (pad, sink);
}

static gboolean
on_message (GstBus *bus, GstMessage *message, gpointer user_data)
{
  InterviewFileSource *self = user_data;
  g_autoptr (GError) error = NULL;

  switch (GST_MESSAGE_TYPE (message))
    {
    case GST_MESSAGE_EOS:
      gst_element_seek_simple (self->player, GST_FORMAT_TIME,
                               GST_SEEK_FLAG_FLUSH | GST_SEEK_FLAG_KEY_UNIT, 0);
      break;
    case GST_MESSAGE_ERROR:
      gst_message_parse_error (message, &error, NULL);
      gst_element_set_state (self->player, GST_STATE_NULL);
      gst_element_message_full (GST_ELEMENT (self), GST_MESSAGE_ERROR, error->domain, error->code,
                                g_strdup (error->message), NULL, __FILE__, G_STRFUNC, __LINE__);
      break;
    default:
      break;
    }

  return G_SOURCE_CONTINUE;
}

static GstStateChangeReturn
interview_file_source_change_state (GstElement *element, GstStateChange transition)
{
  InterviewFileSource *self = INTERVIEW_FILE_SOURCE (element);
  GstStateChangeReturn result;

  if (transition == GST_STATE_CHANGE_PAUSED_TO_READY)
    gst_element_set_state (self->player, GST_STATE_NULL);
  result =
      GST_ELEMENT_CLASS (interview_file_source_parent_class)->change_state (element, transition);
  if (transition == GST_STATE_CHANGE_READY_TO_PAUSED && result != GST_STATE_CHANGE_FAILURE)
    gst_element_set_state (self->player, GST_STATE_PLAYING);

  return result;
}

static void
interview_file_source_dispose (GObject *object)
{
  InterviewFileSource *self = INTERVIEW_FILE_SOURCE (object);

  if (self->bus != NULL)
    gst_bus_remove_watch (self->bus);
  gst_clear_object (&self->bus);
  if (self->player != NULL)
    gst_element_set_state (self->player, GST_STATE_NULL);
  gst_clear_object (&self->player);

  G_OBJECT_CLASS (interview_file_source_parent_class)->dispose (object);
}

static void
interview_file_source_class_init (InterviewFileSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_file_source_dispose;
  GST_ELEMENT_CLASS (klass)->change_state = interview_file_source_change_state;
}

static void
interview_file_source_init (InterviewFileSource *self)
{
}

static void
build_player (InterviewFileSource *self, const char *path)
{
  GstElement *source = gst_element_factory_make ("filesrc", NULL);
  GstElement *decoder = gst_element_factory_make ("decodebin", NULL);
  GstElement *sink = gst_element_factory_make ("appsink", NULL);
  GstAppSinkCallbacks callbacks = { .new_sample = on_new_sample };
  g_autoptr (GstCaps) caps =
      gst_caps_new_empty_simple (self->video ? "video/x-raw" : "audio/x-raw");

  self->player = gst_object_ref_sink (gst_pipeline_new (NULL));
  self->tail = gst_element_factory_make (self->video ? "videoconvert" : "audioconvert", NULL);
  g_object_set (source, "location", path, NULL);
  g_object_set (decoder, "expose-all-streams", FALSE, "caps", caps, NULL);
  g_object_set (sink, "sync", TRUE, "max-buffers", 2, NULL);
  gst_app_sink_set_caps (GST_APP_SINK (sink), caps);
  gst_app_sink_set_callbacks (GST_APP_SINK (sink), &callbacks, gst_object_ref (self->out),
                              gst_object_unref);

  gst_bin_add_many (GST_BIN (self->player), source, decoder, self->tail, sink, NULL);
  gst_element_link (source, decoder);
  gst_element_link (self->tail, sink);
  g_signal_connect_swapped (decoder, "pad-added", G_CALLBACK (on_pad_added), self);
  self->bus = gst_element_get_bus (self->player);
  gst_bus_add_watch (self->bus, on_message, self);
}

/**
 * interview_file_source_new:
 * @path: a media file
 * @video: whether its picture is wanted, else its sound
 *
 * A file that cannot be read or holds no such stream is told as an error on the bus.
 *
 * Returns: (transfer floating): an element with one pad `src`
 */
GstElement *
interview_file_source_new (const char *path, gboolean video)
{
  InterviewFileSource *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_FILE_SOURCE, NULL);
  self->video = video;
  self->out = interview_chain_add (GST_BIN (self), NULL, "appsrc");
  /* A few frames or periods at most: what nobody fetched in time is old. */
  g_object_set (self->out, "is-live", TRUE, "do-timestamp", TRUE, "format", GST_FORMAT_TIME,
                "max-buffers", (guint64) 8, "max-bytes", (guint64) 0, "leaky-type",
                GST_APP_LEAKY_TYPE_DOWNSTREAM, NULL);
  interview_chain_expose (GST_BIN (self), self->out, "src");
  build_player (self, path);

  return GST_ELEMENT (self);
}
