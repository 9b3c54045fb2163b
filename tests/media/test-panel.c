/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gateway.h"
#include "integration/client/visitor.h"
#include "support/network.h"
#include "support/server-fixture.h"
#include "test-side.h"

/*
 * A panel of five through a real Janus: programs without windows, a real server that talks to the
 * Janus for them, and real calls.
 */

#define PEOPLE 5

/* The candidate is the first, so that the last can be taken off the panel. */
#define FIRST 0
#define LAST (PEOPLE - 1)

#define SCREEN_WIDTH 640

/* New pictures of each other one that show that it moves. */
#define MOVING 5

typedef struct
{
  Visitor *visitor;
  Side side;
  guint64 seen[PEOPLE];
  guint straight; /* descriptions that came straight from another program */
} Member;

typedef struct
{
  ServerFixture *server;
  Gateway *gateway;
  char *room_id;
  Member members[PEOPLE];
} Panel;

static const struct
{
  const char *email;
  const char *password;
} staff[] = {
  { "lin.yating@heronreed.example", "reed-lantern-42" },
  { "marcus.oyelaran@heronreed.example", "quiet-harbour-17" },
  { "bayar@heronreed.example", "autumn-ferry-63" },
  { "shen.jianing@heronreed.example", "willow-bridge-58" },
};

static const char *
get_media_server (Member *member)
{
  InterviewPresence *presence =
      interview_signalling_get_presence (INTERVIEW_SIGNALLING (member->visitor->call));

  return presence != NULL ? interview_presence_get_media_server (presence) : NULL;
}

static void
on_received (InterviewSignalling *signalling, InterviewSignal *signal, gpointer user_data)
{
  Member *member = user_data;
  InterviewSignalKind kind = interview_signal_get_kind (signal);

  if (interview_signal_get_source (signal) == NULL &&
      (kind == INTERVIEW_SIGNAL_KIND_OFFER || kind == INTERVIEW_SIGNAL_KIND_ANSWER))
    member->straight++;
}

static void
sign_in (Panel *panel, guint i)
{
  g_autoptr (InterviewSession) session = NULL;
  g_autoptr (GError) error = NULL;

  panel->members[i + 1].visitor = visitor_new (server_fixture_get_endpoint (panel->server));
  session =
      visitor_sign_in (panel->members[i + 1].visitor, staff[i].email, staff[i].password, &error);
  g_assert_no_error (error);
}

static char *
get_person_id (Member *member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewSession) session = visitor_get_session (member->visitor, &error);

  g_assert_no_error (error);

  return g_strdup (interview_person_get_id (interview_session_get_person (session)));
}

/* A room of four recruiters, and its candidate, who is let in. */
static void
make_room (Panel *panel)
{
  Visitor *first = panel->members[1].visitor;
  g_autoptr (InterviewRoomRequest) request = visitor_new_room_request (first, 1);
  g_autoptr (InterviewCreatedRoom) created = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) recruiter_ids = NULL;

  for (guint i = 1; i < PEOPLE; i++)
    {
      g_autofree char *id = get_person_id (&panel->members[i]);

      g_strv_builder_add (ids, id);
    }
  recruiter_ids = g_strv_builder_end (ids);
  g_object_set (request, "recruiter-ids", recruiter_ids, NULL);
  created = visitor_send_room_request (first, request, NULL);
  panel->room_id = g_strdup (interview_room_get_id (interview_created_room_get_room (created)));
  panel->members[FIRST].visitor = visitor_new (server_fixture_get_endpoint (panel->server));
  visitor_expect_redeemed (panel->members[FIRST].visitor,
                           interview_invitation_get_code (
                               interview_created_room_get_invitation (created)));
  visitor_admit (first, panel->room_id);
}

static void
enter (Panel *panel, Member *member)
{
  visitor_join (member->visitor, panel->room_id);
  visitor_await_joined (member->visitor, TRUE);
  g_signal_connect (member->visitor->call, "received", G_CALLBACK (on_received), member);
  side_open_with (&member->side, INTERVIEW_SIGNALLING (member->visitor->call));
  side_start (&member->side);
}

