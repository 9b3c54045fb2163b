/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/standing-state.h"

#define QUALIFIED INTERVIEW_STANDING_STATE_QUALIFIED
#define PROPOSED INTERVIEW_STANDING_STATE_PROPOSED
#define CONTESTED INTERVIEW_STANDING_STATE_CONTESTED
#define WITHDRAWN INTERVIEW_STANDING_STATE_WITHDRAWN
#define APPEALED INTERVIEW_STANDING_STATE_APPEALED
#define UPHELD INTERVIEW_STANDING_STATE_UPHELD
#define REINSTATED INTERVIEW_STANDING_STATE_REINSTATED

#define N_STATES 7

/*
 * A recruiter's qualification. What is proposed goes away when the ratings recover; what is
 * withdrawn comes back only by a person, and there is one appeal against each withdrawal. A
 * happening that is not possible leaves the state as it is.
 */
/* clang-format off */
static const InterviewStandingState next[N_STATES][INTERVIEW_N_STANDING_HAPPENINGS] = {
  /* PROPOSE, WITHDRAW, RECOVER, CONFIRM, REJECT, APPEAL, REINSTATE */
  [INTERVIEW_STANDING_STATE_QUALIFIED] =
    { PROPOSED, WITHDRAWN, QUALIFIED, QUALIFIED, QUALIFIED, QUALIFIED, QUALIFIED },
  [INTERVIEW_STANDING_STATE_PROPOSED] =
    { PROPOSED, WITHDRAWN, QUALIFIED, WITHDRAWN, REINSTATED, CONTESTED, PROPOSED },
  [INTERVIEW_STANDING_STATE_CONTESTED] =
    { CONTESTED, CONTESTED, QUALIFIED, UPHELD, REINSTATED, CONTESTED, CONTESTED },
  [INTERVIEW_STANDING_STATE_WITHDRAWN] =
    { WITHDRAWN, WITHDRAWN, WITHDRAWN, WITHDRAWN, WITHDRAWN, APPEALED, REINSTATED },
  [INTERVIEW_STANDING_STATE_APPEALED] =
    { APPEALED, APPEALED, APPEALED, UPHELD, APPEALED, APPEALED, REINSTATED },
  [INTERVIEW_STANDING_STATE_UPHELD] =
    { UPHELD, UPHELD, UPHELD, UPHELD, UPHELD, UPHELD, REINSTATED },
  [INTERVIEW_STANDING_STATE_REINSTATED] =
    { PROPOSED, WITHDRAWN, REINSTATED, REINSTATED, REINSTATED, REINSTATED, REINSTATED },
};
/* clang-format on */

/**
 * interview_standing_state_next:
 * @state: where the recruiter stands
 * @happening: what happens
 *
 * A pure function: the table above.
 *
 * Returns: where they stand then; @state if that cannot happen to it
 */
InterviewStandingState
interview_standing_state_next (InterviewStandingState state, InterviewStandingHappening happening)
{
  g_return_val_if_fail ((guint) state < N_STATES, state);
  g_return_val_if_fail ((guint) happening < INTERVIEW_N_STANDING_HAPPENINGS, state);

  return next[state][happening];
}

/**
 * interview_standing_state_works:
 * @state: where the recruiter stands
 *
 * Returns: whether they may interview
 */
gboolean
interview_standing_state_works (InterviewStandingState state)
{
  return state == QUALIFIED || state == PROPOSED || state == CONTESTED || state == REINSTATED;
}
