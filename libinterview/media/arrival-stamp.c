/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/arrival-stamp.h"

static GstPadProbeReturn
on_unstamped (GstPad *pad, GstPadProbeInfo *info, gpointer user_data)
{
  GstBuffer *buffer = gst_buffer_make_writable (GST_PAD_PROBE_INFO_BUFFER (info));
  g_autoptr (GstElement) source = gst_pad_get_parent_element (pad);

  GST_PAD_PROBE_INFO_DATA (info) = buffer;
  if (source != NULL)
    GST_BUFFER_PTS (buffer) = gst_element_get_current_running_time (source);

  return GST_PAD_PROBE_OK;
}

/**
 * interview_arrival_stamp_add:
 * @source: (transfer none): a live source with one pad `src`
 *
 * Has what it gives stamped with the running time at which it comes: pipewiresrc takes the time
 * stamps of whoever made the stream, which may be of another clock, or 0 throughout, and when it
 * came is right enough. To be called before it runs.
 */
void
interview_arrival_stamp_add (GstElement *source)
{
  g_autoptr (GstPad) pad = NULL;

  g_return_if_fail (GST_IS_ELEMENT (source));

  pad = gst_element_get_static_pad (source, "src");
  gst_pad_add_probe (pad, GST_PAD_PROBE_TYPE_BUFFER, on_unstamped, NULL, NULL);
}
