/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/await.h"
#include "test-side.h"

/* Panels: each of up to four programs has a link of its own to each of the others. */

#define ENDS 4

static const char *const persons[ENDS] = {
  "bbbbbbbbbbbbbbbbbbbbbbbbbb",
  "cccccccccccccccccccccccccc",
  "dddddddddddddddddddddddddd",
  "eeeeeeeeeeeeeeeeeeeeeeeeee",
};

/* Who offers to whom is decided pair by pair by the order of these, not by who came first. */
static const char *const instances[ENDS] = {
  "mmmmmmmmmmmmmmmmmmmmmmmmmm",
  "aaaaaaaaaaaaaaaaaaaaaaaaaa",
  "zzzzzzzzzzzzzzzzzzzzzzzzzy",
  "hhhhhhhhhhhhhhhhhhhhhhhhhh",
};

typedef struct
{
  Side *side;
  guint others;
} View;

/* Whether a picture of each of the others is there. */
static gboolean
sees_others (gpointer data)
{
  View *view = data;
  GListModel *remotes = interview_call_get_remotes (view->side->call);

  if (g_list_model_get_n_items (remotes) != view->others)
    return FALSE;
  for (guint i = 0; i < view->others; i++)
    {
      g_autoptr (InterviewRemote) remote = g_list_model_get_item (remotes, i);

      if (interview_remote_get_state (remote) != INTERVIEW_CALL_STATE_CONNECTED ||
          interview_frame_slot_is_blank (interview_remote_get_frame_slot (remote)))
        return FALSE;
    }
  return TRUE;
}

static void
all_see (Side **sides, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      View view = { sides[i], n - 1 };

      wait_for (sees_others, &view, "the pictures of all others");
    }
}

/* However many came at once, one link was enough for each pair: nobody offered against anybody. */
static void
assert_single_links (Side **sides, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      GListModel *remotes = interview_call_get_remotes (sides[i]->call);

      for (guint r = 0; r < g_list_model_get_n_items (remotes); r++)
        {
          g_autoptr (InterviewRemote) remote = g_list_model_get_item (remotes, r);

          g_assert_cmpuint (interview_call_stats_get_links (interview_remote_get_stats (remote)),
                            ==, 1);
        }
    }
}

/* All four come at once; one leaves, the others go on; the same person comes back late. */
static void
test_four (void)
{
  TestRoom *room = test_room_new ();
  Side ends[ENDS], again;
  Side *sides[ENDS];

  for (guint i = 0; i < ENDS; i++)
    {
      side_open (&ends[i], room, persons[i], instances[i]);
      sides[i] = &ends[i];
    }
  for (guint i = 0; i < ENDS; i++)
    side_start (sides[i]);
  all_see (sides, ENDS);
  assert_single_links (sides, ENDS);

  side_close (sides[ENDS - 1], INTERVIEW_PRESENCE_CAUSE_LEFT);
  all_see (sides, ENDS - 1);
  assert_single_links (sides, ENDS - 1);

  side_open (&again, room, persons[ENDS - 1], "kkkkkkkkkkkkkkkkkkkkkkkkkk");
  sides[ENDS - 1] = &again;
  side_start (&again);
  all_see (sides, ENDS);
  assert_single_links (sides, ENDS);

  for (guint i = ENDS; i > 0; i--)
    side_close (sides[i - 1], INTERVIEW_PRESENCE_CAUSE_LEFT);
  test_assert_finalized (room);
}

static gboolean
is_alone (gpointer data)
{
  Side *side = data;

  return g_list_model_get_n_items (interview_call_get_remotes (side->call)) == 0;
}

/* Whoever is in the lobby is linked to nobody, before they are admitted and after they were sent
 * back, while the panel goes on. */
static void
test_lobby (void)
{
  TestRoom *room = test_room_new ();
  Side ends[3];
  Side *panel[] = { &ends[0], &ends[1] };
  Side *all[] = { &ends[0], &ends[1], &ends[2] };
  guint relayed;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    side_open (&ends[i], room, persons[i], instances[i]);
  test_room_set_in_lobby (room, ends[2].seat, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    side_start (&ends[i]);
  all_see (panel, 2);
  g_assert_true (is_alone (&ends[2]));

  test_room_set_in_lobby (room, ends[2].seat, FALSE);
  all_see (all, 3);
  test_room_set_in_lobby (room, ends[2].seat, TRUE);
  wait_for (is_alone, &ends[2], "the candidate to be alone");
  all_see (panel, 2);
  relayed = test_room_get_relayed (room);
  test_room_set_in_lobby (room, ends[2].seat, FALSE);
  all_see (all, 3);
  g_assert_cmpuint (test_room_get_relayed (room), >, relayed);

  for (guint i = G_N_ELEMENTS (ends); i > 0; i--)
    side_close (&ends[i - 1], INTERVIEW_PRESENCE_CAUSE_LEFT);
  test_assert_finalized (room);
}

/* Whoever is sent to the lobby parts from everybody, and may hang up when they hear of the first
 * one. */
static void
test_stopped (void)
{
  TestRoom *room = test_room_new ();
  Side ends[3];
  Side *sides[] = { &ends[0], &ends[1], &ends[2] };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    side_open (&ends[i], room, persons[i], instances[i]);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    side_start (&ends[i]);
  all_see (sides, 3);

  g_signal_connect (ends[0].call, "departed", G_CALLBACK (interview_call_stop), NULL);
  test_room_set_in_lobby (room, ends[0].seat, TRUE);
  g_assert_cmpint (interview_call_get_state (ends[0].call), ==, INTERVIEW_CALL_STATE_ENDED);
  g_assert_cmpuint (ends[0].departures, ==, 1);

  for (guint i = G_N_ELEMENTS (ends); i > 0; i--)
    side_close (&ends[i - 1], INTERVIEW_PRESENCE_CAUSE_LEFT);
  test_assert_finalized (room);
}

int
main (int argc, char **argv)
{
  side_init (&argc, &argv);

  g_test_add_func ("/mesh/four", test_four);
  g_test_add_func ("/mesh/lobby", test_lobby);
  g_test_add_func ("/mesh/stopped", test_stopped);

  return g_test_run ();
}
