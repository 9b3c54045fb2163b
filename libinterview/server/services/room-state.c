/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/room-state.h"

#define SCHEDULED INTERVIEW_ROOM_STATE_SCHEDULED
#define WAITING INTERVIEW_ROOM_STATE_WAITING
#define LIVE INTERVIEW_ROOM_STATE_LIVE
#define INTERRUPTED INTERVIEW_ROOM_STATE_INTERRUPTED
#define ENDED INTERVIEW_ROOM_STATE_ENDED
#define MISSED INTERVIEW_ROOM_STATE_MISSED
#define CANCELLED INTERVIEW_ROOM_STATE_CANCELLED

#define N_STATES 7

/*
 * The life of a room. An interview that has begun is interrupted when a side is gone, until a
 * recruiter ends it; what is over stays over.
 */
/* clang-format off */
static const InterviewRoomState next[N_STATES][INTERVIEW_N_ROOM_HAPPENINGS] = {
  /* EMPTY, PARTLY, COMPLETE, END, CANCEL, MISS */
  [INTERVIEW_ROOM_STATE_SCHEDULED] =
    { SCHEDULED, WAITING, LIVE, ENDED, CANCELLED, MISSED },
  [INTERVIEW_ROOM_STATE_WAITING] =
    { SCHEDULED, WAITING, LIVE, ENDED, CANCELLED, MISSED },
  [INTERVIEW_ROOM_STATE_LIVE] =
    { INTERRUPTED, INTERRUPTED, LIVE, ENDED, LIVE, LIVE },
  [INTERVIEW_ROOM_STATE_INTERRUPTED] =
    { INTERRUPTED, INTERRUPTED, LIVE, ENDED, CANCELLED, INTERRUPTED },
  [INTERVIEW_ROOM_STATE_ENDED] =
    { ENDED, ENDED, ENDED, ENDED, ENDED, ENDED },
  [INTERVIEW_ROOM_STATE_MISSED] =
    { MISSED, MISSED, MISSED, MISSED, MISSED, MISSED },
  [INTERVIEW_ROOM_STATE_CANCELLED] =
    { CANCELLED, CANCELLED, CANCELLED, CANCELLED, CANCELLED, CANCELLED },
};
/* clang-format on */

/**
 * interview_room_state_next:
 * @state: where the interview stands
 * @happening: what happens
 *
 * A pure function: the table above.
 *
 * Returns: where it stands then
 */
InterviewRoomState
interview_room_state_next (InterviewRoomState state, InterviewRoomHappening happening)
{
  g_return_val_if_fail ((guint) state < N_STATES, state);
  g_return_val_if_fail ((guint) happening < INTERVIEW_N_ROOM_HAPPENINGS, state);

  return next[state][happening];
}

/**
 * interview_room_state_is_over:
 * @state: where the interview stands
 *
 * Returns: whether nobody can enter any more
 */
gboolean
interview_room_state_is_over (InterviewRoomState state)
{
  return state == ENDED || state == MISSED || state == CANCELLED;
}
