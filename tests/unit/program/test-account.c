/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program/account.h"

#include "support/await.h"
#include "support/folder.h"
#include "support/network.h"
#include "support/sleeper.h"

#define PROGRAM "io.github.interview.Candidate"

typedef struct
{
  Sleeper *sleeper;
  guint doubts;
} Fixture;

static void
on_doubt (InterviewAccount *account, Fixture *fixture)
{
  fixture->doubts++;
}

static gboolean
has_doubts (gpointer data)
{
  return ((Fixture *) data)->doubts > 0;
}

/* When somebody listens is not told. */
static gboolean
say_woke (gpointer sleeper)
{
  sleeper_say (sleeper, FALSE);
  return G_SOURCE_CONTINUE;
}

/* Whoever has a connection is told when it may not hold any more. */
static void
test_doubt (void)
{
  static const char *const languages[] = { "en", NULL };
  g_autoptr (InterviewProfile) profile = interview_profile_new (PROGRAM, "doubt", NULL);
  Fixture fixture = { 0 };
  InterviewAccount *account;
  guint timer;

  if (network_skip ())
    return;
  fixture.sleeper = sleeper_new ();
  account = interview_account_new (profile, languages, FALSE);
  g_signal_connect (account, "doubt", G_CALLBACK (on_doubt), &fixture);
  network_add_interface ("wifi", "10.0.0.1/24");
  test_await (has_doubts, &fixture);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  fixture.doubts = 0;
  timer = g_timeout_add (10, say_woke, fixture.sleeper);
  test_await (has_doubts, &fixture);
  g_source_remove (timer);
  g_signal_handlers_disconnect_by_data (account, &fixture);
  g_object_unref (account);
  sleeper_free (fixture.sleeper);
}

int
main (int argc, char **argv)
{
  g_autoptr (TestFolder) home = test_folder_new ();

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  network_enter ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/account/doubt", test_doubt);

  return g_test_run ();
}
