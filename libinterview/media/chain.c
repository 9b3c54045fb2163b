/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/chain.h"

#include <gst/app/gstappsrc.h>

/*
 * Elements one behind the other in a bin. Each function adds one, links it behind another, and
 * returns it, so that a chain is read from top to bottom. The bin owns them all. From any thread,
 * as long as one alone builds.
 */

/* Encoders and scalers cannot do with less. */
#define LEAST_SIDE 16

/**
 * interview_chain_append:
 * @after: (nullable) (transfer none): behind which it stands; %NULL for the head of a chain
 * @element: (transfer floating): what is added
 *
 * Returns: (transfer none): @element
 */
GstElement *
interview_chain_append (GstBin *bin, GstElement *after, GstElement *element)
{
  g_return_val_if_fail (GST_IS_BIN (bin), NULL);
  g_return_val_if_fail (GST_IS_ELEMENT (element), NULL);

  gst_bin_add (bin, element);
  if (after != NULL)
    gst_element_link (after, element);

  return element;
}

/**
 * interview_chain_add:
 * @after: (nullable) (transfer none): behind which it stands; %NULL for the head of a chain
 * @factory: what makes it, which has to be installed
 *
 * Returns: (transfer none): the new element
 */
GstElement *
interview_chain_add (GstBin *bin, GstElement *after, const char *factory)
{
  return interview_chain_append (bin, after, gst_element_factory_make (factory, NULL));
}

/**
 * interview_chain_add_caps:
 * @after: (nullable) (transfer none): behind which it stands; %NULL for the head of a chain
 * @caps: (transfer full): the form that comes through
 *
 * Returns: (transfer none): the new capsfilter
 */
GstElement *
interview_chain_add_caps (GstBin *bin, GstElement *after, GstCaps *caps)
{
  GstElement *filter = gst_element_factory_make ("capsfilter", NULL);

  g_object_set (filter, "caps", caps, NULL);
  gst_caps_unref (caps);

  return interview_chain_append (bin, after, filter);
}

/**
 * interview_chain_add_caps_string:
 * @after: (nullable) (transfer none): behind which it stands; %NULL for the head of a chain
 * @description: the form that comes through
 *
 * Returns: (transfer none): the new capsfilter
 */
GstElement *
interview_chain_add_caps_string (GstBin *bin, GstElement *after, const char *description)
{
  return interview_chain_add_caps (bin, after, gst_caps_from_string (description));
}

/**
 * interview_chain_add_newest:
 * @after: (nullable) (transfer none): behind which it stands; %NULL for the head of a chain
 *
 * Adds a queue behind which nothing can hold up the source: what is late is thrown away.
 *
 * Returns: (transfer none): the new queue
 */
GstElement *
interview_chain_add_newest (GstBin *bin, GstElement *after)
{
  GstElement *queue = interview_chain_add (bin, after, "queue");

  g_object_set (queue, "max-size-buffers", 2, "max-size-bytes", 0, "max-size-time", (guint64) 0,
                NULL);
  gst_util_set_object_arg (G_OBJECT (queue), "leaky", "downstream");

  return queue;
}

/**
 * interview_chain_add_source:
 * @most: how much waits in it, nanoseconds; what is older is thrown away
 *
 * Adds a live source into which is pushed, as the head of a chain.
 *
 * Returns: (transfer none): the new appsrc
 */
GstElement *
interview_chain_add_source (GstBin *bin, GstClockTime most)
{
  GstElement *source = interview_chain_add (bin, NULL, "appsrc");

  g_object_set (source, "is-live", TRUE, "format", GST_FORMAT_TIME, "max-bytes", (guint64) 0,
                "max-time", (guint64) most, "leaky-type", GST_APP_LEAKY_TYPE_DOWNSTREAM, NULL);

  return source;
}

