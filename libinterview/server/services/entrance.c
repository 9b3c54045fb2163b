/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/entrance.h"

/**
 * interview_entrance_decide:
 * @current: how far the candidate may come
 * @seen: how far they might when the recruiter decided
 * @wanted: how far they may come in the recruiter's opinion
 *
 * What becomes of a recruiter's decision when others decide at the same time: whoever wants the
 * same is content, whoever knew how it stood has their way, and whoever did not has to look again.
 * A pure function.
 *
 * Returns: the decision
 */
InterviewEntranceDecision
interview_entrance_decide (InterviewRoomEntrance current,
                           InterviewRoomEntrance seen,
                           InterviewRoomEntrance wanted)
{
  if (current == wanted)
    return INTERVIEW_ENTRANCE_UNCHANGED;
  return current == seen ? INTERVIEW_ENTRANCE_CHANGED : INTERVIEW_ENTRANCE_OVERTAKEN;
}
