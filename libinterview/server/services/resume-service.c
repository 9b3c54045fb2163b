/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/resume-service.h"

#include "server/store/resume-table.h"
#include "server/store/room-table.h"

/**
 * interview_resume_service_get:
 * @actor: who asks
 * @room_id: a room
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND if the candidate has handed in none
 *
 * Returns: (transfer full): the resume of the room's candidate, or %NULL
 */
InterviewResume *
interview_resume_service_get (InterviewTransaction *transaction,
                              InterviewActor *actor,
                              const char *room_id,
                              GError **error)
{
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);

  return room != NULL ? interview_resume_table_get (transaction, room->candidate_id, error) : NULL;
}
