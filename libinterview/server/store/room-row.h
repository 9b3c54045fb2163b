/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/room.h"

G_BEGIN_DECLS

/**
 * InterviewRoomRow:
 * @candidate_present: whether the candidate is in the call or in the lobby
 * @interactive: the room's and the company's switch together
 *
 * What the rules need to know of a room; what readers see of it is an #InterviewRoom.
 */
typedef struct
{
  char *id;
  char *company_id;
  char *unit_id;
  char *candidate_id;
  char *position_id;
  InterviewRoomState state;
  gint64 revision;
  InterviewRoomEntrance entrance;
  gboolean candidate_present;
  gint64 starts_at;
  gint64 duration_minutes;
  gboolean interactive;
} InterviewRoomRow;

void interview_room_row_free (InterviewRoomRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewRoomRow, interview_room_row_free)

G_END_DECLS
