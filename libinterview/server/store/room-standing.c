/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/room-standing.h"

/**
 * interview_room_standing_copy:
 * @standing: a standing
 *
 * Returns: (transfer full): a copy
 */
InterviewRoomStanding *
interview_room_standing_copy (const InterviewRoomStanding *standing)
{
  InterviewRoomStanding *copy = g_memdup2 (standing, sizeof *standing);

  copy->room_id = g_strdup (standing->room_id);
  copy->candidate_id = g_strdup (standing->candidate_id);
  copy->recruiter_ids = g_strdupv (standing->recruiter_ids);
  return copy;
}

/**
 * interview_room_standing_free:
 * @standing: (transfer full): a standing
 */
void
interview_room_standing_free (InterviewRoomStanding *standing)
{
  g_free (standing->room_id);
  g_free (standing->candidate_id);
  g_strfreev (standing->recruiter_ids);
  g_free (standing);
}

/**
 * interview_room_standing_admits:
 * @person_id: somebody
 *
 * Returns: whether the person may be in the room
 */
gboolean
interview_room_standing_admits (const InterviewRoomStanding *standing, const char *person_id)
{
  if (standing->over)
    return FALSE;
  if (g_strcmp0 (standing->candidate_id, person_id) == 0)
    return standing->entrance != INTERVIEW_ROOM_ENTRANCE_DENIED;
  return (g_strv_contains ((const char *const *) standing->recruiter_ids, person_id));
}

/**
 * interview_room_standing_keeps_in_lobby:
 * @person_id: somebody who may be in the room
 *
 * Returns: whether they have to wait in its lobby, apart from the call
 */
gboolean
interview_room_standing_keeps_in_lobby (const InterviewRoomStanding *standing,
                                        const char *person_id)
{
  return standing->entrance != INTERVIEW_ROOM_ENTRANCE_ADMITTED &&
         g_strcmp0 (standing->candidate_id, person_id) == 0;
}

/**
 * interview_room_standing_count:
 *
 * Returns: how many people the room is for: the candidate and the panel
 */
guint
interview_room_standing_count (const InterviewRoomStanding *standing)
{
  return 1 + g_strv_length (standing->recruiter_ids);
}
