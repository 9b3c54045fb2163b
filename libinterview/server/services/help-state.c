/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/help-state.h"

#define OPEN INTERVIEW_HELP_STATE_OPEN
#define ANSWERED INTERVIEW_HELP_STATE_ANSWERED
#define CLOSED INTERVIEW_HELP_STATE_CLOSED

#define N_STATES 3

/*
 * The life of a call for help. Whoever had the last word decides who waits for whom; a candidate
 * can always ask again, and a last word of HR after the end opens nothing.
 */
/* clang-format off */
static const InterviewHelpState next[N_STATES][INTERVIEW_N_HELP_HAPPENINGS] = {
  /* ASK, ANSWER, CLOSE */
  [INTERVIEW_HELP_STATE_OPEN] = { OPEN, ANSWERED, CLOSED },
  [INTERVIEW_HELP_STATE_ANSWERED] = { OPEN, ANSWERED, CLOSED },
  [INTERVIEW_HELP_STATE_CLOSED] = { OPEN, CLOSED, CLOSED },
};
/* clang-format on */

/**
 * interview_help_state_next:
 * @state: how far it is
 * @happening: what happens
 *
 * A pure function: the table above.
 *
 * Returns: how far it is then
 */
InterviewHelpState
interview_help_state_next (InterviewHelpState state, InterviewHelpHappening happening)
{
  g_return_val_if_fail ((guint) state < N_STATES, state);
  g_return_val_if_fail ((guint) happening < INTERVIEW_N_HELP_HAPPENINGS, state);

  return next[state][happening];
}