/**
 * interview_chain_add_sink:
 * @after: (transfer none): behind which it stands
 *
 * Adds a sink that hands on everything as soon as it comes.
 *
 * Returns: (transfer none): the new appsink
 */
GstElement *
interview_chain_add_sink (GstBin *bin, GstElement *after)
{
  GstElement *sink = interview_chain_add (bin, after, "appsink");

  g_object_set (sink, "sync", FALSE, "async", FALSE, "enable-last-sample", FALSE, NULL);

  return sink;
}

/* Tells whoever is before the scaler that any size is right, whatever is wanted behind it. */
static GstPadProbeReturn
on_size_query (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  GstQuery *query = GST_PAD_PROBE_INFO_QUERY (info);
  g_autoptr (GstCaps) raw = NULL, known = NULL, answer = NULL;
  GstCaps *filter;

  if (GST_QUERY_TYPE (query) != GST_QUERY_CAPS)
    return GST_PAD_PROBE_OK;
  raw = gst_caps_new_empty_simple ("video/x-raw");
  known = gst_pad_get_pad_template_caps (pad);
  answer = gst_caps_intersect (known, raw);
  gst_query_parse_caps (query, &filter);
  if (filter != NULL)
    gst_caps_take (&answer, gst_caps_intersect_full (filter, answer, GST_CAPS_INTERSECT_FIRST));
  gst_query_set_caps_result (query, answer);

  return GST_PAD_PROBE_HANDLED;
}

/* Does not let whoever is before it choose again when another size is wanted. */
static GstPadProbeReturn
on_size_event (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  GstEvent *event = GST_PAD_PROBE_INFO_EVENT (info);

  return GST_EVENT_TYPE (event) == GST_EVENT_RECONFIGURE ? GST_PAD_PROBE_DROP : GST_PAD_PROBE_OK;
}

/**
 * interview_chain_add_scale:
 * @after: (nullable) (transfer none): behind which it stands; %NULL for the head of a chain
 *
 * Adds a scaler that keeps to itself which size is wanted. Else an earlier scaler of the same
 * pictures would make them as small, for everybody else who gets them, too.
 *
 * Returns: (transfer none): the new videoscale
 */
GstElement *
interview_chain_add_scale (GstBin *bin, GstElement *after)
{
  GstElement *scale = interview_chain_add (bin, after, "videoscale");
  g_autoptr (GstPad) pad = gst_element_get_static_pad (scale, "sink");

  g_object_set (scale, "n-threads", 1, NULL);
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_QUERY_DOWNSTREAM, on_size_query, NULL, NULL);
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_EVENT_UPSTREAM, on_size_event, NULL, NULL);

  return scale;
}

/**
 * interview_chain_expose:
 * @element: (transfer none): the first or last of a chain
 * @name: of one of its pads, `sink` or `src`
 *
 * Makes that a pad of @bin, so that others see nothing but the bin.
 */
void
interview_chain_expose (GstBin *bin, GstElement *element, const char *name)
{
  g_autoptr (GstPad) pad = NULL;

  g_return_if_fail (GST_IS_BIN (bin));
  g_return_if_fail (GST_IS_ELEMENT (element));

  pad = gst_element_get_static_pad (element, name);
  gst_element_add_pad (GST_ELEMENT (bin), gst_ghost_pad_new (name, pad));
}

/**
 * interview_chain_picture_caps:
 * @most_width: pixels
 * @most_height: pixels
 *
 * Returns: (transfer full): pictures as they are encoded, up to that size
 */
GstCaps *
interview_chain_picture_caps (int most_width, int most_height)
{
  return gst_caps_new_simple ("video/x-raw", "format", G_TYPE_STRING, "I420", "width",
                              GST_TYPE_INT_RANGE, LEAST_SIDE, most_width, "height",
                              GST_TYPE_INT_RANGE, LEAST_SIDE, most_height, "pixel-aspect-ratio",
                              GST_TYPE_FRACTION, 1, 1, NULL);
}
