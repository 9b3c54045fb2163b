/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/room-progress.h"

#include "server/services/follow-up-service.h"
#include "server/services/recording-service.h"
#include "server/services/room-readers.h"
#include "server/store/room-table.h"

/* Tells of a change that was made, and lets a recording follow it. */
static gboolean
tell (InterviewTransaction *transaction,
      const char *room_id,
      InterviewEventKind kind,
      const char *actor_id,
      GError **error)
{
  g_autoptr (InterviewRoomRow) row = interview_room_table_get_row (transaction, room_id, error);

  return row != NULL &&
         interview_room_readers_tell (transaction, row, INTERVIEW_ROOM_READERS_ALL, kind, actor_id,
                                      NULL, error) &&
         interview_follow_up_service_room_changed (transaction, room_id, actor_id, NULL, error) &&
         interview_recording_service_update_room (transaction, room_id, error);
}

/**
 * interview_room_progress_run:
 * @room_id: a room
 * @happening: what happens to it
 * @kind: how those concerned are told of it
 * @actor_id: (nullable): who did it
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Brings the room to the state that follows, and tells of it if that is another one. Nothing else
 * changes the state of a room.
 *
 * Returns: whether the store could be read and written
 */
gboolean
interview_room_progress_run (InterviewTransaction *transaction,
                             const char *room_id,
                             InterviewRoomHappening happening,
                             InterviewEventKind kind,
                             const char *actor_id,
                             GError **error)
{
  g_autoptr (InterviewRoomRow) before = interview_room_table_get_row (transaction, room_id, error);
  InterviewRoomState state;

  if (before == NULL)
    return FALSE;
  state = interview_room_state_next (before->state, happening);
  return state == before->state ||
         (interview_room_table_set_state (transaction, room_id, state, error) &&
          tell (transaction, room_id, kind, actor_id, error));
}

static InterviewRoomHappening
find_happening (const InterviewOccupancy *occupancy)
{
  if (occupancy->candidate_in_call && occupancy->recruiter)
    return INTERVIEW_ROOM_HAPPENING_COMPLETE;
  if (occupancy->candidate || occupancy->recruiter)
    return INTERVIEW_ROOM_HAPPENING_PARTLY;
  return INTERVIEW_ROOM_HAPPENING_EMPTY;
}

/**
 * interview_room_progress_set_occupancy:
 * @room_id: a room
 * @occupancy: who is in it now
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Notes who is in the room; those concerned are told once of all that changes by it. An arrival of
 * the candidate is an event of its own, for which recruiters wait.
 *
 * Returns: whether it was done
 */
gboolean
interview_room_progress_set_occupancy (InterviewTransaction *transaction,
                                       const char *room_id,
                                       const InterviewOccupancy *occupancy,
                                       GError **error)
{
  g_autoptr (InterviewRoomRow) before = interview_room_table_get_row (transaction, room_id, error);
  InterviewEventKind kind = INTERVIEW_EVENT_KIND_ROOM_CHANGED;
  InterviewRoomState state;
  gboolean moved;

  if (before == NULL)
    return FALSE;
  state = interview_room_state_next (before->state, find_happening (occupancy));
  moved = before->candidate_present != occupancy->candidate;
  if (state == before->state && !moved)
    return TRUE;
  if (moved && occupancy->candidate)
    kind = INTERVIEW_EVENT_KIND_CANDIDATE_ARRIVED;
  return (!moved || interview_room_table_set_candidate_present (transaction, room_id,
                                                                occupancy->candidate, error)) &&
         (state == before->state ||
          interview_room_table_set_state (transaction, room_id, state, error)) &&
         tell (transaction, room_id, kind, NULL, error);
}
