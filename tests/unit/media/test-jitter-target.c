/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/jitter-target.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define MS 1000

static void
run (InterviewJitterTarget *target, gint64 *now, guint seconds, gint64 jitter, gint64 round_trip)
{
  InterviewJitterReport report = { jitter, round_trip, 0 };

  for (guint i = 0; i < 2 * seconds; i++, *now += SECOND / 2)
    interview_jitter_target_update (target, &report, *now);
}

/* A calm network is waited for less and less, one step after the other. */
static void
test_shrinks (void)
{
  InterviewJitterTarget target = INTERVIEW_JITTER_TARGET_INIT;
  gint64 now = 100 * SECOND, last;

  run (&target, &now, 3, 1 * MS, 20 * MS);
  last = target.sound;
  g_assert_cmpint (last, ==, 100 * MS);
  for (guint i = 0; i < 60; i++)
    {
      run (&target, &now, 1, 1 * MS, 20 * MS);
      g_assert_cmpint (target.sound, <=, last);
      g_assert_cmpint (target.sound, >=, last - 20 * MS);
      last = target.sound;
    }
  g_assert_cmpint (target.sound, ==, 40 * MS);
}

/* An uneven one is waited for at once. */
static void
test_grows (void)
{
  InterviewJitterTarget target = INTERVIEW_JITTER_TARGET_INIT;
  gint64 now = 100 * SECOND;

  run (&target, &now, 60, 1 * MS, 20 * MS);
  run (&target, &now, 1, 30 * MS, 20 * MS);
  g_assert_cmpint (target.sound, >=, 120 * MS);
  run (&target, &now, 1, 500 * MS, 20 * MS);
  g_assert_cmpint (target.sound, ==, 300 * MS);
}

/* What comes too late makes room for itself, whatever the average says. */
static void
test_late (void)
{
  InterviewJitterTarget target = INTERVIEW_JITTER_TARGET_INIT;
  InterviewJitterReport report = { 1 * MS, 20 * MS, 3 };
  gint64 now = 100 * SECOND;

  run (&target, &now, 60, 1 * MS, 20 * MS);
  interview_jitter_target_update (&target, &report, now);
  g_assert_cmpint (target.sound, ==, 60 * MS);
  run (&target, &now, 4, 1 * MS, 20 * MS);
  g_assert_cmpint (target.sound, ==, 60 * MS);
}

/* A picture waits until what was lost can have come at the third time, within limits. */
static void
test_picture (void)
{
  InterviewJitterTarget target = INTERVIEW_JITTER_TARGET_INIT;
  gint64 now = 100 * SECOND;

  run (&target, &now, 1, 0, 1 * MS);
  g_assert_cmpint (target.picture, ==, 80 * MS);
  run (&target, &now, 1, 0, 100 * MS);
  g_assert_cmpint (target.picture, >=, 300 * MS);
  run (&target, &now, 1, 0, 5 * SECOND);
  g_assert_cmpint (target.picture, ==, 600 * MS);
}

/* Sound that waits long would come after the lips: then they wait as well, for a little less. */
static void
test_hold (void)
{
  InterviewJitterTarget target = INTERVIEW_JITTER_TARGET_INIT;
  gint64 now = 100 * SECOND;

  run (&target, &now, 60, 1 * MS, 20 * MS);
  g_assert_cmpint (target.hold, ==, 0);
  run (&target, &now, 1, 60 * MS, 20 * MS);
  g_assert_cmpint (target.sound, ==, 260 * MS);
  g_assert_cmpint (target.hold, ==, 180 * MS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jitter-target/shrinks", test_shrinks);
  g_test_add_func ("/jitter-target/grows", test_grows);
  g_test_add_func ("/jitter-target/late", test_late);
  g_test_add_func ("/jitter-target/picture", test_picture);
  g_test_add_func ("/jitter-target/hold", test_hold);

  return g_test_run ();
}
