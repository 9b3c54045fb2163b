/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/room-service.h"

#include "core/error.h"
#include "core/id.h"
#include "server/services/follow-up-service.h"
#include "server/services/invitation-service.h"
#include "server/services/page-cursor.h"
#include "server/services/panel.h"
#include "server/services/room-progress.h"
#include "server/services/room-readers.h"
#include "server/services/schedule-service.h"
#include "server/services/staffing-update.h"
#include "server/store/application-table.h"
#include "server/store/assignment-table.h"
#include "server/store/person-table.h"
#include "server/store/position-table.h"
#include "server/store/room-table.h"

/*
 * Rooms: making, listing and ending them, who may enter, and where each stands.
 */

static const char *
get_language (InterviewActor *actor)
{
  const char *language = interview_actor_get_language (actor);

  return language != NULL ? language : "";
}

static void
refuse (GError **error, InterviewErrorCode code, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, code, message);
}

/**
 * interview_room_service_list:
 * @actor: who asks: a candidate gets their own rooms, a recruiter those they are assigned to, an HR
 *   admin all
 * @from: only rooms that start then or later, microseconds since 1970 in UTC
 * @to: only rooms that start before; 0 for no end
 * @cursor: (nullable): from the page before
 * @limit: how many at most, 0 for no wish
 * @next_cursor: (out) (transfer full) (nullable): for the next page, %NULL at the end
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: (transfer full) (element-type InterviewRoom): the rooms by start, or %NULL
 */
GPtrArray *
interview_room_service_list (InterviewTransaction *transaction,
                             InterviewActor *actor,
                             gint64 from,
                             gint64 to,
                             const char *cursor,
                             guint limit,
                             char **next_cursor,
                             GError **error)
{
  const char *person_id = interview_actor_get_person_id (actor);
  InterviewRole role = interview_actor_get_role (actor);
  g_autofree char *after_start = NULL, *after_id = NULL;
  g_autoptr (GPtrArray) rooms = NULL;
  InterviewRoomQuery query = {
    .company_id = interview_actor_get_company_id (actor),
    .language = get_language (actor),
    .candidate_id = role == INTERVIEW_ROLE_CANDIDATE ? person_id : "",
    .recruiter_id = role == INTERVIEW_ROLE_RECRUITER ? person_id : "",
    .from = from,
    .to = to != 0 ? to : G_MAXINT64,
    .limit = interview_page_cursor_limit (limit),
  };

  *next_cursor = NULL;
  if (!interview_page_cursor_parse (cursor, &after_start, &after_id, error))
    return NULL;
  query.after_start = *after_id != '\0' ? g_ascii_strtoll (after_start, NULL, 10) : G_MININT64;
  query.after_id = after_id;
  query.limit++;
  rooms = interview_room_table_list (transaction, &query, error);
  if (rooms != NULL && rooms->len == query.limit)
    {
      g_autofree char *start = NULL;
      InterviewRoom *last;

      g_ptr_array_set_size (rooms, (int) query.limit - 1);
      last = g_ptr_array_index (rooms, rooms->len - 1);
      start = g_strdup_printf ("%" G_GINT64_FORMAT, interview_room_get_starts_at (last));
      *next_cursor = interview_page_cursor_make (start, interview_room_get_id (last));
    }
  return g_steal_pointer (&rooms);
}

static gboolean
check_candidate (InterviewTransaction *transaction,
                 InterviewActor *actor,
                 const char *person_id,
                 GError **error)
{
  g_autoptr (InterviewPerson) person = NULL;

  person = interview_person_table_get (transaction, interview_actor_get_company_id (actor),
                                       person_id, error);
  if (person == NULL)
    return FALSE;
  if (interview_person_get_role (person) == INTERVIEW_ROLE_CANDIDATE)
    return TRUE;
  refuse (error, INTERVIEW_ERROR_INVALID, "the person to be interviewed must be a candidate");
  return FALSE;
}

