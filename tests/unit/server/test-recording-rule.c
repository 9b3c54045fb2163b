/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/services/recording-rule.h"

#define ASKING INTERVIEW_RECORDING_STATE_ASKING
#define RUNNING INTERVIEW_RECORDING_STATE_RUNNING
#define REFUSED INTERVIEW_RECORDING_STATE_REFUSED
#define WITHDRAWN INTERVIEW_RECORDING_STATE_WITHDRAWN
#define STOPPED INTERVIEW_RECORDING_STATE_STOPPED
#define ABANDONED INTERVIEW_RECORDING_STATE_ABANDONED

#define N_PEOPLE 4
#define ROUNDS 20000

/* a asks; who is there, and who decided: g given, r refused, w withdrawn, - nothing yet. */
static InterviewRecordingState
next (InterviewRecordingState state, const char *visitors, const char *decisions, gboolean over)
{
  g_autoptr (GPtrArray) visitor_ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) consents = g_ptr_array_new_with_free_func (g_object_unref);

  for (const char *visitor = visitors; *visitor != '\0'; visitor++)
    g_ptr_array_add (visitor_ids, g_strndup (visitor, 1));
  for (guint i = 0; decisions[i] != '\0'; i++)
    {
      const char id[] = { 'a' + i, '\0' };
      g_autoptr (InterviewParticipant) person =
          g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id", id, NULL);

      if (decisions[i] != '-')
        g_ptr_array_add (consents,
                         g_object_new (INTERVIEW_TYPE_CONSENT, "person", person, "decision",
                                       decisions[i] == 'g'   ? INTERVIEW_CONSENT_DECISION_GIVEN
                                       : decisions[i] == 'r' ? INTERVIEW_CONSENT_DECISION_REFUSED
                                                             : INTERVIEW_CONSENT_DECISION_WITHDRAWN,
                                       NULL));
    }
  return interview_recording_rule_next (state, "a", visitor_ids, consents, over);
}

static void
test_cases (void)
{
  static const struct
  {
    InterviewRecordingState state;
    const char *visitors;
    const char *decisions;
    gboolean over;
    InterviewRecordingState next;
  } cases[] = {
    /* Nobody records alone, and nobody is recorded unasked. */
    { ASKING, "a", "g", FALSE, ASKING },
    { ASKING, "ab", "g-", FALSE, ASKING },
    { ASKING, "ab", "gg", FALSE, RUNNING },
    { ASKING, "abc", "gg-", FALSE, ASKING },
    { ASKING, "abc", "ggg", FALSE, RUNNING },
    /* Whoever has agreed and is away counts for nothing until they are back. */
    { ASKING, "b", "gg", FALSE, ASKING },
    { ASKING, "", "gg", FALSE, ASKING },
    { ASKING, "ab", "gg-", FALSE, RUNNING },
    /* Somebody new comes: it stands still until they agree. */
    { RUNNING, "abc", "gg-", FALSE, ASKING },
    { RUNNING, "abc", "ggr", FALSE, REFUSED },
    { RUNNING, "abc", "ggg", FALSE, RUNNING },
    /* The way to the server breaks for one or both: it goes on. */
    { RUNNING, "a", "gg", FALSE, RUNNING },
    { RUNNING, "b", "gg", FALSE, RUNNING },
    { RUNNING, "", "gg", FALSE, RUNNING },
    { RUNNING, "c", "gg-", FALSE, ASKING },
    { ASKING, "ab", "gr", FALSE, REFUSED },
    { ASKING, "a", "gr", FALSE, REFUSED },
    { RUNNING, "ab", "gw", FALSE, WITHDRAWN },
    { RUNNING, "ab", "wg", FALSE, WITHDRAWN },
    { RUNNING, "ab", "gg", TRUE, STOPPED },
    { ASKING, "ab", "g-", TRUE, STOPPED },
    /* The end is the end, except that an agreement can always be taken back. */
    { STOPPED, "ab", "gg", FALSE, STOPPED },
    { REFUSED, "ab", "gg", FALSE, REFUSED },
    { ABANDONED, "ab", "gg", FALSE, ABANDONED },
    { STOPPED, "", "gw", TRUE, WITHDRAWN },
    { ABANDONED, "", "gw", TRUE, WITHDRAWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u: %s there, decided %s", i, cases[i].visitors, cases[i].decisions);
      g_assert_cmpint (next (cases[i].state, cases[i].visitors, cases[i].decisions, cases[i].over),
                       ==, cases[i].next);
    }
}

/* Whoever comes, goes and decides in whatever order: nobody who has not agreed is in the room while
 * it runs, and what has ended never runs again. */
static void
test_laws (void)
{
  InterviewRecordingState state = ASKING;
  char decisions[] = "g---";
  gboolean there[N_PEOPLE] = { TRUE, TRUE };
  guint ran = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GString) visitors = g_string_new (NULL);
      gboolean was_open = interview_recording_rule_is_open (state);
      guint who = g_test_rand_int_range (0, N_PEOPLE);

      switch (g_test_rand_int_range (0, 8))
        {
        case 0:
        case 1:
        case 2:
          there[who] = !there[who];
          break;
        case 3:
        case 4:
        case 5:
          decisions[who] = 'g';
          break;
        case 6:
          if (g_test_rand_int_range (0, 10) == 0)
            decisions[who] = decisions[who] == 'g' ? 'w' : 'r';
          break;
        default:
          break;
        }
      for (guint i = 0; i < N_PEOPLE; i++)
        if (there[i])
          g_string_append_c (visitors, 'a' + i);

      state = next (state, visitors->str, decisions, FALSE);
      for (guint i = 0; i < N_PEOPLE; i++)
        if (state == RUNNING)
          g_assert_true (!there[i] || decisions[i] == 'g');
      if (state == RUNNING)
        ran++;
      g_assert_true (was_open || !interview_recording_rule_is_open (state));
      if (!interview_recording_rule_is_open (state))
        {
          state = ASKING;
          memcpy (decisions, "g---", sizeof decisions);
        }
    }
  g_assert_cmpuint (ran, >, ROUNDS / 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/server/recording-rule/cases", test_cases);
  g_test_add_func ("/server/recording-rule/laws", test_laws);

  return g_test_run ();
}
