/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/lobby-service.h"

#include "core/error.h"
#include "server/services/entrance.h"
#include "server/services/room-readers.h"
#include "server/services/room-service.h"
#include "server/services/room-state.h"
#include "server/store/room-table.h"

/*
 * The lobby of a room: its recruiters admit the candidate, send them back, or deny them the room.
 */

static gboolean
refuse (GError **error, InterviewErrorCode code, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, code, message);
  return FALSE;
}

static gboolean
set_entrance (InterviewTransaction *transaction,
              InterviewActor *actor,
              const char *room_id,
              InterviewEntranceRequest *request,
              GError **error)
{
  InterviewRoomEntrance entrance = interview_entrance_request_get_entrance (request);
  gboolean denied = entrance == INTERVIEW_ROOM_ENTRANCE_DENIED;
  const char *reason = interview_entrance_request_get_reason (request);
  g_autoptr (InterviewRoomRow) row = NULL;

  if (!interview_room_table_set_entrance (transaction, room_id, entrance, denied ? reason : NULL,
                                          error))
    return FALSE;
  row = interview_room_table_get_row (transaction, room_id, error);
  return row != NULL &&
         interview_room_readers_tell (transaction, row, INTERVIEW_ROOM_READERS_ALL,
                                      INTERVIEW_EVENT_KIND_ENTRANCE_CHANGED,
                                      interview_actor_get_person_id (actor), NULL, error);
}

/**
 * interview_lobby_service_decide:
 * @actor: a recruiter of the room
 * @room_id: the room
 * @request: how far its candidate may come, and what that is based on
 * @error: return location; %INTERVIEW_ERROR_ROOM_CLOSED, %INTERVIEW_ERROR_INVALID if somebody is
 *   denied without a reason, %INTERVIEW_ERROR_CONFLICT if another recruiter has decided differently
 *   meanwhile
 *
 * Returns: (transfer full): the room as it is then, or %NULL
 */
InterviewRoom *
interview_lobby_service_decide (InterviewTransaction *transaction,
                                InterviewActor *actor,
                                const char *room_id,
                                InterviewEntranceRequest *request,
                                GError **error)
{
  g_autoptr (InterviewRoomRow) row = interview_room_table_get_row (transaction, room_id, error);
  InterviewRoomEntrance wanted = interview_entrance_request_get_entrance (request);

  if (row == NULL)
    return NULL;
  if (interview_room_state_is_over (row->state))
    {
      refuse (error, INTERVIEW_ERROR_ROOM_CLOSED, "the interview is over");
      return NULL;
    }
  if (wanted == INTERVIEW_ROOM_ENTRANCE_DENIED &&
      interview_entrance_request_get_reason (request) == NULL)
    {
      refuse (error, INTERVIEW_ERROR_INVALID, "say why the candidate may not come in");
      return NULL;
    }
  switch (interview_entrance_decide (row->entrance, interview_entrance_request_get_seen (request),
                                     wanted))
    {
    case INTERVIEW_ENTRANCE_CHANGED:
      if (!set_entrance (transaction, actor, room_id, request, error))
        return NULL;
      break;
    case INTERVIEW_ENTRANCE_OVERTAKEN:
      refuse (error, INTERVIEW_ERROR_CONFLICT, "somebody else has decided differently meanwhile");
      return NULL;
    case INTERVIEW_ENTRANCE_UNCHANGED:
    default:
      break;
    }
  return interview_room_service_get (transaction, actor, room_id, error);
}