static gboolean
insert_room (InterviewTransaction *transaction,
             InterviewActor *actor,
             InterviewRoomRequest *request,
             const char *room_id,
             GError **error)
{
  const char *company_id = interview_actor_get_company_id (actor);
  const char *position_id = interview_room_request_get_position_id (request);
  const char *candidate_id = interview_room_request_get_candidate_id (request);
  g_autofree char *new_application_id = interview_id_new ();
  g_autofree char *application_id = NULL;
  g_autofree char *unit_id = NULL;
  InterviewNewRoom room = {
    .interactive = interview_room_request_get_interactive (request),
    .starts_at = interview_room_request_get_starts_at (request),
    .duration_minutes = interview_room_request_get_duration_minutes (request),
    .time_zone = interview_room_request_get_time_zone (request),
  };

  unit_id = interview_position_table_get_unit (transaction, company_id, position_id, error);
  if (unit_id == NULL || !check_candidate (transaction, actor, candidate_id, error))
    return FALSE;
  room.head = (InterviewRowHead){ new_application_id, company_id, unit_id, NULL };
  application_id = interview_application_table_ensure (transaction, &room.head, candidate_id,
                                                       position_id, error);
  if (application_id == NULL)
    return FALSE;
  room.head.id = room_id;
  room.application_id = application_id;
  return interview_room_table_insert (transaction, &room, error);
}

/* A person names the panel, or the staffing plan the recruiter. */
static gboolean
staff (InterviewTransaction *transaction,
       InterviewActor *actor,
       InterviewRoomRequest *request,
       const char *room_id,
       GError **error)
{
  const char *const *recruiter_ids = interview_room_request_get_recruiter_ids (request);

  if (!interview_room_request_get_by_plan (request))
    return interview_panel_set (transaction, actor, room_id, recruiter_ids, error);
  if (recruiter_ids[0] != NULL)
    {
      refuse (error, INTERVIEW_ERROR_INVALID,
              "name the recruiters or leave them to the plan, not both");
      return FALSE;
    }
  return interview_staffing_update (transaction, interview_actor_get_company_id (actor), FALSE,
                                    error);
}

/**
 * interview_room_service_create:
 * @actor: who makes the room
 * @request: candidate, position, time; without recruiters it is for @actor
 * @endpoint: (nullable): where programs reach the server, for the invitation's link
 * @error: return location; %INTERVIEW_ERROR_INVALID, %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the room and the candidate's invitation with its code, or %NULL
 */
InterviewCreatedRoom *
interview_room_service_create (InterviewTransaction *transaction,
                               InterviewActor *actor,
                               InterviewRoomRequest *request,
                               InterviewEndpoint *endpoint,
                               GError **error)
{
  g_autofree char *room_id = interview_id_new ();
  g_autoptr (InterviewInvitation) invitation = NULL;
  g_autoptr (InterviewRoomRow) row = NULL;
  g_autoptr (InterviewRoom) room = NULL;

  if (!interview_schedule_service_check (transaction,
                                         interview_room_request_get_starts_at (request),
                                         interview_room_request_get_duration_minutes (request),
                                         interview_room_request_get_time_zone (request), error) ||
      !insert_room (transaction, actor, request, room_id, error) ||
      !staff (transaction, actor, request, room_id, error))
    return NULL;
  row = interview_room_table_get_row (transaction, room_id, error);
  if (row == NULL ||
      !interview_room_readers_tell (transaction, row, INTERVIEW_ROOM_READERS_ALL,
                                    INTERVIEW_EVENT_KIND_ROOM_CREATED,
                                    interview_actor_get_person_id (actor), NULL, error))
    return NULL;
  invitation = interview_invitation_service_create (transaction, actor, room_id, endpoint, error);
  if (invitation == NULL ||
      !interview_follow_up_service_room_changed (transaction, room_id,
                                                 interview_actor_get_person_id (actor),
                                                 interview_invitation_get_link (invitation), error))
    return NULL;
  room = interview_room_service_get (transaction, actor, room_id, error);
  if (room == NULL)
    return NULL;
  return g_object_new (INTERVIEW_TYPE_CREATED_ROOM, "room", room, "invitation", invitation, NULL);
}

/**
 * interview_room_service_get:
 * @actor: who asks
 * @room_id: a room of their company
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the room, or %NULL
 */
InterviewRoom *
interview_room_service_get (InterviewTransaction *transaction,
                            InterviewActor *actor,
                            const char *room_id,
                            GError **error)
{
  return interview_room_table_get (transaction, interview_actor_get_company_id (actor),
                                   get_language (actor), room_id, error);
}

/**
 * interview_room_service_switch:
 * @actor: who switches
 * @room_id: the room
 * @request: on or off, and the revision that it is based on
 * @error: return location; %INTERVIEW_ERROR_CONFLICT
 *
 * Returns: (transfer full): the room as it is then, or %NULL
 */
