/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/link-pace.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define NOW (1000 * SECOND)

/* Attempts of an hour, tried at every tick. */
static guint
count_attempts (InterviewLinkPace *pace, gint64 from)
{
  guint attempts = 0;

  for (gint64 now = from; now < from + 3600 * SECOND; now += SECOND / 10)
    if (interview_link_pace_begin (pace, now))
      attempts++;

  return attempts;
}

static void
test_pauses (void)
{
  InterviewLinkPace pace;

  interview_link_pace_reset (&pace);
  g_assert_true (interview_link_pace_begin (&pace, NOW));
  g_assert_false (interview_link_pace_begin (&pace, NOW + SECOND / 4));
  g_assert_true (interview_link_pace_begin (&pace, NOW + SECOND / 2));
  g_assert_false (interview_link_pace_begin (&pace, NOW + SECOND));
  /* More often than each minute, and not without end. */
  g_assert_cmpuint (count_attempts (&pace, NOW + 2 * SECOND), >, 60);
  interview_link_pace_reset (&pace);
  g_assert_cmpuint (count_attempts (&pace, NOW), <, 1000);
}

static void
test_hurry (void)
{
  InterviewLinkPace pace;

  interview_link_pace_reset (&pace);
  count_attempts (&pace, NOW);
  g_assert_false (interview_link_pace_begin (&pace, NOW + 3600 * SECOND));
  interview_link_pace_hurry (&pace);
  g_assert_true (interview_link_pace_begin (&pace, NOW + 3600 * SECOND));
}

/* What takes long is given more time, but not for ever. */
static void
test_patience (void)
{
  InterviewLinkPace pace;

  interview_link_pace_reset (&pace);
  g_assert_false (interview_link_pace_is_late (&pace, NOW + 7 * SECOND, NOW));
  g_assert_true (interview_link_pace_is_late (&pace, NOW + 9 * SECOND, NOW));
  interview_link_pace_fail (&pace);
  g_assert_false (interview_link_pace_is_late (&pace, NOW + 9 * SECOND, NOW));
  for (guint i = 0; i < 20; i++)
    interview_link_pace_fail (&pace);
  g_assert_true (interview_link_pace_is_late (&pace, NOW + 61 * SECOND, NOW));
  interview_link_pace_reset (&pace);
  g_assert_true (interview_link_pace_is_late (&pace, NOW + 9 * SECOND, NOW));
}

static void
test_silence (void)
{
  InterviewLinkPace pace;

  interview_link_pace_reset (&pace);
  g_assert_false (interview_link_pace_is_silent (&pace, NOW + 4 * SECOND, NOW));
  g_assert_true (interview_link_pace_is_silent (&pace, NOW + 6 * SECOND, NOW));
}

/* Less silence is enough then, but what comes through is not taken for dead. */
static void
test_doubt (void)
{
  InterviewLinkPace pace;

  interview_link_pace_reset (&pace);
  interview_link_pace_doubt (&pace, NOW);
  g_assert_false (interview_link_pace_is_silent (&pace, NOW + 2 * SECOND, NOW + 1.6 * SECOND));
  g_assert_true (interview_link_pace_is_silent (&pace, NOW + 0.6 * SECOND, NOW));
  g_assert_false (interview_link_pace_is_silent (&pace, NOW + 4 * SECOND, NOW + 3 * SECOND));
  interview_link_pace_reset (&pace);
  g_assert_false (interview_link_pace_is_silent (&pace, NOW + 0.6 * SECOND, NOW));
}

/* A link that was begun before is not waited for, one that was begun after is. */
static void
test_doubt_of_new_link (void)
{
  InterviewLinkPace pace;

  interview_link_pace_reset (&pace);
  interview_link_pace_doubt (&pace, NOW);
  g_assert_false (interview_link_pace_is_late (&pace, NOW + 0.1 * SECOND, NOW - 0.1 * SECOND));
  g_assert_true (interview_link_pace_is_late (&pace, NOW + 0.6 * SECOND, NOW - 0.1 * SECOND));
  g_assert_false (interview_link_pace_is_late (&pace, NOW + 0.6 * SECOND, NOW + 0.1 * SECOND));
}

/* A network that comes and goes all the time. */
static void
test_doubt_without_storm (void)
{
  InterviewLinkPace pace;
  guint attempts = 0;

  interview_link_pace_reset (&pace);
  count_attempts (&pace, NOW);
  for (gint64 now = NOW + 3600 * SECOND; now < NOW + 3660 * SECOND; now += SECOND / 10)
    {
      interview_link_pace_doubt (&pace, now);
      if (interview_link_pace_begin (&pace, now))
        attempts++;
    }
  g_assert_cmpuint (attempts, >, 5);
  g_assert_cmpuint (attempts, <, 15);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-pace/pauses", test_pauses);
  g_test_add_func ("/link-pace/hurry", test_hurry);
  g_test_add_func ("/link-pace/patience", test_patience);
  g_test_add_func ("/link-pace/silence", test_silence);
  g_test_add_func ("/link-pace/doubt", test_doubt);
  g_test_add_func ("/link-pace/doubt/new-link", test_doubt_of_new_link);
  g_test_add_func ("/link-pace/doubt/storm", test_doubt_without_storm);

  return g_test_run ();
}
