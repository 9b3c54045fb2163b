/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/screen-source.h"

#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "core/error.h"
#include "media/arrival-stamp.h"
#include "media/chain.h"
#include "media/screen-chain.h"

/*
 * Where the picture of a screen comes from: the X server itself, or a stream of PipeWire that the
 * desktop’s portal opened. Elements with one pad `src` of raw video.
 */

/* A desktop sends a picture when something changed; somebody who joins while nothing does needs one
 * all the same. Milliseconds. */
#define REPEAT_AFTER 500

static GstElement *
create (const char *factory, const char *name, GError **error)
{
  GstElement *element = gst_element_factory_make (factory, name);

  if (element == NULL)
    g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_DEVICE,
                         _ ("This installation cannot read the screen: a part of GStreamer is "
                            "missing. Install it with the system’s software program."));
  return element;
}

static GstElement *
wrap (GstElement *source, const char *description)
{
  GstBin *bin = GST_BIN (gst_bin_new (NULL));

  interview_chain_append (bin, NULL, source);
  interview_chain_expose (bin, interview_chain_add_caps_string (bin, source, description), "src");

  return GST_ELEMENT (bin);
}

/**
 * interview_screen_source_new_x11:
 * @display_name: (nullable): which X display; %NULL for the one of the environment
 * @window: the XID of a window, 0 for the whole screen
 * @error: %INTERVIEW_ERROR_DEVICE if it cannot be had
 *
 * Returns: (transfer floating) (nullable): the screen with its pointer
 */
GstElement *
interview_screen_source_new_x11 (const char *display_name, guint64 window, GError **error)
{
  GstElement *source = create ("ximagesrc", NULL, error);
  g_autofree char *description = NULL;

  if (source == NULL)
    return NULL;

  /* Whole pictures: where only what changed is fetched, a screen without a compositor stays black
   * until something does. */
  g_object_set (source, "display-name", display_name, "xid", window, "use-damage", FALSE,
                "show-pointer", TRUE, NULL);
  description = g_strdup_printf ("video/x-raw,framerate=%d/1", INTERVIEW_SCREEN_RATE);

  return wrap (source, description);
}

static void
on_disposed (gpointer data, GObject *where_the_object_was)
{
  close (GPOINTER_TO_INT (data));
}

/**
 * interview_screen_source_new_pipewire:
 * @fd: (transfer full): the connection to PipeWire that the portal opened; closed with the element
 * @node: the stream on it
 * @error: %INTERVIEW_ERROR_DEVICE if it cannot be had
 *
 * Returns: (transfer floating) (nullable): what the person chose to share
 */
GstElement *
interview_screen_source_new_pipewire (int fd, guint node, GError **error)
{
  GstElement *source = create ("pipewiresrc", NULL, error);
  g_autofree char *path = g_strdup_printf ("%u", node);

  if (source == NULL)
    {
      close (fd);
      return NULL;
    }

  g_object_set (source, "fd", fd, "path", path, "keepalive-time", REPEAT_AFTER, "always-copy", TRUE,
                NULL);
  g_object_weak_ref (G_OBJECT (source), on_disposed, GINT_TO_POINTER (fd));
  interview_arrival_stamp_add (source);

  return wrap (source, "video/x-raw");
}
