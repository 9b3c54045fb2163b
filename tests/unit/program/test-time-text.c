/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program/time-text.h"

#define MINUTE (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* Saturday 2026-11-21, 23:30 in UTC: Sunday, 07:30, in Shanghai. */
#define NOW G_GINT64_CONSTANT (1795303800000000)

static void
expect_moment (gint64 time, const char *text)
{
  g_autofree char *moment = interview_time_text_moment (time, NOW);

  g_assert_cmpstr (moment, ==, text);
}

static void
expect_until (gint64 left, const char *text)
{
  g_autofree char *until = interview_time_text_until (NOW + left, NOW);

  g_assert_cmpstr (until, ==, text);
}

static void
test_moment (void)
{
  g_autofree char *clock = interview_time_text_clock (NOW);

  g_assert_cmpstr (clock, ==, "07:30");
  expect_moment (NOW, "Today, 07:30");
  expect_moment (NOW + 16 * HOUR, "Today, 23:30");
  expect_moment (NOW + 17 * HOUR, "Tomorrow, 00:30");
  expect_moment (NOW - 8 * HOUR, "Yesterday, 23:30");
  expect_moment (NOW + 3 * DAY, "Wednesday, 25 November, 07:30");
  expect_moment (NOW + 60 * DAY, "Thursday, 21 January 2027, 07:30");
}

static void
test_until (void)
{
  expect_until (-DAY, "now");
  expect_until (0, "now");
  expect_until (1, "in 1 minute");
  expect_until (MINUTE + 1, "in 2 minutes");
  expect_until (59 * MINUTE, "in 59 minutes");
  expect_until (HOUR, "in 1 hour");
  expect_until (HOUR + 1, "in 2 hours");
  expect_until (DAY, "in 1 day");
  expect_until (9 * DAY + 1, "in 10 days");
}

/* The reader is in Shanghai; the clock of New_York is put back on 1 November 2026. */
static void
test_zone (void)
{
  static const struct
  {
    const char *planned;
    const char *note;
  } cases[] = {
    { NULL, NULL },
    { "Nowhere/Land", NULL },
    { "Asia/Shanghai", NULL },
    { "Asia/Singapore", NULL },
    { "Europe/Berlin", "Your time (CST, UTC+08:00). It is Sunday, 00:30 in the zone Europe/Berlin, "
                       "where it was planned." },
    { "America/New_York", "Your time (CST, UTC+08:00). It is Saturday, 18:30 in the zone "
                          "America/New_York, where it was planned." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *note = interview_time_text_zone (NOW, cases[i].planned);

      g_assert_cmpstr (note, ==, cases[i].note);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "Asia/Shanghai", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-text/moment", test_moment);
  g_test_add_func ("/time-text/until", test_until);
  g_test_add_func ("/time-text/zone", test_zone);
  return g_test_run ();
}
