/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "media/player.h"
#include "media/recorder.h"
#include "support/await.h"
#include "test-side.h"

static gboolean
has_enough (gpointer data)
{
  return interview_recorder_get_duration (data) > 2 * G_TIME_SPAN_SECOND;
}

static gboolean
has_ended (gpointer data)
{
  return interview_recorder_get_state (data) == INTERVIEW_RECORDER_STATE_ENDED;
}

/* Two seconds of the test picture. */
static void
record (const char *path)
{
  g_autoptr (InterviewSourceFactory) factory = interview_source_factory_new (NULL);
  g_autoptr (InterviewCapture) capture = NULL;
  g_autoptr (InterviewRecorder) recorder = interview_recorder_new (path);
  g_autoptr (GError) error = NULL;

  interview_source_factory_use_test_sources (factory);
  interview_source_factory_set_test_picture (factory, 320, 180, 15);
  capture = interview_capture_new (factory);
  interview_capture_start (capture);
  interview_recorder_set_reserve (recorder, 0);
  interview_recorder_start (recorder, &error);
  g_assert_no_error (error);
  interview_recorder_add (recorder, interview_capture_get_tap (capture));
  wait_for (has_enough, recorder, "two seconds of recording");
  interview_recorder_stop (recorder);
  wait_for (has_ended, recorder, "the end of the file");
  interview_capture_stop (capture);
}

static gboolean
knows_length (gpointer data)
{
  return interview_player_get_duration (data) > 0 &&
         interview_frame_slot_get_frames (interview_player_get_frame_slot (data)) > 0;
}

static gboolean
is_late (gpointer data)
{
  return interview_player_get_position (data) >= G_TIME_SPAN_SECOND;
}

static gboolean
has_stopped (gpointer data)
{
  return !interview_player_get_playing (data);
}

static gboolean
cannot_play (gpointer data)
{
  return interview_player_get_error (data) != NULL;
}

/* The picture is there while it is paused; one goes forward, plays to the end, and is back. */
static void
test_player (void)
{
  g_autofree char *folder = g_dir_make_tmp ("interview-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "played.webm", NULL);
  InterviewPlayer *player;
  guint64 frames;

  record (path);
  player = interview_player_new (path);
  wait_for (knows_length, player, "the length and the first picture");
  g_assert_cmpint (interview_player_get_duration (player), >, G_TIME_SPAN_SECOND);
  interview_player_seek (player,
                         interview_player_get_duration (player) / 2 + G_TIME_SPAN_SECOND / 2);
  wait_for (is_late, player, "the second half");
  frames = interview_frame_slot_get_frames (interview_player_get_frame_slot (player));
  interview_player_set_playing (player, TRUE);
  wait_for (has_stopped, player, "the end");
  g_assert_cmpuint (interview_frame_slot_get_frames (interview_player_get_frame_slot (player)), >,
                    frames);
  g_assert_no_error ((GError *) interview_player_get_error (player));
  interview_player_close (player);
  test_assert_finalized (player);

  player = interview_player_new ("/nonexistent/file.webm");
  wait_for (cannot_play, player, "the word that it cannot be played");
  interview_player_close (player);
  test_assert_finalized (player);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  side_init (&argc, &argv);

  g_test_add_func ("/player", test_player);

  return g_test_run ();
}
