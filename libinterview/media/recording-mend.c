/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/recording-mend.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gst/gst.h>

#include "core/error.h"
#include "core/source.h"

/*
 * Mends a recording whose program was killed: it plays, but says neither how long it is nor where
 * to jump to. What is in it is written into a new file, as it is and without being decoded, which
 * then takes the place of the old one at once. A file that cannot be mended is left as it is. On
 * the main context that is the thread’s default.
 */

typedef struct
{
  char *path;
  char *whole;
  GstElement *pipeline;
  GstElement *mux;
  GstBus *bus;
  GSource *watch;
  gint64 duration;
} Mend;

static void
mend_stop (Mend *mend)
{
  interview_source_clear (&mend->watch);
  if (mend->pipeline != NULL)
    gst_element_set_state (mend->pipeline, GST_STATE_NULL);
  if (mend->bus != NULL)
    gst_bus_set_flushing (mend->bus, TRUE);
  gst_clear_object (&mend->bus);
  gst_clear_object (&mend->pipeline);
}

static void
mend_free (gpointer data)
{
  Mend *mend = data;

  mend_stop (mend);
  g_unlink (mend->whole);
  g_free (mend->whole);
  g_free (mend->path);
  g_free (mend);
}

static void
on_pad_added (GstElement *demux, GstPad *pad, gpointer user_data)
{
  Mend *mend = user_data;
  g_autoptr (GstCaps) caps = gst_pad_query_caps (pad, NULL);
  const char *name = gst_structure_get_name (gst_caps_get_structure (caps, 0));
  GstElement *queue;
  g_autoptr (GstPad) sink = NULL;

  if (!g_str_has_prefix (name, "video/") && !g_str_has_prefix (name, "audio/"))
    return;
  queue = gst_element_factory_make ("queue", NULL);
  gst_bin_add (GST_BIN (mend->pipeline), queue);
  gst_element_link_pads (queue, "src", mend->mux,
                         g_str_has_prefix (name, "video/") ? "video_%u" : "audio_%u");
  gst_element_sync_state_with_parent (queue);
  sink = gst_element_get_static_pad (queue, "sink");
  gst_pad_link (pad, sink);
}

static GError *
describe (void)
{
  return g_error_new_literal (INTERVIEW_ERROR, INTERVIEW_ERROR_MEDIA,
                              _ ("The recording could not be made whole. It can be played, but "
                                 "perhaps not wound forward."));
}

/* The new file has to be on the disk before it takes the place of the old one. */
static gboolean
replace (Mend *mend)
{
  int file = open (mend->whole, O_RDONLY | O_CLOEXEC);
  gboolean safe = file >= 0 && fsync (file) == 0;

  if (file >= 0)
    close (file);
  return safe && g_rename (mend->whole, mend->path) == 0;
}

static void
finish (GTask *task)
{
  Mend *mend = g_task_get_task_data (task);

  gst_element_query_position (mend->pipeline, GST_FORMAT_TIME, &mend->duration);
  mend_stop (mend);
  if (replace (mend))
    g_task_return_int (task, mend->duration / GST_USECOND);
  else
    g_task_return_error (task, describe ());
}

static gboolean
on_message (GstBus *bus, GstMessage *message, gpointer user_data)
{
  g_autoptr (GTask) task = g_object_ref (user_data);
  g_autoptr (GError) error = NULL;
  Mend *mend = g_task_get_task_data (task);

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_EOS)
    finish (task);
  else if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
    {
      gst_message_parse_error (message, &error, NULL);
      g_info ("%s: %s", mend->path, error->message);
      mend_stop (mend);
      g_task_return_error (task, describe ());
    }
  else if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      mend_stop (mend);
      g_task_return_error_if_cancelled (task);
    }

  return g_task_get_completed (task) ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/**
 * interview_recording_mend_async:
 * @path: a recording
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Gives a recording its duration and its index. It takes as much room again while it runs.
 */
void
interview_recording_mend_async (const char *path,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GstElement *source, *demux, *sink;
  Mend *mend;

  g_return_if_fail (path != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_recording_mend_async);
  mend = g_new0 (Mend, 1);
  mend->path = g_strdup (path);
  mend->whole = g_strconcat (path, ".whole", NULL);
  g_task_set_task_data (task, mend, mend_free);

  mend->pipeline = gst_object_ref_sink (gst_pipeline_new (NULL));
  source = gst_element_factory_make ("filesrc", NULL);
  demux = gst_element_factory_make ("matroskademux", NULL);
  mend->mux = gst_element_factory_make ("webmmux", NULL);
  sink = gst_element_factory_make ("filesink", NULL);
  gst_bin_add_many (GST_BIN (mend->pipeline), source, demux, mend->mux, sink, NULL);
  gst_element_link (source, demux);
  gst_element_link (mend->mux, sink);
  g_object_set (source, "location", path, NULL);
  g_object_set (mend->mux, "writing-app", "Interview", NULL);
  g_object_set (sink, "location", mend->whole, NULL);
  g_signal_connect (demux, "pad-added", G_CALLBACK (on_pad_added), mend);

  mend->bus = gst_element_get_bus (mend->pipeline);
  mend->watch = gst_bus_create_watch (mend->bus);
  g_source_set_callback (mend->watch, (GSourceFunc) G_CALLBACK (on_message), g_object_ref (task),
                         g_object_unref);
  g_source_attach (mend->watch, g_task_get_context (task));
  gst_element_set_state (mend->pipeline, GST_STATE_PLAYING);
}

/**
 * interview_recording_mend_finish:
 * @result: given to the callback
 * @duration: (out) (optional): how long it is, microseconds
 * @error: %INTERVIEW_ERROR_MEDIA, or that it was cancelled
 *
 * Returns: whether the file is whole now
 */
gboolean
interview_recording_mend_finish (GAsyncResult *result, gint64 *duration, GError **error)
{
  gint64 length;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  length = g_task_propagate_int (G_TASK (result), error);
  if (duration != NULL)
    *duration = MAX (length, 0);

  return length >= 0;
}
