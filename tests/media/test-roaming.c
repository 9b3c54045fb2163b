/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <unistd.h>

#include "core/network-watch.h"
#include "integration/client/visitor.h"
#include "support/certificate.h"
#include "support/folder.h"
#include "support/network.h"
#include "support/server-fixture.h"
#include "test-side.h"

/*
 * From Wi-Fi to cable with everything that hangs on it: programs without windows lose the way to
 * the server, which is another machine, and that to each other.
 */

#define EMAIL "lin.yating@heronreed.example"
#define PASSWORD "reed-lantern-42"
#define ADDRESS "10.9.9.9"

typedef struct
{
  int other; /* the network of the server */
  char *folder;
  ServerFixture *server;
  InterviewNetworkWatch *watch;
  Visitor *recruiter;
  Visitor *candidate;
  char *room_id;
} Fixture;

/* Its threads stay in the network in which it was started. */
static void
serve (gpointer data)
{
  ServerFixture *server = data;

  network_command ("addr add " ADDRESS "/32 dev lo");
  server_fixture_start (server);
}

static void
make_server (Fixture *fixture)
{
  InterviewConfig *config;

  fixture->folder = test_folder_new ();
  fixture->server = server_fixture_new ();
  config = server_fixture_get_config (fixture->server);
  test_certificate_make (fixture->folder, &config->tls_certificate, &config->tls_key);
  g_free (config->listen);
  config->listen = g_strdup (ADDRESS ":0");
  network_run_there (fixture->other, serve, fixture->server);
}

static void
make_room (Fixture *fixture)
{
  InterviewEndpoint *endpoint = server_fixture_get_endpoint (fixture->server);
  g_autoptr (InterviewSession) session = NULL;
  g_autoptr (InterviewCreatedRoom) created = NULL;
  g_autoptr (GError) error = NULL;

  fixture->recruiter = visitor_new (endpoint);
  fixture->candidate = visitor_new (endpoint);
  session = visitor_sign_in (fixture->recruiter, EMAIL, PASSWORD, &error);
  g_assert_no_error (error);
  created = visitor_create_room (fixture->recruiter, 0);
  fixture->room_id = g_strdup (interview_room_get_id (interview_created_room_get_room (created)));
  visitor_expect_redeemed (fixture->candidate,
                           interview_invitation_get_code (
                               interview_created_room_get_invitation (created)));
  visitor_admit (fixture->recruiter, fixture->room_id);
}

static void
set_up (Fixture *fixture)
{
  fixture->other = network_open_other ();
  network_add_way ("wifi", "10.0.0.1", "10.0.0.2", fixture->other);
  make_server (fixture);
  make_room (fixture);
  fixture->watch = interview_network_watch_new ();
}

static void
tear_down (Fixture *fixture)
{
  g_object_unref (fixture->watch);
  visitor_free (fixture->recruiter);
  visitor_free (fixture->candidate);
  server_fixture_free (fixture->server);
  test_folder_remove (fixture->folder);
  g_free (fixture->room_id);
  network_command ("link del cable");
  close (fixture->other);
}

/* Enters the room, and has everything look around when the network changes, as programs do. */
static void
enter (Fixture *fixture, Visitor *visitor, Side *side)
{
  visitor_join (visitor, fixture->room_id);
  visitor_await_joined (visitor, TRUE);
  side_open_with (side, INTERVIEW_SIGNALLING (visitor->call));
  side_start (side);
  g_signal_connect_swapped (fixture->watch, "changed", G_CALLBACK (interview_event_channel_doubt),
                            visitor->events);
  g_signal_connect_swapped (fixture->watch, "changed", G_CALLBACK (interview_call_doubt),
                            side->call);
}

static void
leave (Fixture *fixture, Visitor *visitor, Side *side)
{
  g_signal_handlers_disconnect_by_data (fixture->watch, visitor->events);
  g_signal_handlers_disconnect_by_data (fixture->watch, side->call);
  side_close (side, INTERVIEW_PRESENCE_CAUSE_LEFT);
  interview_call_channel_leave (visitor->call);
}

static gboolean
has_new_link (gpointer data)
{
  Side *side = data;

  return interview_call_stats_get_links (interview_remote_get_stats (side->remote)) > 1;
}

static void
test_moved (void)
{
  Fixture fixture = { 0 };
  Side recruiter, candidate;

  if (network_skip ())
    return;
  set_up (&fixture);
  enter (&fixture, fixture.recruiter, &recruiter);
  enter (&fixture, fixture.candidate, &candidate);
  sides_see (&recruiter, &candidate);

  network_add_way ("cable", "10.0.1.1", "10.0.1.2", fixture.other);
  network_command ("link del wifi");
  recruiter.other.stood = candidate.other.stood = 0;
  wait_for (has_new_link, &recruiter, "a new link");
  wait_for (has_new_link, &candidate, "a new link of the other");
  sides_see (&recruiter, &candidate);
  visitor_await_joined (fixture.recruiter, TRUE);
  visitor_await_joined (fixture.candidate, TRUE);
  g_test_message ("the pictures stood for %.2f s and %.2f s",
                  (double) recruiter.other.stood / G_USEC_PER_SEC,
                  (double) candidate.other.stood / G_USEC_PER_SEC);
  /* Before silence alone would have had a new link built, and the line to the server be noticed. */
  g_assert_cmpint (recruiter.other.stood, <, 5 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (candidate.other.stood, <, 5 * G_TIME_SPAN_SECOND);

  leave (&fixture, fixture.recruiter, &recruiter);
  leave (&fixture, fixture.candidate, &candidate);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  network_enter ();
  side_init (&argc, &argv);

  g_test_add_func ("/roaming/moved", test_moved);

  return g_test_run ();
}
