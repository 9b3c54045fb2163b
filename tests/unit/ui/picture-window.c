/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "picture-window.h"

#include <adwaita.h>

#include "ui/style.h"

/*
 * A window for tests of pictures, and what GTK paints of one with the renderer that it has.
 */

/* The first call of a test of such pictures. */
GtkWindow *
picture_window_new (int *argc, char ***argv)
{
  GtkWindow *window;

  g_test_init (argc, argv, NULL);
  gst_init (argc, argv);
  adw_init ();
  interview_style_load (gdk_display_get_default ());
  window = GTK_WINDOW (adw_window_new ());
  gtk_window_present (window);

  return window;
}

GskRenderer *
picture_window_get_renderer (GtkWindow *window)
{
  return gtk_native_get_renderer (GTK_NATIVE (window));
}

GdkTexture *
picture_window_render (GtkWindow *window, GdkPaintable *paintable, int width, int height)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);

  return gsk_renderer_render_texture (picture_window_get_renderer (window), node,
                                      &GRAPHENE_RECT_INIT (0, 0, width, height));
}

/* Returns when @paintable shows @sample. */
void
picture_window_put_and_await (InterviewFrameSlot *slot,
                              InterviewVideoPaintable *paintable,
                              GstSample *sample)
{
  gboolean painted = FALSE;
  gulong handler = g_signal_connect_swapped (paintable, "invalidate-contents",
                                             G_CALLBACK (g_atomic_int_inc), &painted);

  interview_frame_slot_put (slot, sample);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (paintable, handler);
}
