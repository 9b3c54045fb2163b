/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/video-pause.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define LITTLE 10000
#define ENOUGH 100000

/* Runs it for so long with this bit rate, a tick each 100 ms; returns how long it was paused. */
static gint64
run (InterviewVideoPause *pause, gint64 *now, gint64 time, guint bitrate)
{
  gint64 paused = 0;

  for (gint64 end = *now + time; *now < end; *now += SECOND / 10)
    if (interview_video_pause_update (pause, bitrate, *now))
      paused += SECOND / 10;

  return paused;
}

static void
test_short_dip_is_borne (void)
{
  InterviewVideoPause pause = { 0 };
  gint64 now = 100 * SECOND;

  g_assert_cmpint (run (&pause, &now, 10 * SECOND, ENOUGH), ==, 0);
  g_assert_cmpint (run (&pause, &now, SECOND, LITTLE), ==, 0);
  g_assert_cmpint (run (&pause, &now, 10 * SECOND, ENOUGH), ==, 0);
}

static void
test_comes_back (void)
{
  InterviewVideoPause pause = { 0 };
  gint64 now = 100 * SECOND;

  g_assert_cmpint (run (&pause, &now, 10 * SECOND, LITTLE), >=, 7 * SECOND);
  run (&pause, &now, 5 * SECOND, ENOUGH);
  g_assert_false (pause.paused);
}

/* What does not last is tried less and less often. */
static void
test_waits_longer (void)
{
  InterviewVideoPause pause = { 0 };
  gint64 now = 100 * SECOND, last = 0;

  for (guint i = 0; i < 4; i++)
    {
      gint64 waited = 0;

      while (!pause.paused)
        run (&pause, &now, SECOND / 10, LITTLE);
      while (pause.paused)
        waited += run (&pause, &now, SECOND / 10, ENOUGH);
      g_assert_cmpint (waited, >, last);
      last = waited;
    }
  g_assert_cmpint (last, <=, 64 * SECOND);
  run (&pause, &now, 60 * SECOND, ENOUGH);
  run (&pause, &now, 3 * SECOND, LITTLE);
  g_assert_true (pause.paused);
  g_assert_cmpint (run (&pause, &now, 30 * SECOND, ENOUGH), <, last);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/video-pause/short-dip-is-borne", test_short_dip_is_borne);
  g_test_add_func ("/video-pause/comes-back", test_comes_back);
  g_test_add_func ("/video-pause/waits-longer", test_waits_longer);

  return g_test_run ();
}
