/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <unistd.h>

#include "client/event-channel.h"
#include "core/network-watch.h"
#include "core/protocol/limits.h"
#include "support/await.h"
#include "support/network.h"
#include "talking-server.h"

#define SERVER "10.9.9.9"

/* Milliseconds: longer than a test waits. */
#define LEASE (10 * TEST_PATIENCE_SECONDS * 1000)

/* The server is another machine, to which there are two ways. */
typedef struct
{
  int other;
  TestTalkingServer *server;
  InterviewConnection *connection;
  InterviewEventChannel *channel;
  InterviewNetworkWatch *watch;
} Fixture;

static void
serve (gpointer data)
{
  Fixture *fixture = data;

  network_command ("addr add " SERVER "/32 dev lo");
  fixture->server = test_talking_server_new ();
  test_talking_server_set_answers (fixture->server, TRUE);
}

static void
set_up (Fixture *fixture)
{
  g_autoptr (InterviewEndpoint) endpoint = NULL;
  guint16 port;

  fixture->other = network_open_other ();
  network_run_there (fixture->other, serve, fixture);
  network_add_way ("wifi", "10.0.0.1", "10.0.0.2", fixture->other);

  port = interview_endpoint_get_port (test_talking_server_get_endpoint (fixture->server));
  endpoint = interview_endpoint_new (SERVER, port, FALSE, NULL);
  fixture->connection = interview_connection_new (endpoint, "token", NULL, TRUE);
  fixture->channel = interview_event_channel_new (fixture->connection);
  /* So that nothing but the change of network tells it. */
  interview_event_channel_set_timing (fixture->channel, INTERVIEW_PING_SECONDS * 1000, LEASE);
  fixture->watch = interview_network_watch_new ();
  g_signal_connect_swapped (fixture->watch, "changed", G_CALLBACK (interview_event_channel_doubt),
                            fixture->channel);
}

static void
tear_down (Fixture *fixture)
{
  g_object_unref (fixture->watch);
  interview_event_channel_stop (fixture->channel);
  test_clear_last (&fixture->channel);
  test_clear_last (&fixture->connection);
  test_clear_last (&fixture->server);
  network_command ("link del cable");
  close (fixture->other);
}

static gboolean
has_come_back (gpointer data)
{
  Fixture *fixture = data;

  return test_talking_server_get_n_sockets (fixture->server) > 1 &&
         interview_event_channel_get_state (fixture->channel) == INTERVIEW_CHANNEL_STATE_ONLINE;
}

static gboolean
is_online (gpointer data)
{
  return interview_event_channel_get_state (((Fixture *) data)->channel) ==
         INTERVIEW_CHANNEL_STATE_ONLINE;
}

static gboolean
is_offline (gpointer data)
{
  return interview_event_channel_is_waiting (((Fixture *) data)->channel);
}

/* Nobody tells the connection: the server waits for the old address to say something, and the
 * kernel would send to it for minutes. */
static void
test_other_way (void)
{
  Fixture fixture = { 0 };

  if (network_skip ())
    return;
  set_up (&fixture);
  interview_event_channel_start (fixture.channel);
  test_await (is_online, &fixture);
  network_add_way ("cable", "10.0.1.1", "10.0.1.2", fixture.other);
  network_command ("link del wifi");
  test_await (has_come_back, &fixture);
  tear_down (&fixture);
}

static void
test_no_way (void)
{
  Fixture fixture = { 0 };

  if (network_skip ())
    return;
  set_up (&fixture);
  interview_event_channel_start (fixture.channel);
  test_await (is_online, &fixture);
  network_command ("link del wifi");
  test_await (is_offline, &fixture);
  network_add_way ("cable", "10.0.1.1", "10.0.1.2", fixture.other);
  test_await (has_come_back, &fixture);
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  network_enter ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/client/network-change/other-way", test_other_way);
  g_test_add_func ("/client/network-change/no-way", test_no_way);

  return g_test_run ();
}
