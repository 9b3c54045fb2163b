/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <gst/app/gstappsrc.h>
#include <gst/video/video.h>

#include "core/qr-code.h"
#include "media/screen-turn.h"
#include "support/network.h"
#include "test-side.h"

/* A screen of the usual size. One module of the code is as wide as the stroke of a letter. */
#define WIDTH 1920
#define HEIGHT 1080
#define MODULE 2

/* How often it is shared in one call, and how many threads more may idle in the pools. */
#define TIMES 20
#define SPARE_THREADS 8

/* Kilobits a second that both directions share. */
#define NARROW 500

#define FIRST_TEXT "First page: salary bands, 12 pt"
#define SECOND_TEXT "Second page: the exercise, in small letters"

/* What arrives of a screen, as it was decoded. */
typedef struct
{
  InterviewFrameSlot *slot;
  char *path;
  char *read;
  const char *wanted;
  int width;
  int height;
} Reader;

static GstBuffer *
draw (const char *text)
{
  g_autoptr (InterviewQrCode) code = interview_qr_code_new (text);
  gsize size = (gsize) WIDTH * HEIGHT;
  guint8 *pixels = g_malloc (size);
  guint width = interview_qr_code_get_width (code);

  /* A light page with lines on it. */
  for (guint y = 0; y < HEIGHT; y++)
    memset (pixels + (gsize) y * WIDTH, y % 20 == 0 ? 0x90 : 0xff, WIDTH);
  for (guint y = 0; y < (width + 8) * MODULE; y++)
    for (guint x = 0; x < (width + 8) * MODULE; x++)
      {
        int column = (int) (x / MODULE) - 4, row = (int) (y / MODULE) - 4;
        gboolean dark = column >= 0 && row >= 0 && column < (int) width && row < (int) width &&
                        interview_qr_code_is_dark (code, (guint) column, (guint) row);

        pixels[(gsize) (y + 401) * WIDTH + 701 + x] = dark ? 0x00 : 0xff;
      }

  return gst_buffer_new_wrapped (pixels, size);
}

static GstElement *
create_page (const char *text)
{
  GstElement *bin = gst_parse_bin_from_description (
      "appsrc name=page format=time ! imagefreeze is-live=true ! video/x-raw,framerate=15/1", TRUE,
      NULL);
  g_autoptr (GstElement) page = gst_bin_get_by_name (GST_BIN (bin), "page");
  g_autoptr (GstCaps) caps =
      gst_caps_new_simple ("video/x-raw", "format", G_TYPE_STRING, "GRAY8", "width", G_TYPE_INT,
                           WIDTH, "height", G_TYPE_INT, HEIGHT, "pixel-aspect-ratio",
                           GST_TYPE_FRACTION, 1, 1, "framerate", GST_TYPE_FRACTION, 0, 1, NULL);

  g_object_set (page, "caps", caps, NULL);
  gst_app_src_push_buffer (GST_APP_SRC (page), draw (text));
  gst_app_src_end_of_stream (GST_APP_SRC (page));

  return bin;
}

