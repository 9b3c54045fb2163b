/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gateway.h"
#include "server/janus-room.h"
#include "support/await.h"
#include "support/network.h"
#include "test-side.h"

/*
 * Rooms in a real Janus, without anybody in them.
 */

typedef struct
{
  Gateway *gateway;
  InterviewJanusClient *client;
  guint64 handle;
  InterviewJanusRoom *room;
  gboolean failed;
} Fixture;

static gboolean
is_ready (gpointer client)
{
  return interview_janus_client_get_ready (client);
}

/* What was asked before has been answered then. */
static guint64
attach (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *kept = NULL;
  guint64 handle;

  interview_janus_client_attach_async (fixture->client, NULL, test_keep_result, &kept);
  result = test_await_result (&kept);
  handle = interview_janus_client_attach_finish (fixture->client, result, &error);
  g_assert_no_error (error);

  return handle;
}

static guint
count_rooms (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (JsonObject) answer = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *request = json_object_new ();
  GAsyncResult *kept = NULL;

  json_object_set_string_member (request, "request", "list");
  json_object_set_string_member (request, "admin_key", GATEWAY_ADMIN_KEY);
  interview_janus_client_ask_async (fixture->client, fixture->handle, request, NULL, NULL,
                                    test_keep_result, &kept);
  result = test_await_result (&kept);
  answer = interview_janus_client_ask_finish (fixture->client, result, NULL, &error);
  g_assert_no_error (error);

  return json_array_get_length (json_object_get_array_member (answer, "list"));
}

static gboolean
has_room (gpointer fixture)
{
  return count_rooms (fixture) == 1;
}

static gboolean
has_no_room (gpointer fixture)
{
  return count_rooms (fixture) == 0;
}

static void
on_failed (Fixture *fixture)
{
  fixture->failed = TRUE;
}

/* Without a gateway, the test is left out. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *program = g_find_program_in_path ("janus");

  if (network_skip ())
    return;
  if (program == NULL)
    {
      g_test_skip ("Janus is not installed");
      return;
    }
  network_add_interface (GATEWAY_CABLE, GATEWAY_CABLE_ADDRESS);
  fixture->gateway = gateway_new ();
  gateway_start (fixture->gateway);
  wait_for (gateway_answers, NULL, "Janus");
  fixture->client = interview_janus_client_new (GATEWAY_ADDRESS, GATEWAY_SECRET);
  interview_janus_client_start (fixture->client);
  wait_for (is_ready, fixture->client, "a session");
  fixture->handle = attach (fixture);
  fixture->room = interview_janus_room_new (fixture->client, "room", "peer");
  g_signal_connect_swapped (fixture->room, "failed", G_CALLBACK (on_failed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->gateway == NULL)
    return;
  test_clear_last (&fixture->room);
  interview_janus_client_stop (fixture->client);
  test_clear_last (&fixture->client);
  gateway_free (fixture->gateway);
  network_command ("link del " GATEWAY_CABLE);
}

static void
test_made (Fixture *fixture, gconstpointer data)
{
  if (fixture->gateway == NULL)
    return;
  interview_janus_room_open (fixture->room, GATEWAY_ADMIN_KEY);
  wait_for (has_room, fixture, "the room");
  interview_janus_room_close (fixture->room);
  wait_for (has_no_room, fixture, "the end of the room");
  g_assert_false (fixture->failed);
}

/* Closed before Janus has answered anything, and while it makes the room: nothing is left. */
static void
test_given_back (Fixture *fixture, gconstpointer data)
{
  if (fixture->gateway == NULL)
    return;
  interview_janus_room_open (fixture->room, GATEWAY_ADMIN_KEY);
  if (data != NULL)
    attach (fixture);
  interview_janus_room_close (fixture->room);
  /* For the answers of two questions, one after the other. */
  attach (fixture);
  attach (fixture);
  wait_for (has_no_room, fixture, "the end of the room");
  g_assert_false (fixture->failed);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  if (fixture->gateway == NULL)
    return;
  interview_janus_room_open (fixture->room, "another");
  test_await_flag (&fixture->failed);
}

int
main (int argc, char **argv)
{
  network_enter ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/janus-room/made", Fixture, NULL, set_up, test_made, tear_down);
  g_test_add ("/janus-room/given-back/at-once", Fixture, NULL, set_up, test_given_back, tear_down);
  g_test_add ("/janus-room/given-back/halfway", Fixture, "", set_up, test_given_back, tear_down);
  g_test_add ("/janus-room/refused", Fixture, NULL, set_up, test_refused, tear_down);

  return g_test_run ();
}
