/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/room.h"

G_BEGIN_DECLS

/**
 * InterviewEntranceDecision:
 * @INTERVIEW_ENTRANCE_UNCHANGED: it is so already
 * @INTERVIEW_ENTRANCE_CHANGED: it is so from now on
 * @INTERVIEW_ENTRANCE_OVERTAKEN: somebody else has decided differently meanwhile
 */
typedef enum
{
  INTERVIEW_ENTRANCE_UNCHANGED,
  INTERVIEW_ENTRANCE_CHANGED,
  INTERVIEW_ENTRANCE_OVERTAKEN,
} InterviewEntranceDecision;

InterviewEntranceDecision interview_entrance_decide (InterviewRoomEntrance current,
                                                     InterviewRoomEntrance seen,
                                                     InterviewRoomEntrance wanted);

G_END_DECLS
