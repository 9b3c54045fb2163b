/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/visit-state.h"

G_DEFINE_ENUM_TYPE (InterviewVisitState,
                    interview_visit_state,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_VISIT_STATE_OUTSIDE, "outside"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_VISIT_STATE_ENTERING, "entering"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_VISIT_STATE_LOBBY, "lobby"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_VISIT_STATE_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_VISIT_STATE_CONNECTING, "connecting"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_VISIT_STATE_IN_CALL, "in-call"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_VISIT_STATE_RECONNECTING, "reconnecting"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_VISIT_STATE_LEFT, "left"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_VISIT_STATE_DENIED, "denied"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_VISIT_STATE_REMOVED, "removed"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_VISIT_STATE_ENDED, "ended"))

/**
 * interview_visit_state_decide:
 * @facts: what is known
 *
 * Decides where a visit stands. Media that arrive count for more than what the server says: while
 * the server restarts, the call goes on.
 *
 * Returns: the state
 */
InterviewVisitState
interview_visit_state_decide (const InterviewVisitFacts *facts)
{
  g_return_val_if_fail (facts != NULL, INTERVIEW_VISIT_STATE_OUTSIDE);

  if (facts->over)
    return INTERVIEW_VISIT_STATE_ENDED;
  if (facts->left)
    return INTERVIEW_VISIT_STATE_LEFT;
  if (!facts->entered)
    return INTERVIEW_VISIT_STATE_OUTSIDE;
  if (facts->removed)
    return INTERVIEW_VISIT_STATE_REMOVED;
  if (facts->denied)
    return INTERVIEW_VISIT_STATE_DENIED;
  if (facts->in_lobby)
    return INTERVIEW_VISIT_STATE_LOBBY;
  if (facts->call == INTERVIEW_CALL_STATE_CONNECTED)
    return INTERVIEW_VISIT_STATE_IN_CALL;
  if (facts->call == INTERVIEW_CALL_STATE_RECONNECTING || facts->missing)
    return INTERVIEW_VISIT_STATE_RECONNECTING;
  if (facts->others > 0)
    return INTERVIEW_VISIT_STATE_CONNECTING;
  return facts->admitted ? INTERVIEW_VISIT_STATE_WAITING : INTERVIEW_VISIT_STATE_ENTERING;
}