InterviewRoom *
interview_room_service_switch (InterviewTransaction *transaction,
                               InterviewActor *actor,
                               const char *room_id,
                               InterviewSwitchRequest *request,
                               GError **error)
{
  g_autoptr (InterviewRoomRow) row = NULL;

  if (!interview_room_table_switch (transaction, room_id,
                                    interview_switch_request_get_revision (request),
                                    interview_switch_request_get_interactive (request), error))
    return NULL;
  row = interview_room_table_get_row (transaction, room_id, error);
  if (row == NULL ||
      !interview_room_readers_tell (transaction, row, INTERVIEW_ROOM_READERS_ALL,
                                    INTERVIEW_EVENT_KIND_ROOM_CHANGED,
                                    interview_actor_get_person_id (actor), NULL, error))
    return NULL;
  return interview_room_service_get (transaction, actor, room_id, error);
}

/**
 * interview_room_service_end:
 * @actor: who ends the interview
 * @room_id: the room
 * @error: return location
 *
 * Ends it for good; a second time changes nothing.
 *
 * Returns: (transfer full): the room as it is then, or %NULL
 */
InterviewRoom *
interview_room_service_end (InterviewTransaction *transaction,
                            InterviewActor *actor,
                            const char *room_id,
                            GError **error)
{
  if (!interview_room_progress_run (transaction, room_id, INTERVIEW_ROOM_HAPPENING_END,
                                    INTERVIEW_EVENT_KIND_ROOM_CHANGED,
                                    interview_actor_get_person_id (actor), error))
    return NULL;
  return interview_room_service_get (transaction, actor, room_id, error);
}

/**
 * interview_room_service_check_join:
 * @actor: who wants to enter
 * @room_id: an identifier from outside
 * @opens_at: (out): from when a candidate may, with %INTERVIEW_ERROR_INVITATION_EARLY, else 0;
 *   microseconds since 1970 in UTC
 * @standing: (out) (transfer full): who may be in the room
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND, %INTERVIEW_ERROR_NOT_IN_ROOM,
 *   %INTERVIEW_ERROR_ROOM_CLOSED, %INTERVIEW_ERROR_INVITATION_EARLY, %INTERVIEW_ERROR_NOT_ADMITTED
 *
 * Returns: (transfer full): as whom they enter, or %NULL if they may not
 */
InterviewParticipant *
interview_room_service_check_join (InterviewTransaction *transaction,
                                   InterviewActor *actor,
                                   const char *room_id,
                                   gint64 *opens_at,
                                   InterviewRoomStanding **standing,
                                   GError **error)
{
  const char *person_id = interview_actor_get_person_id (actor);
  const char *company_id = interview_actor_get_company_id (actor);
  g_autoptr (InterviewRoomRow) row = interview_room_table_get_row (transaction, room_id, error);
  g_autoptr (InterviewPerson) person = NULL;
  gboolean candidate, assigned = FALSE;

  *opens_at = 0;
  *standing = NULL;
  if (row == NULL)
    return NULL;
  if (g_strcmp0 (row->company_id, company_id) != 0)
    {
      refuse (error, INTERVIEW_ERROR_NOT_FOUND, "there is no such room");
      return NULL;
    }
  candidate = g_strcmp0 (row->candidate_id, person_id) == 0;
  if (!interview_assignment_table_contains (transaction, room_id, person_id, &assigned, error))
    return NULL;
  if (!candidate && !assigned)
    {
      refuse (error, INTERVIEW_ERROR_NOT_IN_ROOM, "you do not take part in this interview");
      return NULL;
    }
  if (interview_room_state_is_over (row->state))
    {
      refuse (error, INTERVIEW_ERROR_ROOM_CLOSED, "the interview is over");
      return NULL;
    }
  if (candidate &&
      row->starts_at - INTERVIEW_ROOM_OPENS_BEFORE > interview_transaction_get_now (transaction))
    {
      *opens_at = row->starts_at - INTERVIEW_ROOM_OPENS_BEFORE;
      refuse (error, INTERVIEW_ERROR_INVITATION_EARLY,
              "it is too early: come back when the room opens");
      return NULL;
    }
  if (candidate && row->entrance == INTERVIEW_ROOM_ENTRANCE_DENIED)
    {
      refuse (error, INTERVIEW_ERROR_NOT_ADMITTED, "a recruiter does not let you in");
      return NULL;
    }
  person = interview_person_table_get (transaction, company_id, person_id, error);
  if (person == NULL)
    return NULL;
  *standing = interview_room_readers_get_standing (transaction, row, error);
  if (*standing == NULL)
    return NULL;
  return g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id", person_id, "display-name",
                       interview_person_get_display_name (person), "role",
                       candidate ? INTERVIEW_ROLE_CANDIDATE : INTERVIEW_ROLE_RECRUITER, NULL);
}