static void
leave (Member *member)
{
  side_close (&member->side, INTERVIEW_PRESENCE_CAUSE_LEFT);
  interview_call_channel_leave (member->visitor->call);
}

static gboolean
has_media_server (gpointer data)
{
  return get_media_server (data) != NULL;
}

static gboolean
has_no_media_server (gpointer data)
{
  return get_media_server (data) == NULL;
}

/* Whether it could be. */
static gboolean
panel_open (Panel *panel, const char *admin_key)
{
  g_autofree char *gateway = g_find_program_in_path ("janus");
  InterviewConfig *config;

  if (network_skip ())
    return FALSE;
  if (gateway == NULL)
    {
      g_test_skip ("Janus is not installed");
      return FALSE;
    }
  network_add_interface (GATEWAY_CABLE, GATEWAY_CABLE_ADDRESS);
  *panel = (Panel){ .gateway = gateway_new (), .server = server_fixture_new () };
  config = server_fixture_get_config (panel->server);
  config->janus_uri = g_strdup (GATEWAY_ADDRESS);
  config->janus_secret = g_strdup (GATEWAY_SECRET);
  config->janus_admin_key = g_strdup (GATEWAY_ADMIN_KEY);
  gateway_set_admin_key (panel->gateway, admin_key);
  gateway_start (panel->gateway);
  wait_for (gateway_answers, NULL, "Janus");
  server_fixture_start (panel->server);
  for (guint i = 0; i < G_N_ELEMENTS (staff); i++)
    sign_in (panel, i);
  make_room (panel);

  return TRUE;
}

static void
panel_close (Panel *panel)
{
  for (guint i = 0; i < PEOPLE; i++)
    {
      leave (&panel->members[i]);
      visitor_free (panel->members[i].visitor);
    }
  server_fixture_free (panel->server);
  gateway_free (panel->gateway);
  network_command ("link del " GATEWAY_CABLE);
  g_free (panel->room_id);
}

static InterviewRemote *
get_remote (Member *member, guint i)
{
  return g_list_model_get_item (interview_call_get_remotes (member->side.call), i);
}

static guint
count_remotes (Member *member)
{
  return g_list_model_get_n_items (interview_call_get_remotes (member->side.call));
}

typedef struct
{
  Member *member;
  guint others;
} View;

static gboolean
sees_all_moving (gpointer data)
{
  View *view = data;

  if (count_remotes (view->member) != view->others)
    return FALSE;
  for (guint i = 0; i < view->others; i++)
    {
      g_autoptr (InterviewRemote) remote = get_remote (view->member, i);
      guint64 frames = interview_call_stats_get_frames (interview_remote_get_stats (remote));

      if (frames < view->member->seen[i] + MOVING ||
          interview_remote_get_state (remote) != INTERVIEW_CALL_STATE_CONNECTED)
        return FALSE;
    }

  return TRUE;
}

/* Waits until the first @n members see each other move. */
static void
all_see (Panel *panel, guint n)
{
  for (guint m = 0; m < n; m++)
    for (guint i = 0; i < PEOPLE; i++)
      {
        g_autoptr (InterviewRemote) remote =
            i < count_remotes (&panel->members[m]) ? get_remote (&panel->members[m], i) : NULL;

        panel->members[m].seen[i] =
            remote != NULL ? interview_call_stats_get_frames (interview_remote_get_stats (remote))
                           : 0;
      }
  for (guint m = 0; m < n; m++)
    {
      View view = { &panel->members[m], n - 1 };

      wait_for (sees_all_moving, &view, "moving pictures of all others");
    }
}

static void
enter_all (Panel *panel)
{
  for (guint i = 0; i < PEOPLE; i++)
    enter (panel, &panel->members[i]);
  all_see (panel, PEOPLE);
}

static void
assert_none_straight (Panel *panel)
{
  for (guint i = 0; i < PEOPLE; i++)
    g_assert_cmpuint (panel->members[i].straight, ==, 0);
}

