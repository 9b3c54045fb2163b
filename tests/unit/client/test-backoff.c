/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>

#include "client/backoff.h"

static void
test_table (void)
{
  static const struct
  {
    guint attempt;
    double random;
    guint expected;
  } cases[] = {
    { 1, 0.0, 200 },    { 1, 0.5, 300 },          { 2, 0.0, 400 },  { 3, 0.0, 800 },
    { 3, 0.75, 1400 },  { 5, 0.0, 3200 },         { 6, 0.0, 4000 }, { 7, 0.999999, 7999 },
    { 100, 0.0, 4000 }, { G_MAXUINT, 0.5, 6000 }, { 0, 0.0, 200 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (interview_backoff_delay (cases[i].attempt, 400, 8000, cases[i].random), ==,
                      cases[i].expected);
}

static void
test_bounds (void)
{
  for (guint attempt = 1; attempt < 40; attempt++)
    {
      guint delay = interview_backoff_delay (attempt, INTERVIEW_BACKOFF_FIRST,
                                             INTERVIEW_BACKOFF_LONGEST, g_test_rand_double ());

      g_assert_cmpuint (delay, >=, INTERVIEW_BACKOFF_FIRST / 2);
      g_assert_cmpuint (delay, <=, INTERVIEW_BACKOFF_LONGEST);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/client/backoff/table", test_table);
  g_test_add_func ("/client/backoff/bounds", test_bounds);
  return g_test_run ();
}
