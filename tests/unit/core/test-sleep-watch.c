/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/sleep-watch.h"
#include "support/await.h"
#include "support/sleeper.h"

typedef struct
{
  Sleeper *sleeper;
  guint n_said;
  guint n_heard;
  guint n_wakes;
} Fixture;

static void
say (Fixture *fixture, gboolean sleeps)
{
  sleeper_say (fixture->sleeper, sleeps);
  fixture->n_said++;
}

static void
on_said (GDBusConnection *bus,
         const char *sender,
         const char *path,
         const char *interface,
         const char *name,
         GVariant *parameters,
         gpointer user_data)
{
  ((Fixture *) user_data)->n_heard++;
}

static void
on_woke (InterviewSleepWatch *watch, Fixture *fixture)
{
  fixture->n_wakes++;
}

static gboolean
has_heard (gpointer data)
{
  Fixture *fixture = data;

  return fixture->n_heard == fixture->n_said;
}

/* Says it until the watch listens, too: when that begins is not told. */
static gboolean
has_woken (gpointer data)
{
  Fixture *fixture = data;

  if (fixture->n_wakes == 0 && has_heard (fixture))
    say (fixture, FALSE);

  return fixture->n_wakes > 0;
}

static void
make_round_trip (GDBusConnection *bus)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                   "org.freedesktop.DBus", "GetId", NULL, NULL,
                                   G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

/* Hears by itself what is said, from before the watch is there. */
static GDBusConnection *
listen_to_bus (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus = g_bus_get_sync (G_BUS_TYPE_SYSTEM, NULL, &error);

  g_assert_no_error (error);
  g_dbus_connection_signal_subscribe (bus, "org.freedesktop.login1", NULL, "PrepareForSleep", NULL,
                                      NULL, G_DBUS_SIGNAL_FLAGS_NONE, on_said, fixture, NULL);
  make_round_trip (bus);

  return bus;
}

/* All that was said is on the main context when something came after it, and is told then. */
static void
let_hear (Fixture *fixture, GDBusConnection *bus)
{
  test_await (has_heard, fixture);
  make_round_trip (bus);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Who falls asleep cannot look around: only waking up is told. */
static void
test_wakes (void)
{
  Fixture fixture = { .sleeper = sleeper_new () };
  g_autoptr (GDBusConnection) bus = listen_to_bus (&fixture);
  InterviewSleepWatch *watch = interview_sleep_watch_new ();
  guint wakes;

  g_signal_connect (watch, "woke", G_CALLBACK (on_woke), &fixture);
  test_await (has_woken, &fixture);
  let_hear (&fixture, bus);
  wakes = fixture.n_wakes;
  say (&fixture, TRUE);
  say (&fixture, FALSE);
  let_hear (&fixture, bus);
  g_assert_cmpuint (fixture.n_wakes, ==, wakes + 1);
  test_clear_last (&watch);
  g_clear_object (&bus);
  sleeper_free (fixture.sleeper);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sleep-watch/wakes", test_wakes);

  return g_test_run ();
}