/* Five see each other, each over one link for each other one; one leaves and comes back. */
static void
test_five (void)
{
  Panel panel;

  if (!panel_open (&panel, GATEWAY_ADMIN_KEY))
    return;
  enter_all (&panel);
  for (guint i = 0; i < PEOPLE; i++)
    g_assert_cmpstr (get_media_server (&panel.members[i]), ==,
                     get_media_server (&panel.members[0]));
  assert_none_straight (&panel);

  leave (&panel.members[LAST]);
  all_see (&panel, PEOPLE - 1);
  enter (&panel, &panel.members[LAST]);
  all_see (&panel, PEOPLE);
  assert_none_straight (&panel);
  panel_close (&panel);
}

static gboolean
sees_screen (gpointer data)
{
  Member *member = data;

  for (guint i = 0; i < count_remotes (member); i++)
    {
      g_autoptr (InterviewRemote) remote = get_remote (member, i);
      InterviewCallStats *stats = interview_remote_get_screen_stats (remote);

      if (interview_remote_get_screen_turn (remote) > 0)
        return interview_call_stats_get_width (stats) == SCREEN_WIDTH &&
               interview_call_stats_get_frames (stats) >= MOVING;
    }

  return FALSE;
}

static gboolean
gets_sound_only (gpointer data)
{
  View *view = data;
  gboolean still = TRUE;

  for (guint i = 0; i < view->others; i++)
    {
      g_autoptr (InterviewRemote) remote = get_remote (view->member, i);
      InterviewCallStats *stats = interview_remote_get_stats (remote);
      gint64 now = g_get_monotonic_time ();

      still = still && now - interview_call_stats_get_last_frame (stats) > G_TIME_SPAN_SECOND &&
              now - interview_call_stats_get_last_packet (stats) < G_TIME_SPAN_SECOND / 2;
    }

  return still;
}

/* Who only listens is sent no pictures, and the others go on to see each other. */
static void
test_sound_only (void)
{
  Panel panel;
  View view;

  if (!panel_open (&panel, GATEWAY_ADMIN_KEY))
    return;
  enter_all (&panel);

  view = (View){ &panel.members[LAST], LAST };
  interview_playback_set_sound_only (panel.members[LAST].side.playback, TRUE);
  wait_for (gets_sound_only, &view, "sound without pictures");
  for (guint i = 0; i < LAST; i++)
    {
      g_autoptr (InterviewRemote) remote = get_remote (&panel.members[i], 0);

      g_assert_cmpint (
          interview_call_stats_get_sending (interview_remote_get_stats (remote)).bitrate, >, 0);
    }
  interview_playback_set_sound_only (panel.members[LAST].side.playback, FALSE);
  all_see (&panel, PEOPLE);
  panel_close (&panel);
}

/* A screen goes the same way as the camera beside it, and is not taken for one. */
static void
test_screen (void)
{
  Panel panel;
  GstElement *screen;

  if (!panel_open (&panel, GATEWAY_ADMIN_KEY))
    return;
  enter_all (&panel);
  screen = gst_parse_bin_from_description (
      "videotestsrc is-live=true ! video/x-raw,width=640,height=480,framerate=15/1 ! videoconvert",
      TRUE, NULL);
  g_assert_true (
      interview_screen_share_start (interview_call_get_screen (panel.members[1].side.call),
                                    screen));
  for (guint i = 0; i < PEOPLE; i++)
    if (i != 1)
      wait_for (sees_screen, &panel.members[i], "the screen");
  all_see (&panel, PEOPLE);
  panel_close (&panel);
}

static gboolean
sees_nobody (gpointer data)
{
  Member *member = data;

  for (guint i = 0; i < count_remotes (member); i++)
    {
      g_autoptr (InterviewRemote) remote = get_remote (member, i);

      if (interview_remote_get_state (remote) == INTERVIEW_CALL_STATE_CONNECTED)
        return FALSE;
    }

  return TRUE;
}

/* Who is taken off the panel sees nothing any more, be it that their program stays. The others are
 * few enough then to have links straight to each other, and go on. */
