/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "media/recording-selection.h"
#include "recorded.h"
#include "support/await.h"
#include "test-side.h"

/* Where a screen stands in the recorded picture of 1280x720. */
#define WHOLE_WIDTH 1280
#define SCREEN_WIDTH 1024
#define SCREEN_TOP 72

/* Microseconds that one thing is recorded. */
#define STRETCH (2 * G_TIME_SPAN_SECOND)

typedef struct
{
  InterviewRecorder *recorder;
  gint64 enough;
} Stretch;

static gboolean
has_enough (gpointer data)
{
  const Stretch *stretch = data;

  return interview_recorder_get_duration (stretch->recorder) > stretch->enough;
}

static gboolean
has_ended (gpointer data)
{
  return interview_recorder_get_state (data) == INTERVIEW_RECORDER_STATE_ENDED;
}

/* A page on a screen; its pictures carry the clock as those of a camera do. */
static void
share_page (Side *side)
{
  InterviewDeviceFailure failure;
  GstElement *page = interview_source_factory_create_camera (side->factory, NULL, &failure);

  g_assert_nonnull (page);
  g_assert_true (interview_screen_share_start (interview_call_get_screen (side->call), page));
}

static gboolean
screen_comes (gpointer data)
{
  Side *side = data;

  return interview_call_stats_get_frames (interview_remote_get_screen_stats (side->remote)) > 10;
}

/* Who agreed, ourselves as "". */
static gboolean
has_agreed (gpointer user_data, const char *person_id)
{
  const char *const *agreed = *(const char *const **) user_data;

  return g_strv_contains (agreed, person_id != NULL ? person_id : "");
}

/* Records those from now on for a while; returns when that began, as the clock in pictures says. */
static gint64
record_those (InterviewRecorder *recorder, InterviewRecordingSelection *selection)
{
  Stretch stretch = { recorder, interview_recorder_get_duration (recorder) + STRETCH };
  gint64 now = g_get_real_time () / 1000;

  interview_recording_selection_apply (selection, recorder);
  wait_for (has_enough, &stretch, "two seconds of recording");

  return now;
}

/* A screen is in the file while whoever shares it agrees, and only then; so is a person. */
static void
test_agreed (void)
{
  g_autofree char *folder = g_dir_make_tmp ("interview-test-XXXXXX", NULL);
  static const char *const us[] = { "", NULL };
  static const char *const both[] = { "", RECRUITER, NULL };
  static const char *const them[] = { RECRUITER, NULL };
  g_autofree char *path = g_build_filename (folder, "agreed.webm", NULL);
  g_autoptr (InterviewRecordingSelection) selection = NULL;
  g_autoptr (GError) error = NULL;
  const char *const *agreed = us;
  InterviewRecorder *recorder;
  Recorded screen, alone;
  gint64 refused, given, taken_back, ours;
  Side one, other;

  sides_open (&one, &other);
  sides_start (&one, &other);
  sides_see (&one, &other);
  share_page (&other);
  wait_for (screen_comes, &one, "the screen");
  recorder = interview_recorder_new (path);
  interview_recorder_set_reserve (recorder, 0);
  interview_recorder_start (recorder, &error);
  g_assert_no_error (error);
  selection =
      interview_recording_selection_new (one.capture, interview_call_get_remotes (one.call),
                                         interview_call_get_screen (one.call), has_agreed, &agreed);

  refused = record_those (recorder, selection);
  agreed = both;
  given = record_those (recorder, selection);
  agreed = us;
  taken_back = record_those (recorder, selection);
  agreed = them;
  share_page (&one);
  ours = record_those (recorder, selection);
  interview_recorder_stop (recorder);
  wait_for (has_ended, recorder, "the end of the file");

  recorded_read (&screen, path, 0, SCREEN_TOP, SCREEN_WIDTH);
  recorded_read (&alone, path, 0, 0, WHOLE_WIDTH);
  g_test_message ("%u pictures of the screen, from %d to %d ms of %d to %d in which it was allowed",
                  screen.codes, (int) (screen.first_code - refused),
                  (int) (screen.last_code - refused), (int) (given - refused),
                  (int) (taken_back - refused));
  g_assert_cmpuint (screen.codes, >, 5);
  /* What is recorded first was on its way for less than a second. */
  g_assert_cmpint (screen.first_code, >, given - 1000);
  g_assert_cmpint (screen.last_code, <=, taken_back);
  /* We are there alone before, and the other one after. */
  g_assert_cmpint (alone.first_code, <, given - 1000);
  g_assert_cmpint (alone.last_code, >, ours);
  recorded_clear (&screen);
  recorded_clear (&alone);

  interview_recording_selection_apply (selection, NULL);
  test_assert_finalized (recorder);
  g_clear_object (&selection);
  sides_close (&one, &other);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  side_init (&argc, &argv);
  g_test_add_func ("/agreed/screen", test_agreed);

  return g_test_run ();
}
