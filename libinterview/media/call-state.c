/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/call-state.h"

/*
 * The states of a call as a table: pure, without time and without objects. The watch over silence
 * and the set-up of links only feed events in.
 */

G_DEFINE_ENUM_TYPE (InterviewCallState,
                    interview_call_state,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CALL_STATE_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CALL_STATE_CONNECTING, "connecting"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CALL_STATE_CONNECTED, "connected"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CALL_STATE_RECONNECTING, "reconnecting"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_CALL_STATE_ENDED, "ended"))

#define N_STATES (INTERVIEW_CALL_STATE_ENDED + 1)
#define N_EVENTS (INTERVIEW_CALL_EVENT_END + 1)

#define WAITING INTERVIEW_CALL_STATE_WAITING
#define CONNECTING INTERVIEW_CALL_STATE_CONNECTING
#define CONNECTED INTERVIEW_CALL_STATE_CONNECTED
#define RECONNECTING INTERVIEW_CALL_STATE_RECONNECTING
#define ENDED INTERVIEW_CALL_STATE_ENDED

static const InterviewCallState table[N_STATES][N_EVENTS] = {
  /*                  appeared      media      silence       departed end */
  [WAITING] = { CONNECTING, WAITING, WAITING, WAITING, ENDED },
  [CONNECTING] = { CONNECTING, CONNECTED, CONNECTING, WAITING, ENDED },
  [CONNECTED] = { CONNECTED, CONNECTED, RECONNECTING, WAITING, ENDED },
  [RECONNECTING] = { RECONNECTING, CONNECTED, RECONNECTING, WAITING, ENDED },
  [ENDED] = { ENDED, ENDED, ENDED, ENDED, ENDED },
};

/* Of two people the one with whom one can talk decides what the call is. */
static const int weight[N_STATES] = {
  [ENDED] = 0, [WAITING] = 1, [CONNECTING] = 2, [RECONNECTING] = 3, [CONNECTED] = 4,
};

/**
 * interview_call_state_next:
 * @state: where it is
 * @event: what happened
 *
 * Returns: where it goes; an event that makes no sense in a state changes nothing
 */
InterviewCallState
interview_call_state_next (InterviewCallState state, InterviewCallEvent event)
{
  g_return_val_if_fail (state < N_STATES, state);
  g_return_val_if_fail (event < N_EVENTS, state);

  return table[state][event];
}

/**
 * interview_call_state_combine:
 * @one: the state towards one person, or towards several so far
 * @other: the state towards another person
 *
 * Returns: the state of the call with both
 */
InterviewCallState
interview_call_state_combine (InterviewCallState one, InterviewCallState other)
{
  g_return_val_if_fail (one < N_STATES, other);
  g_return_val_if_fail (other < N_STATES, one);

  return weight[one] >= weight[other] ? one : other;
}