static void
test_smaller (void)
{
  g_autoptr (InterviewScheduleRequest) request = NULL;
  g_autoptr (InterviewRoom) room = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) recruiter_ids = NULL;
  Panel panel;

  if (!panel_open (&panel, GATEWAY_ADMIN_KEY))
    return;
  enter_all (&panel);

  for (guint i = 1; i < LAST; i++)
    {
      g_autofree char *id = get_person_id (&panel.members[i]);

      g_strv_builder_add (ids, id);
    }
  recruiter_ids = g_strv_builder_end (ids);
  room = visitor_get_room (panel.members[0].visitor, panel.room_id);
  request = g_object_new (INTERVIEW_TYPE_SCHEDULE_REQUEST, "revision",
                          interview_room_get_revision (room), "recruiter-ids", recruiter_ids,
                          "starts-at", interview_room_get_starts_at (room), "duration-minutes",
                          interview_room_get_duration_minutes (room), NULL);
  visitor_schedule (panel.members[LAST].visitor, panel.room_id, request);
  visitor_expect_refused (panel.members[LAST].visitor, INTERVIEW_ERROR_NOT_IN_ROOM);
  wait_for (sees_nobody, &panel.members[LAST], "the pictures to be taken from who was taken off");
  for (guint i = 0; i < LAST; i++)
    wait_for (has_no_media_server, &panel.members[i], "the word that Janus is not needed");
  all_see (&panel, PEOPLE - 1);
  panel_close (&panel);
}

/* A Janus that dies takes nobody’s call with it, and is used again when it is back. */
static void
test_without_gateway (void)
{
  Panel panel;

  if (!panel_open (&panel, GATEWAY_ADMIN_KEY))
    return;
  enter_all (&panel);

  gateway_kill (panel.gateway);
  for (guint i = 0; i < PEOPLE; i++)
    wait_for (has_no_media_server, &panel.members[i], "the word that Janus is away");
  all_see (&panel, PEOPLE);

  gateway_start (panel.gateway);
  for (guint i = 0; i < PEOPLE; i++)
    wait_for (has_media_server, &panel.members[i], "the word that Janus is back");
  all_see (&panel, PEOPLE);
  panel_close (&panel);
}

/* A Janus that makes no rooms is not tried again and again, and is used when it has been mended. */
static void
test_refused (void)
{
  Panel panel;

  if (!panel_open (&panel, "another"))
    return;
  side_allow_warning ("Large rooms do without");
  enter_all (&panel);
  wait_for (side_was_warned, NULL, "the word that Janus makes no room");
  for (guint i = 0; i < PEOPLE; i++)
    wait_for (has_no_media_server, &panel.members[i], "the word that Janus makes no room");
  all_see (&panel, PEOPLE);

  gateway_kill (panel.gateway);
  gateway_set_admin_key (panel.gateway, GATEWAY_ADMIN_KEY);
  gateway_start (panel.gateway);
  for (guint i = 0; i < PEOPLE; i++)
    wait_for (has_media_server, &panel.members[i], "the word that Janus makes rooms now");
  all_see (&panel, PEOPLE);
  panel_close (&panel);
}

/* Pictures go on while the server is away, and through a new room when it is back. */
static void
test_without_server (void)
{
  g_autofree char *former = NULL;
  Panel panel;

  if (!panel_open (&panel, GATEWAY_ADMIN_KEY))
    return;
  enter_all (&panel);
  former = g_strdup (get_media_server (&panel.members[0]));

  server_fixture_stop (panel.server);
  all_see (&panel, PEOPLE);

  server_fixture_start (panel.server);
  for (guint i = 0; i < PEOPLE; i++)
    visitor_await_joined (panel.members[i].visitor, TRUE);
  for (guint i = 0; i < PEOPLE; i++)
    wait_for (has_media_server, &panel.members[i], "the new room of Janus");
  g_assert_cmpstr (get_media_server (&panel.members[0]), !=, former);
  all_see (&panel, PEOPLE);
  assert_none_straight (&panel);
  panel_close (&panel);
}

int
main (int argc, char **argv)
{
  network_enter ();
  side_init (&argc, &argv);
  side_allow_warning ("Large rooms do without");

  g_test_add_func ("/panel/five", test_five);
  g_test_add_func ("/panel/screen", test_screen);
  g_test_add_func ("/panel/sound-only", test_sound_only);
  g_test_add_func ("/panel/smaller", test_smaller);
  g_test_add_func ("/panel/without-gateway", test_without_gateway);
  g_test_add_func ("/panel/refused", test_refused);
  g_test_add_func ("/panel/without-server", test_without_server);

  return g_test_run ();
}