static char *
scan (GstVideoFrame *frame, const char *path)
{
  g_autoptr (GString) picture = g_string_new (NULL);
  const char *const command[] = { "zbarimg", "--quiet", "--raw", path, NULL };
  const guint8 *pixels = GST_VIDEO_FRAME_PLANE_DATA (frame, 0);
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  g_string_append_printf (picture, "P6 %d %d 255\n", GST_VIDEO_FRAME_WIDTH (frame),
                          GST_VIDEO_FRAME_HEIGHT (frame));
  for (int y = 0; y < GST_VIDEO_FRAME_HEIGHT (frame); y++)
    g_string_append_len (picture,
                         (const char *) pixels +
                             (gsize) y * (gsize) GST_VIDEO_FRAME_PLANE_STRIDE (frame, 0),
                         3 * GST_VIDEO_FRAME_WIDTH (frame));
  g_file_set_contents (path, picture->str, (gssize) picture->len, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, &found, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (g_strstrip (found));
}

static void
on_screen (InterviewFrameSlot *slot, gpointer user_data)
{
  Reader *reader = user_data;
  g_autoptr (GstSample) sample = interview_frame_slot_take (slot);
  GstVideoInfo info;
  GstVideoFrame frame;

  if (sample == NULL)
    return;
  g_assert_true (gst_video_info_from_caps (&info, gst_sample_get_caps (sample)));
  g_assert_true (gst_video_frame_map (&frame, &info, gst_sample_get_buffer (sample), GST_MAP_READ));
  reader->width = info.width;
  reader->height = info.height;
  g_free (reader->read);
  reader->read = scan (&frame, reader->path);
  gst_video_frame_unmap (&frame);
}

static void
reader_open (Reader *reader, Side *side)
{
  int fd;

  *reader = (Reader){ 0 };
  fd = g_file_open_tmp ("screen-XXXXXX.ppm", &reader->path, NULL);
  g_assert_cmpint (fd, >=, 0);
  close (fd);
  reader->slot = g_object_ref (interview_remote_get_screen_slot (side->remote));
  interview_frame_slot_add_reader (reader->slot, on_screen, reader, NULL);
}

static void
reader_close (Reader *reader)
{
  interview_frame_slot_remove_reader (reader->slot, reader);
  g_clear_object (&reader->slot);
  g_remove (reader->path);
  g_clear_pointer (&reader->path, g_free);
  g_clear_pointer (&reader->read, g_free);
}

static gboolean
is_read (gpointer data)
{
  Reader *reader = data;

  return g_strcmp0 (reader->read, reader->wanted) == 0;
}

static void
reads (Reader *reader, const char *text)
{
  reader->wanted = text;
  wait_for (is_read, reader, text);
  g_assert_cmpint (reader->width, ==, WIDTH);
  g_assert_cmpint (reader->height, ==, HEIGHT);
}

static gboolean
says_screen (gpointer data)
{
  Side *side = data;

  return side->remote != NULL && interview_remote_get_screen_turn (side->remote) > 0;
}

static gboolean
says_no_screen (gpointer data)
{
  Side *side = data;

  return interview_remote_get_screen_turn (side->remote) == 0 &&
         interview_frame_slot_is_blank (interview_remote_get_screen_slot (side->remote));
}

static void
share (Side *side, const char *text)
{
  g_assert_true (
      interview_screen_share_start (interview_call_get_screen (side->call), create_page (text)));
  g_assert_true (interview_screen_share_get_sharing (interview_call_get_screen (side->call)));
}

static void
open_both (Side *one, Side *other)
{
  sides_open (one, other);
  sides_start (one, other);
  sides_see (one, other);
}

/* Shared, stopped, and shared again, by the one who offers and by the one who answers. */
static void
test_share (gconstpointer data)
{
  gboolean offerer = GPOINTER_TO_INT (data);
  Side one, other;
  Side *from = offerer ? &one : &other, *to = offerer ? &other : &one;
  Reader reader;

  open_both (&one, &other);
  reader_open (&reader, to);
  g_assert_false (says_screen (to));

  share (from, FIRST_TEXT);
  wait_for (says_screen, to, "the word that a screen is shared");
  reads (&reader, FIRST_TEXT);
  sides_see (&one, &other);

  interview_screen_share_stop (interview_call_get_screen (from->call));
  wait_for (says_no_screen, to, "the screen to go");
  sides_see (&one, &other);

  share (from, SECOND_TEXT);
  wait_for (says_screen, to, "the word that a screen is shared again");
  reads (&reader, SECOND_TEXT);
  sides_see (&one, &other);
  g_assert_cmpuint (interview_call_stats_get_links (interview_remote_get_stats (to->remote)), ==,
                    1);

  reader_close (&reader);
  sides_close (&one, &other);
}

/* Somebody comes while a screen is shared that does not change any more. */
static void
test_late (void)
{
  Side one, other;
  Reader reader;

  side_open (&one, test_room_new (), CANDIDATE, SMALL);
  side_start (&one);
  share (&one, FIRST_TEXT);
  viewer_await (&one.own, SIDE_RATE);
  side_open (&other, one.room, RECRUITER, LARGE);
  side_start (&other);
  wait_for (says_screen, &other, "the word that a screen is shared");
  reader_open (&reader, &other);
  reads (&reader, FIRST_TEXT);

  reader_close (&reader);
  sides_close (&one, &other);
}

static void
on_ended (InterviewScreenShare *share, InterviewScreenEnd why, int *ended)
{
  *ended = (int) why;
}

static gboolean
has_ended (gpointer data)
{
  return *(int *) data >= 0;
}

/* One person shares at a time: whoever began last. */
static void
test_taken_over (void)
{
  Side one, other;
  Reader reader;
  int ended = -1;

  open_both (&one, &other);
  g_signal_connect (interview_call_get_screen (one.call), "ended", G_CALLBACK (on_ended), &ended);
  share (&one, FIRST_TEXT);
  wait_for (says_screen, &other, "the word that a screen is shared");
  share (&other, SECOND_TEXT);
  wait_for (has_ended, &ended, "the first one to give way");
  g_assert_cmpint (ended, ==, INTERVIEW_SCREEN_END_TAKEN_OVER);
  g_assert_false (interview_screen_share_get_sharing (interview_call_get_screen (one.call)));
  reader_open (&reader, &one);
  reads (&reader, SECOND_TEXT);
  wait_for (says_no_screen, &other, "the first screen to go");

  /* And both at once: one of the two is left. */
  share (&one, FIRST_TEXT);
  share (&other, SECOND_TEXT);
  reads (&reader, SECOND_TEXT);
  g_assert_true (interview_screen_share_get_sharing (interview_call_get_screen (other.call)));

  reader_close (&reader);
  sides_close (&one, &other);
}

/* What was shared is gone: the window was closed. */
static void
test_closed (void)
{
  Side one, other;
  GstElement *source;
  int ended = -1;

  open_both (&one, &other);
  g_signal_connect (interview_call_get_screen (one.call), "ended", G_CALLBACK (on_ended), &ended);
  source = gst_parse_bin_from_description ("videotestsrc is-live=true num-buffers=20", TRUE, NULL);
  g_assert_true (interview_screen_share_start (interview_call_get_screen (one.call), source));
  wait_for (has_ended, &ended, "the end");
  g_assert_cmpint (ended, ==, INTERVIEW_SCREEN_END_CLOSED);
  wait_for (says_no_screen, &other, "the screen to go");
  sides_see (&one, &other);

  sides_close (&one, &other);
}

/* On a narrow network it takes longer, and is as legible in the end; the people go on. */
static void
test_narrow (void)
{
  Side one, other;
  Reader reader;
  gint64 began;

  if (network_skip ())
    return;
  open_both (&one, &other);
  reader_open (&reader, &other);
  g_assert_true (network_limit (NARROW));
  share (&one, FIRST_TEXT);
  began = g_get_monotonic_time ();
  reads (&reader, FIRST_TEXT);
  g_test_message ("read after %.1f s", (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC);
  share (&one, SECOND_TEXT);
  began = g_get_monotonic_time ();
  reads (&reader, SECOND_TEXT);
  g_test_message ("the next page after %.1f s",
                  (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC);
  g_assert_cmpint (interview_call_get_state (one.call), ==, INTERVIEW_CALL_STATE_CONNECTED);
  g_assert_cmpint (interview_call_get_state (other.call), ==, INTERVIEW_CALL_STATE_CONNECTED);
  g_assert_true (network_limit (0));
  sides_see (&one, &other);

  reader_close (&reader);
  sides_close (&one, &other);
}

/* What there was after the first time. */
typedef struct
{
  guint threads;
  guint files;
} Used;

static gboolean
uses_no_more (gpointer data)
{
  const Used *used = data;

  return count_threads () <= used->threads + SPARE_THREADS && count_files () <= used->files;
}

/* Nothing is left of a screen that was shared, once the last of its threads have ended. */
static void
test_again_and_again (void)
{
  Side one, other;
  Used used;

  open_both (&one, &other);
  share (&one, FIRST_TEXT);
  wait_for (says_screen, &other, "the word that a screen is shared");
  interview_screen_share_stop (interview_call_get_screen (one.call));
  wait_for (says_no_screen, &other, "the screen to go");
  used = (Used){ count_threads (), count_files () };

  for (guint i = 0; i < TIMES; i++)
    {
      share (&one, i % 2 == 0 ? SECOND_TEXT : FIRST_TEXT);
      wait_for (says_screen, &other, "the word that a screen is shared");
      interview_screen_share_stop (interview_call_get_screen (one.call));
      wait_for (says_no_screen, &other, "the screen to go");
    }
  wait_for (uses_no_more, &used, "threads and files to be given back");
  sides_see (&one, &other);

  sides_close (&one, &other);
}

static void
test_turns (void)
{
  g_assert_cmpint (interview_screen_turn_next (0), ==, 1);
  g_assert_cmpint (interview_screen_turn_next (7), ==, 8);
  g_assert_cmpint (interview_screen_turn_next (INTERVIEW_SCREEN_TURN_LAST), ==,
                   INTERVIEW_SCREEN_TURN_LAST);
  g_assert_cmpint (interview_screen_turn_next (-5), ==, 1);

  g_assert_false (interview_screen_turn_beats (0, LARGE, 0, SMALL));
  g_assert_false (interview_screen_turn_beats (0, LARGE, 1, SMALL));
  g_assert_true (interview_screen_turn_beats (2, SMALL, 1, LARGE));
  g_assert_true (interview_screen_turn_beats (2, LARGE, 2, SMALL));
  g_assert_false (interview_screen_turn_beats (2, SMALL, 2, LARGE));
}

/* The screen has the larger part of the slowest link, and nothing while it is not shared. */
static void
test_fit (void)
{
  g_autoptr (InterviewScreenShare) own = interview_screen_share_new (0, SMALL);
  const char *fast = "fast", *slow = "slow";

  g_assert_cmpuint (interview_screen_share_fit (own, fast, 1000000), ==, 1000000);
  g_assert_true (interview_screen_share_start (own, create_page (FIRST_TEXT)));
  g_assert_cmpuint (interview_screen_share_fit (own, fast, 1000000), ==, 400000);
  g_assert_cmpuint (interview_screen_share_fit (own, slow, 200000), ==, 80000);
  g_assert_cmpuint (interview_screen_share_fit (own, fast, 1000000), ==, 880000);
  g_assert_cmpuint (interview_screen_share_fit (own, slow, 1000), ==, 0);
  interview_screen_share_forget (own, slow);
  g_assert_cmpuint (interview_screen_share_fit (own, fast, 1000000), ==, 400000);
  interview_screen_share_stop (own);
  g_assert_cmpuint (interview_screen_share_fit (own, fast, 1000000), ==, 1000000);
}

int
main (int argc, char **argv)
{
  network_enter ();
  side_init (&argc, &argv);

  g_test_add_func ("/screen/turns", test_turns);
  g_test_add_func ("/screen/fit", test_fit);
  g_test_add_data_func ("/screen/share/offerer", GINT_TO_POINTER (TRUE), test_share);
  g_test_add_data_func ("/screen/share/answerer", GINT_TO_POINTER (FALSE), test_share);
  g_test_add_func ("/screen/late", test_late);
  g_test_add_func ("/screen/taken-over", test_taken_over);
  g_test_add_func ("/screen/closed", test_closed);
  g_test_add_func ("/screen/again-and-again", test_again_and_again);
  g_test_add_func ("/screen/narrow", test_narrow);

  return g_test_run ();
}
