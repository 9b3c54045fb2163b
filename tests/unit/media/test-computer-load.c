/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/computer-load.h"

#define RATE 30

typedef struct
{
  InterviewComputerLoad load;
  guint64 shown;
  guint64 missed;
  gint64 now;
} Computer;

/* A second in which the encoder works for a part of the time, and of whose pictures so many are
 * missed. Returns whether the size changed. */
static gboolean
pass_second (Computer *computer, double encoding, guint missed)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < RATE; i++)
    {
      computer->now += G_TIME_SPAN_SECOND / RATE + 1;
      if (i < missed)
        computer->missed++;
      else
        computer->shown++;
      changed |= interview_computer_load_add (&computer->load,
                                              (gint64) (encoding * G_TIME_SPAN_SECOND / RATE),
                                              computer->shown, computer->missed, computer->now);
    }

  return changed;
}

/* With the first picture, long after the computer was switched on. */
static Computer
begin (void)
{
  Computer computer = { .now = 1000 * G_TIME_SPAN_SECOND };

  g_assert_false (
      interview_computer_load_add (&computer.load, G_TIME_SPAN_SECOND, 1, 2000, computer.now));
  return computer;
}

static guint
count_seconds (Computer *computer, double encoding, guint missed)
{
  for (guint i = 1; i < 1000; i++)
    if (pass_second (computer, encoding, missed))
      return i;

  return 0;
}

static void
test_at_ease (void)
{
  Computer computer = begin ();

  for (guint i = 0; i < 600; i++)
    g_assert_false (pass_second (&computer, i % 2 == 0 ? 0.2 : 0.8, i % 10));
  g_assert_cmpuint (computer.load.steps, ==, 0);
  g_assert_cmpint (interview_computer_load_get_state (&computer.load), ==,
                   INTERVIEW_COMPUTER_STATE_AT_EASE);
}

/* Whichever of the two it is, a bad second alone is none. */
static void
test_overloaded (void)
{
  static const struct
  {
    double encoding;
    guint missed;
  } rows[] = { { 0.95, 0 }, { 0.5, 15 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Computer computer = begin ();

      for (guint j = 0; j < 20; j++)
        {
          g_assert_false (pass_second (&computer, rows[i].encoding, rows[i].missed));
          g_assert_false (pass_second (&computer, 0.5, 0));
        }
      g_assert_cmpuint (count_seconds (&computer, rows[i].encoding, rows[i].missed), ==, 2);
      g_assert_cmpuint (computer.load.steps, ==, 1);
      g_assert_cmpint (interview_computer_load_get_state (&computer.load), ==,
                       INTERVIEW_COMPUTER_STATE_LIMITED);
      g_assert_cmpuint (count_seconds (&computer, rows[i].encoding, rows[i].missed), ==, 2);
      g_assert_cmpuint (computer.load.steps, ==, 2);
      g_assert_cmpint (interview_computer_load_get_state (&computer.load), ==,
                       INTERVIEW_COMPUTER_STATE_LIMITED);

      /* There is no smaller one. */
      g_assert_cmpuint (count_seconds (&computer, rows[i].encoding, rows[i].missed), ==, 0);
      g_assert_cmpuint (computer.load.steps, ==, 2);
      g_assert_cmpint (interview_computer_load_get_state (&computer.load), ==,
                       INTERVIEW_COMPUTER_STATE_OVERLOADED);
    }
}

/* Up again only where both leave room for it; each time that was too early it takes longer. */
static void
test_room (void)
{
  static const guint waits[] = { 10, 20, 40, 80, 160, 240, 240 };
  Computer computer = begin ();

  g_assert_cmpuint (count_seconds (&computer, 0.95, 0), ==, 2);
  g_assert_cmpuint (count_seconds (&computer, 0.6, 0), ==, 0);
  g_assert_cmpuint (count_seconds (&computer, 0.2, 8), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      guint waited = count_seconds (&computer, 0.2, 1);

      g_assert_cmpuint (waited, >=, waits[i] - 1);
      g_assert_cmpuint (waited, <=, waits[i] + 1);
      g_assert_cmpuint (computer.load.steps, ==, 0);
      g_assert_cmpuint (count_seconds (&computer, 0.95, 0), ==, 2);
    }
}

/* A window that shows something else is not late. */
static void
test_not_shown (void)
{
  Computer computer = begin ();

  g_assert_cmpuint (count_seconds (&computer, 0.5, RATE), ==, 0);
  g_assert_cmpuint (computer.load.steps, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/computer-load/at-ease", test_at_ease);
  g_test_add_func ("/computer-load/overloaded", test_overloaded);
  g_test_add_func ("/computer-load/room", test_room);
  g_test_add_func ("/computer-load/not-shown", test_not_shown);

  return g_test_run ();
}
