/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/room.h"

G_BEGIN_DECLS

/**
 * InterviewRoomHappening:
 *
 * What can happen to a room. The first three are who is in it now.
 *
 * @INTERVIEW_ROOM_HAPPENING_EMPTY: nobody is in it
 * @INTERVIEW_ROOM_HAPPENING_PARTLY: somebody is in it, but not both sides
 * @INTERVIEW_ROOM_HAPPENING_COMPLETE: the candidate and a recruiter are in it
 * @INTERVIEW_ROOM_HAPPENING_END: a recruiter ends the interview
 * @INTERVIEW_ROOM_HAPPENING_CANCEL: it is called off
 * @INTERVIEW_ROOM_HAPPENING_MISS: its time is over and it never began
 */
typedef enum
{
  INTERVIEW_ROOM_HAPPENING_EMPTY,
  INTERVIEW_ROOM_HAPPENING_PARTLY,
  INTERVIEW_ROOM_HAPPENING_COMPLETE,
  INTERVIEW_ROOM_HAPPENING_END,
  INTERVIEW_ROOM_HAPPENING_CANCEL,
  INTERVIEW_ROOM_HAPPENING_MISS,
  INTERVIEW_N_ROOM_HAPPENINGS,
} InterviewRoomHappening;

InterviewRoomState interview_room_state_next (InterviewRoomState state,
                                              InterviewRoomHappening happening);
gboolean interview_room_state_is_over (InterviewRoomState state);

G_END_DECLS
