/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/protocol/ping.h"
#include "core/protocol/relays.h"
#include "core/protocol/room-reference.h"
#include "support/cast.h"

/* Who is in a room is told how to use the TURN server, as long as they are in it. */

static void
set_up (Cast *cast, gconstpointer turn)
{
  ServerFixture *server = server_fixture_new ();
  InterviewConfig *config = server_fixture_get_config (server);

  config->ice_stun = g_strdup ("stun:turn.example");
  config->ice_turn = g_strdup (turn);
  config->ice_secret = g_strdup ("north");
  config->ice_seconds = 2;
  cast_open (cast, server);
  stand_in_connect (cast->recruiter, 0);
  stand_in_connect (cast->candidate, 0);
}

static void
tear_down (Cast *cast, gconstpointer data)
{
  cast_close (cast);
}

/* Before they hear who is there, for then they call them. */
static InterviewRelays *
join (StandIn *who, const char *room_id)
{
  g_autoptr (InterviewRoomReference) body =
      g_object_new (INTERVIEW_TYPE_ROOM_REFERENCE, "room_id", room_id, NULL);
  g_autoptr (InterviewRelays) relays = NULL;

  stand_in_say (who, INTERVIEW_MESSAGE_JOIN, body);
  relays = stand_in_expect (who, INTERVIEW_MESSAGE_RELAYS);
  g_object_unref (stand_in_expect (who, INTERVIEW_MESSAGE_PRESENCE));

  return g_steal_pointer (&relays);
}

static InterviewIceServer *
get_server (InterviewRelays *relays, guint index)
{
  return g_ptr_array_index (interview_ice_settings_get_servers (interview_relays_get_ice (relays)),
                            index);
}

static void
test_joined (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewRelays) relays = join (cast->candidate, cast->room_id);
  g_autofree char *scope =
      g_strdup_printf (":%s.%s", cast->room_id, stand_in_get_person_id (cast->candidate));

  g_assert_cmpstr (interview_relays_get_room_id (relays), ==, cast->room_id);
  g_assert_null (interview_ice_server_get_username (get_server (relays, 0)));
  g_assert_true (
      g_str_has_suffix (interview_ice_server_get_username (get_server (relays, 1)), scope));
  g_assert_nonnull (interview_ice_server_get_credential (get_server (relays, 1)));
}

static void
expect_renewal (StandIn *who, gint64 *expires_at)
{
  g_autoptr (InterviewRelays) relays = stand_in_expect (who, INTERVIEW_MESSAGE_RELAYS);
  gint64 now = interview_ice_settings_get_expires_at (interview_relays_get_ice (relays));

  g_assert_cmpint (now, >, *expires_at);
  *expires_at = now;
}

static void
test_renewed (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewRelays) relays = join (cast->candidate, cast->room_id);
  gint64 expires_at = 0;

  expect_renewal (cast->candidate, &expires_at);
  /* The former one is still good. */
  g_assert_cmpint (g_get_real_time (), <,
                   interview_ice_settings_get_expires_at (interview_relays_get_ice (relays)));
  expect_renewal (cast->candidate, &expires_at);
}

/* Says something, as programs do all the time, and hears that the server has heard it. */
static void
ping (StandIn *who)
{
  g_autoptr (InterviewPing) body = g_object_new (INTERVIEW_TYPE_PING, "token", (gint64) 1, NULL);

  stand_in_say (who, INTERVIEW_MESSAGE_PING, body);
  g_object_unref (stand_in_expect (who, INTERVIEW_MESSAGE_PONG));
}

/* While another one of the room gets new ones. */
static void
expect_none (Cast *cast)
{
  gint64 expires_at = 0;

  ping (cast->candidate);
  ping (cast->recruiter);
  for (guint i = 0; i < 3; i++)
    expect_renewal (cast->recruiter, &expires_at);
  g_assert_cmpuint (stand_in_count (cast->candidate, INTERVIEW_MESSAGE_RELAYS), ==, 0);
}

static void
test_left (Cast *cast, gconstpointer data)
{
  g_object_unref (join (cast->recruiter, cast->room_id));
  g_object_unref (join (cast->candidate, cast->room_id));
  stand_in_leave (cast->candidate, cast->room_id);
  expect_none (cast);
}

static void
test_put_out (Cast *cast, gconstpointer data)
{
  g_object_unref (join (cast->recruiter, cast->room_id));
  g_object_unref (join (cast->candidate, cast->room_id));
  g_assert_cmpuint (stand_in_call (cast->recruiter, INTERVIEW_ROUTE_ROOM_ENTRANCE, cast->room_id,
                                   NULL,
                                   "{\"seen\":\"lobby\",\"entrance\":\"denied\","
                                   "\"reason\":\"Not today\"}"),
                    ==, 200);
  g_object_unref (stand_in_expect (cast->candidate, INTERVIEW_MESSAGE_PRESENCE));
  expect_none (cast);
}

/* An address of one’s own does not end. */
static void
test_no_relay (Cast *cast, gconstpointer data)
{
  g_autoptr (InterviewRelays) relays = join (cast->candidate, cast->room_id);

  g_assert_cmpint (interview_ice_settings_get_expires_at (interview_relays_get_ice (relays)), ==,
                   0);
}

#define TURN "turn:turn.example"

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/server/relays/joined", Cast, TURN, set_up, test_joined, tear_down);
  g_test_add ("/server/relays/renewed", Cast, TURN, set_up, test_renewed, tear_down);
  g_test_add ("/server/relays/left", Cast, TURN, set_up, test_left, tear_down);
  g_test_add ("/server/relays/put-out", Cast, TURN, set_up, test_put_out, tear_down);
  g_test_add ("/server/relays/no-relay", Cast, NULL, set_up, test_no_relay, tear_down);
  return g_test_run ();
}
