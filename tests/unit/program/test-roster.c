/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/id.h"
#include "core/protocol/peer.h"
#include "program/roster.h"

#define OWN "0000000000000000000000000a"
#define LIN "0000000000000000000000000b"
/* Before somebody who waits in the lobby. */
#define IN_LOBBY "*"

#define MARCUS "0000000000000000000000000c"

typedef struct
{
  InterviewRoster *roster;
  GString *notices;
} Fixture;

static void
on_notice (Fixture *fixture, InterviewRosterNotice notice, const char *name)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (INTERVIEW_TYPE_ROSTER_NOTICE);

  g_string_append_printf (fixture->notices, "%s %s;", g_enum_get_value (kinds, notice)->value_nick,
                          name);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->roster = interview_roster_new (OWN);
  fixture->notices = g_string_new (NULL);
  g_signal_connect_swapped (fixture->roster, "notice", G_CALLBACK (on_notice), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->roster), (gpointer *) &fixture->roster);
  g_object_unref (fixture->roster);
  g_assert_null (fixture->roster);
  g_string_free (fixture->notices, TRUE);
}

static void
tell (Fixture *fixture, InterviewPresenceCause cause, const char *const *people)
{
  g_autoptr (GPtrArray) peers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewPresence) presence = NULL;

  for (guint i = 0; people[i] != NULL; i++)
    {
      gboolean in_lobby = *people[i] == *IN_LOBBY;
      const char *person_id = people[i] + (in_lobby ? 1 : 0);
      g_autofree char *instance = interview_id_new ();
      g_autoptr (InterviewParticipant) participant =
          g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id", person_id, "display-name",
                        g_str_equal (person_id, LIN) ? "Lin" : "Marcus", "role",
                        INTERVIEW_ROLE_RECRUITER, NULL);

      g_ptr_array_add (peers,
                       g_object_new (INTERVIEW_TYPE_PEER, "instance", instance, "participant",
                                     participant, "in-lobby", in_lobby, NULL));
    }
  presence = g_object_new (INTERVIEW_TYPE_PRESENCE, "peers", peers, "cause", cause, NULL);
  interview_roster_update (fixture->roster, presence);
}

static void
expect (Fixture *fixture, const char *notices)
{
  g_assert_cmpstr (fixture->notices->str, ==, notices);
  g_string_truncate (fixture->notices, 0);
}

static void
test_first_look (Fixture *fixture, gconstpointer data)
{
  g_assert_false (interview_roster_is_known (fixture->roster));
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_CURRENT, (const char *[]){ OWN, LIN, NULL });
  g_assert_true (interview_roster_is_known (fixture->roster));
  g_assert_cmpuint (interview_roster_count_present (fixture->roster), ==, 1);
  expect (fixture, "");
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_JOINED, (const char *[]){ OWN, LIN, MARCUS, NULL });
  expect (fixture, "came Marcus;");
}

static void
test_left_and_lost (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = NULL;

  tell (fixture, INTERVIEW_PRESENCE_CAUSE_CURRENT, (const char *[]){ OWN, LIN, MARCUS, NULL });
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_LEFT, (const char *[]){ OWN, LIN, NULL });
  expect (fixture, "left Marcus;");
  g_assert_false (interview_roster_has_left (fixture->roster));
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_LOST, (const char *[]){ OWN, NULL });
  expect (fixture, "lost Lin;");
  g_assert_true (interview_roster_has_missing (fixture->roster));
  g_assert_false (interview_roster_has_left (fixture->roster));
  missing = interview_roster_format_missing (fixture->roster);
  g_assert_cmpstr (missing, ==, "Lin");
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_JOINED, (const char *[]){ OWN, LIN, NULL });
  expect (fixture, "returned Lin;");
  g_assert_false (interview_roster_has_missing (fixture->roster));
}

static void
test_only_left (Fixture *fixture, gconstpointer data)
{
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_CURRENT, (const char *[]){ OWN, LIN, NULL });
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_LEFT, (const char *[]){ OWN, NULL });
  g_assert_true (interview_roster_has_left (fixture->roster));
  g_assert_false (interview_roster_has_missing (fixture->roster));
}

/* After a restart of the server everybody joins again, and nobody hears of it; whoever does not is
 * missing. */
