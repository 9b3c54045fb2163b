/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <gst/video/video.h>

#include "program/screen-portal.h"
#include "test-side.h"

/* What portal-backend.py shares: its size, and its one colour. */
#define WIDTH 1280
#define HEIGHT 720
#define RED 0xc8
#define GREEN 0x1e
#define BLUE 0x28

typedef struct
{
  GstElement *source;
  GError *error;
  gboolean done;
} Choice;

typedef struct
{
  InterviewFrameSlot *slot;
  guint frames;
  gboolean is_desktop;
} Watcher;

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Choice *choice = user_data;

  choice->source = interview_screen_portal_choose_finish (INTERVIEW_SCREEN_PORTAL (source), result,
                                                          &choice->error);
  choice->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Choice *) data)->done;
}

static GstElement *
choose (InterviewScreenPortal *portal)
{
  Choice choice = { 0 };

  interview_screen_portal_choose_async (portal, NULL, NULL, on_chosen, &choice);
  wait_for (is_done, &choice, "the portal");
  g_assert_no_error (choice.error);
  g_assert_nonnull (choice.source);

  return choice.source;
}

static gboolean
is_near (guint8 have, int want)
{
  return ABS (have - want) <= 12;
}

static void
on_frame (InterviewFrameSlot *slot, gpointer user_data)
{
  Watcher *watcher = user_data;
  g_autoptr (GstSample) sample = interview_frame_slot_take (slot);
  GstVideoInfo info;
  GstVideoFrame frame;
  const guint8 *pixel;

  if (sample == NULL)
    return;
  g_assert_true (gst_video_info_from_caps (&info, gst_sample_get_caps (sample)));
  g_assert_true (gst_video_frame_map (&frame, &info, gst_sample_get_buffer (sample), GST_MAP_READ));
  pixel = (const guint8 *) GST_VIDEO_FRAME_PLANE_DATA (&frame, 0) +
          (gsize) (HEIGHT / 2) * (gsize) GST_VIDEO_FRAME_PLANE_STRIDE (&frame, 0) + 3 * (WIDTH / 2);
  watcher->frames++;
  watcher->is_desktop = info.width == WIDTH && info.height == HEIGHT && is_near (pixel[0], RED) &&
                        is_near (pixel[1], GREEN) && is_near (pixel[2], BLUE);
  gst_video_frame_unmap (&frame);
}

static gboolean
sees_desktop (gpointer data)
{
  Watcher *watcher = data;

  return watcher->is_desktop && watcher->frames >= 3;
}

static gboolean
says_no_screen (gpointer data)
{
  Side *side = data;

  return interview_remote_get_screen_turn (side->remote) == 0;
}

/* Whether the backend says that it did this, a line for each. */
static gboolean
has_done (gpointer lines)
{
  g_autofree char *log = NULL;

  return g_file_get_contents (g_getenv ("PORTAL_LOG"), &log, NULL, NULL) &&
         g_strcmp0 (log, lines) == 0;
}

static void
on_closed (InterviewScreenPortal *portal, gboolean *closed)
{
  *closed = TRUE;
}

static gboolean
is_closed (gpointer data)
{
  return *(gboolean *) data;
}

/* As the person does in the panel of the desktop. */
static void
end_in_desktop (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer = NULL;

  answer = g_dbus_connection_call_sync (bus, "org.freedesktop.impl.portal.desktop.interview", "/",
                                        "io.github.interview.Backend", "CloseAll", NULL, NULL,
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_assert_nonnull (answer);
}

static void
share (InterviewScreenPortal *portal, Side *from, Watcher *watcher)
{
  g_autoptr (GstElement) source = choose (portal);

  watcher->frames = 0;
  watcher->is_desktop = FALSE;
  g_assert_true (interview_screen_share_start (interview_call_get_screen (from->call), source));
  wait_for (sees_desktop, watcher, "the desktop on the other side");
}

/* Through the portal, and again: the second time with what was kept of the first, and by another
 * run of the program. */
static void
test_shares (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "portal-token", NULL);
  g_autoptr (InterviewScreenPortal) portal = NULL;
  Watcher watcher = { 0 };
  gboolean closed = FALSE;
  Side one, other;

  g_unlink (path);
  sides_open (&one, &other);
  sides_start (&one, &other);
  sides_see (&one, &other);
  watcher.slot = interview_remote_get_screen_slot (other.remote);
  interview_frame_slot_add_reader (watcher.slot, on_frame, &watcher, NULL);

  portal = interview_screen_portal_new (path);
  share (portal, &one, &watcher);
  interview_screen_share_stop (interview_call_get_screen (one.call));
  interview_screen_portal_close (portal);
  wait_for (says_no_screen, &other, "the screen to go");
  wait_for (has_done, (gpointer) "asked\nclosed\n", "the backend");

  share (portal, &one, &watcher);
  interview_screen_share_stop (interview_call_get_screen (one.call));
  g_clear_object (&portal);
  wait_for (has_done, (gpointer) "asked\nclosed\nrestored\nclosed\n", "the backend");

  portal = interview_screen_portal_new (path);
  g_signal_connect (portal, "closed", G_CALLBACK (on_closed), &closed);
  share (portal, &one, &watcher);
  wait_for (has_done, (gpointer) "asked\nclosed\nrestored\nclosed\nrestored\n", "the backend");
  end_in_desktop ();
  wait_for (is_closed, &closed, "the end from the desktop");
  interview_screen_share_stop (interview_call_get_screen (one.call));

  interview_frame_slot_remove_reader (watcher.slot, &watcher);
  sides_close (&one, &other);
  g_unlink (path);
}

/* What was kept is not what the portal gave: it is asked anew. */
static void
test_broken_token (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "portal-token", NULL);
  g_autoptr (InterviewScreenPortal) portal = interview_screen_portal_new (path);
  g_autoptr (GstElement) source = NULL;

  g_assert_true (g_file_set_contents (path, "not what it gave\n", -1, NULL));
  source = choose (portal);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  side_init (&argc, &argv);

  g_test_add_func ("/portal/shares", test_shares);
  g_test_add_func ("/portal/broken-token", test_broken_token);

  return g_test_run ();
}
