/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program/visit-state.h"

typedef struct
{
  InterviewVisitFacts facts;
  InterviewVisitState state;
} Row;

static const Row rows[] = {
  { { .call = INTERVIEW_CALL_STATE_WAITING }, INTERVIEW_VISIT_STATE_OUTSIDE },
  { { .entered = TRUE }, INTERVIEW_VISIT_STATE_ENTERING },
  { { .entered = TRUE, .admitted = TRUE }, INTERVIEW_VISIT_STATE_WAITING },
  { { .entered = TRUE, .admitted = TRUE, .others = 1 }, INTERVIEW_VISIT_STATE_CONNECTING },
  { { .entered = TRUE, .admitted = TRUE, .others = 1, .call = INTERVIEW_CALL_STATE_CONNECTING },
    INTERVIEW_VISIT_STATE_CONNECTING },
  { { .entered = TRUE, .admitted = TRUE, .others = 1, .call = INTERVIEW_CALL_STATE_CONNECTED },
    INTERVIEW_VISIT_STATE_IN_CALL },
  /* The server restarts and knows nobody yet: the call goes on. */
  { { .entered = TRUE, .admitted = TRUE, .call = INTERVIEW_CALL_STATE_CONNECTED },
    INTERVIEW_VISIT_STATE_IN_CALL },
  /* The server lost sight of them, we did not. */
  { { .entered = TRUE, .admitted = TRUE, .missing = TRUE, .call = INTERVIEW_CALL_STATE_CONNECTED },
    INTERVIEW_VISIT_STATE_IN_CALL },
  { { .entered = TRUE, .admitted = TRUE, .missing = TRUE }, INTERVIEW_VISIT_STATE_RECONNECTING },
  { { .entered = TRUE, .admitted = TRUE, .others = 1, .call = INTERVIEW_CALL_STATE_RECONNECTING },
    INTERVIEW_VISIT_STATE_RECONNECTING },
  /* In the lobby, at first or again: whatever still arrives is none of the call. */
  { { .entered = TRUE, .admitted = TRUE, .in_lobby = TRUE }, INTERVIEW_VISIT_STATE_LOBBY },
  { { .entered = TRUE, .admitted = TRUE, .in_lobby = TRUE, .call = INTERVIEW_CALL_STATE_CONNECTED },
    INTERVIEW_VISIT_STATE_LOBBY },
  { { .entered = TRUE, .admitted = TRUE, .in_lobby = TRUE, .denied = TRUE },
    INTERVIEW_VISIT_STATE_DENIED },
  /* Taken off the panel: the others go on, whatever still arrives. */
  { { .entered = TRUE, .removed = TRUE, .others = 1, .call = INTERVIEW_CALL_STATE_CONNECTED },
    INTERVIEW_VISIT_STATE_REMOVED },
  { { .removed = TRUE }, INTERVIEW_VISIT_STATE_OUTSIDE },
  { { .entered = TRUE, .removed = TRUE, .over = TRUE }, INTERVIEW_VISIT_STATE_ENDED },
  { { .entered = TRUE, .denied = TRUE, .left = TRUE }, INTERVIEW_VISIT_STATE_LEFT },
  { { .entered = TRUE, .denied = TRUE, .over = TRUE }, INTERVIEW_VISIT_STATE_ENDED },
  { { .entered = TRUE, .left = TRUE, .call = INTERVIEW_CALL_STATE_CONNECTED },
    INTERVIEW_VISIT_STATE_LEFT },
  { { .entered = TRUE, .left = TRUE, .over = TRUE }, INTERVIEW_VISIT_STATE_ENDED },
  { { .entered = TRUE, .over = TRUE, .others = 1, .call = INTERVIEW_CALL_STATE_CONNECTED },
    INTERVIEW_VISIT_STATE_ENDED },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %u", i);
      g_assert_cmpint (interview_visit_state_decide (&rows[i].facts), ==, rows[i].state);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/visit-state/table", test_table);
  return g_test_run ();
}
