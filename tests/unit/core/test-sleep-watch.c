/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sleep-watch.h"
#include "support/await.h"
#include "support/sleeper.h"

typedef struct
{
  Sleeper *sleeper;
  guint n_wakes;
} Fixture;

static void
on_woke (InterviewSleepWatch *watch, Fixture *fixture)
{
  fixture->n_wakes++;
}

/* Says it until somebody listens: when that begins is not told. */
static gboolean
wakes_once (gpointer data)
{
  Fixture *fixture = data;

  if (fixture->n_wakes == 0)
    sleeper_say (fixture->sleeper, FALSE);

  return fixture->n_wakes > 0;
}

static gboolean
wakes_more (gpointer data)
{
  return ((Fixture *) data)->n_wakes > 1;
}

static void
test_wakes (void)
{
  Fixture fixture = { .sleeper = sleeper_new () };
  InterviewSleepWatch *watch = interview_sleep_watch_new ();

  g_signal_connect (watch, "woke", G_CALLBACK (on_woke), &fixture);
  test_await (wakes_once, &fixture);
  /* Who falls asleep cannot look around. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  fixture.n_wakes = 1;
  sleeper_say (fixture.sleeper, TRUE);
  sleeper_say (fixture.sleeper, FALSE);
  test_await (wakes_more, &fixture);
  g_assert_cmpuint (fixture.n_wakes, ==, 2);
  test_clear_last (&watch);
  sleeper_free (fixture.sleeper);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sleep-watch/wakes", test_wakes);

  return g_test_run ();
}