static void
test_own_break (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = NULL;

  tell (fixture, INTERVIEW_PRESENCE_CAUSE_CURRENT, (const char *[]){ OWN, LIN, NULL });
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_CURRENT, (const char *[]){ OWN, NULL });
  g_assert_cmpuint (interview_roster_count_present (fixture->roster), ==, 0);
  g_assert_true (interview_roster_has_missing (fixture->roster));
  missing = interview_roster_format_missing (fixture->roster);
  g_assert_cmpstr (missing, ==, "Lin");
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_JOINED, (const char *[]){ OWN, LIN, NULL });
  expect (fixture, "");
}

/* Whoever waits in the lobby is not in the call: they neither come nor leave nor are missed. */
static void
test_others_in_lobby (Fixture *fixture, gconstpointer data)
{
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_CURRENT, (const char *[]){ OWN, NULL });
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_JOINED, (const char *[]){ OWN, IN_LOBBY LIN, NULL });
  expect (fixture, "");
  g_assert_true (interview_roster_has_waiting (fixture->roster));
  g_assert_false (interview_roster_is_in_lobby (fixture->roster));
  g_assert_cmpuint (interview_roster_count_present (fixture->roster), ==, 0);
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_LOST, (const char *[]){ OWN, NULL });
  g_assert_false (interview_roster_has_waiting (fixture->roster));
  g_assert_false (interview_roster_has_missing (fixture->roster));
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_JOINED, (const char *[]){ OWN, IN_LOBBY LIN, NULL });
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_CURRENT, (const char *[]){ OWN, LIN, NULL });
  g_assert_cmpuint (interview_roster_count_present (fixture->roster), ==, 1);
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_CURRENT, (const char *[]){ OWN, IN_LOBBY LIN, NULL });
  expect (fixture, "");
  g_assert_cmpuint (interview_roster_count_present (fixture->roster), ==, 0);
}

/* Sent back ourselves, we miss nobody: we are told of nobody there. */
static void
test_own_lobby (Fixture *fixture, gconstpointer data)
{
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_CURRENT, (const char *[]){ IN_LOBBY OWN, NULL });
  g_assert_true (interview_roster_is_in_lobby (fixture->roster));
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_CURRENT, (const char *[]){ OWN, LIN, NULL });
  g_assert_false (interview_roster_is_in_lobby (fixture->roster));
  tell (fixture, INTERVIEW_PRESENCE_CAUSE_CURRENT, (const char *[]){ IN_LOBBY OWN, NULL });
  g_assert_true (interview_roster_is_in_lobby (fixture->roster));
  g_assert_false (interview_roster_has_missing (fixture->roster));
  g_assert_false (interview_roster_has_left (fixture->roster));
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) all = NULL;
  g_autofree char *others = NULL;
  g_autofree char *notice = interview_roster_format_notice (INTERVIEW_ROSTER_NOTICE_LOST, "Lin");

  tell (fixture, INTERVIEW_PRESENCE_CAUSE_CURRENT, (const char *[]){ OWN, LIN, MARCUS, NULL });
  all = interview_roster_list_present (fixture->roster, "Chen");
  g_assert_cmpuint (g_strv_length (all), ==, 3);
  g_assert_cmpstr (all[0], ==, "Chen");
  others = interview_roster_format_present (fixture->roster);
  g_assert_cmpstr (others, ==, "Lin, Marcus");
  g_assert_cmpstr (notice, ==, "The connection to Lin was lost");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/roster/others-in-lobby", Fixture, NULL, set_up, test_others_in_lobby, tear_down);
  g_test_add ("/roster/own-lobby", Fixture, NULL, set_up, test_own_lobby, tear_down);
  g_test_add ("/roster/first-look", Fixture, NULL, set_up, test_first_look, tear_down);
  g_test_add ("/roster/left-and-lost", Fixture, NULL, set_up, test_left_and_lost, tear_down);
  g_test_add ("/roster/only-left", Fixture, NULL, set_up, test_only_left, tear_down);
  g_test_add ("/roster/own-break", Fixture, NULL, set_up, test_own_break, tear_down);
  g_test_add ("/roster/names", Fixture, NULL, set_up, test_names, tear_down);
  return g_test_run ();
}
