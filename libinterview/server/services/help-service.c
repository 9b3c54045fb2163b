/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/help-service.h"

#include "core/error.h"
#include "core/id.h"
#include "core/protocol/limits.h"
#include "server/services/help-state.h"
#include "server/services/relation.h"
#include "server/services/room-readers.h"
#include "server/store/event-table.h"
#include "server/store/help-table.h"
#include "server/store/membership-table.h"
#include "server/store/person-table.h"
#include "server/store/room-table.h"

/* How long after an interview its candidate can still ask for help with it. */
#define LATE_TIME G_TIME_SPAN_DAY

/*
 * Help for a candidate who is stuck. They ask from their room; all HR admins of the company are
 * told, answer in a chat that the room's panel does not see, or step in by a video call of its own,
 * in which a candidate who is in the lobby comes no step nearer to the interview.
 */

static gboolean
refuse (GError **error, InterviewErrorCode code, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, code, message);
  return FALSE;
}

/* Who may be in the video call about it. */
static InterviewRoomStanding *
get_standing (InterviewTransaction *transaction,
              const InterviewRoomRow *room,
              const InterviewHelpRow *row,
              GError **error)
{
  g_autoptr (GPtrArray) admins = g_ptr_array_new_with_free_func (g_free);
  InterviewRoomStanding standing = {
    .room_id = row->id,
    .revision = row->revision,
    .over = row->state == INTERVIEW_HELP_STATE_CLOSED,
    .candidate_id = room->candidate_id,
    .entrance = INTERVIEW_ROOM_ENTRANCE_ADMITTED,
  };

  if (!interview_membership_table_add_readers (transaction, room->company_id,
                                               INTERVIEW_ROLE_HR_ADMIN, admins, error))
    return NULL;
  g_ptr_array_add (admins, NULL);
  standing.recruiter_ids = (GStrv) admins->pdata;
  return interview_room_standing_copy (&standing);
}

static gboolean
tell (InterviewTransaction *transaction,
      const InterviewRoomRow *room,
      const InterviewHelpRow *row,
      const char *actor_id,
      GError **error)
{
  g_autoptr (InterviewRoomStanding) standing = get_standing (transaction, room, row, error);
  g_autoptr (GPtrArray) person_ids = g_ptr_array_new_with_free_func (g_free);
  const InterviewNewEvent event = {
    .kind = INTERVIEW_EVENT_KIND_HELP_CHANGED,
    .company_id = room->company_id,
    .actor_id = actor_id,
    .room_id = room->id,
    .standing = standing,
  };

  return standing != NULL &&
         interview_room_readers_add (transaction, room,
                                     INTERVIEW_ROOM_READERS_CANDIDATE | INTERVIEW_ROOM_READERS_HR,
                                     person_ids, error) &&
         interview_event_table_insert (transaction, &event, person_ids, error);
}

/**
 * interview_help_service_list:
 * @actor: an HR admin
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewHelp): who of the company's candidates needs help
 *   now, longest first, or %NULL
 */
GPtrArray *
interview_help_service_list (InterviewTransaction *transaction,
                             InterviewActor *actor,
                             GError **error)
{
  return interview_help_table_list (transaction, interview_actor_get_company_id (actor),
                                    interview_actor_get_language (actor), error);
}

/**
 * interview_help_service_get:
 * @actor: the candidate or an HR admin
 * @room_id: a room
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND if nobody has asked
 *
 * Returns: (transfer full): how far the help for this room's candidate is, or %NULL
 */
InterviewHelp *
interview_help_service_get (InterviewTransaction *transaction,
                            InterviewActor *actor,
                            const char *room_id,
                            GError **error)
{
  return interview_help_table_get (transaction, interview_actor_get_company_id (actor),
                                   interview_actor_get_language (actor), room_id, error);
}

/**
 * interview_help_service_check_open:
 * @room: a room
 * @error: return location; %INTERVIEW_ERROR_ROOM_CLOSED, %INTERVIEW_ERROR_CONFLICT if nobody has
 *   asked for help
 *
 * Returns: whether one can write about help in it
 */
gboolean
interview_help_service_check_open (InterviewTransaction *transaction,
                                   const InterviewRoomRow *room,
                                   GError **error)
{
  gint64 end = room->starts_at + room->duration_minutes * G_TIME_SPAN_MINUTE;
  g_autoptr (InterviewHelpRow) row = NULL;

  if (interview_transaction_get_now (transaction) > end + LATE_TIME)
    return refuse (error, INTERVIEW_ERROR_ROOM_CLOSED, "the interview was too long ago");
  return interview_help_table_find_row (transaction, room->id, &row, error) &&
         (row != NULL || refuse (error, INTERVIEW_ERROR_CONFLICT, "nobody has asked for help"));
}

/* Counts an ask, and fails if it is one too many. */
static gboolean
count (InterviewTransaction *transaction, InterviewHelpRow *row, GError **error)
{
  gint64 now = interview_transaction_get_now (transaction);

  if (now - row->counted_from >= G_TIME_SPAN_HOUR)
    {
      row->asks = 0;
      row->counted_from = now;
    }
  return ++row->asks <= INTERVIEW_LIMIT_HELP_PER_HOUR ||
         refuse (error, INTERVIEW_ERROR_RATE_LIMITED,
                 "HR has been called too often within an hour");
}

static void
take_request (InterviewHelpRow *row, InterviewHelpRequest *request)
{
  row->place = interview_help_request_get_place (request);
  row->no_camera = interview_help_request_get_no_camera (request);
  row->no_microphone = interview_help_request_get_no_microphone (request);
  row->bad_network = interview_help_request_get_bad_network (request);
}

static gboolean
says_the_same (const InterviewHelpRow *row, InterviewHelpRequest *request)
{
  return row->state == INTERVIEW_HELP_STATE_OPEN &&
         row->place == interview_help_request_get_place (request) &&
         row->no_camera == interview_help_request_get_no_camera (request) &&
         row->no_microphone == interview_help_request_get_no_microphone (request) &&
         row->bad_network == interview_help_request_get_bad_network (request);
}

static gboolean
ask_first (InterviewTransaction *transaction,
           InterviewActor *actor,
           const InterviewRoomRow *room,
           InterviewHelpRequest *request,
           GError **error)
{
  gint64 now = interview_transaction_get_now (transaction);
  g_autoptr (InterviewHelpRow) row = g_new0 (InterviewHelpRow, 1);
  InterviewRowHead head;

  row->id = interview_id_new ();
  row->room_id = g_strdup (room->id);
  row->revision = 1;
  row->state = INTERVIEW_HELP_STATE_OPEN;
  row->asked_at = now;
  row->asks = 1;
  row->counted_from = now;
  take_request (row, request);
  head = (InterviewRowHead){ row->id, room->company_id, room->unit_id, NULL };
  return interview_help_table_insert (transaction, &head, row, error) &&
         tell (transaction, room, row, interview_actor_get_person_id (actor), error);
}

/* Brings it to the state that follows, and tells of it. */
static gboolean
run (InterviewTransaction *transaction,
     const InterviewRoomRow *room,
     InterviewHelpRow *row,
     InterviewHelpHappening happening,
     const char *actor_id,
     GError **error)
{
  InterviewHelpState former = row->state;

  row->state = interview_help_state_next (former, happening);
  if (row->state == INTERVIEW_HELP_STATE_OPEN && former != INTERVIEW_HELP_STATE_OPEN)
    row->asked_at = interview_transaction_get_now (transaction);
  if (row->state == INTERVIEW_HELP_STATE_CLOSED)
    g_clear_pointer (&row->caller_id, g_free);
  return interview_help_table_update (transaction, row, error) &&
         tell (transaction, room, row, actor_id, error);
}

/**
 * interview_help_service_ask:
 * @actor: the candidate of the room
 * @room_id: the room
 * @request: where they are stuck
 * @error: return location; %INTERVIEW_ERROR_ROOM_CLOSED, %INTERVIEW_ERROR_RATE_LIMITED
 *
 * Asks HR for help. The same again while they wait tells nobody anew.
 *
 * Returns: (transfer full): how far it is, or %NULL
 */
InterviewHelp *
interview_help_service_ask (InterviewTransaction *transaction,
                            InterviewActor *actor,
                            const char *room_id,
                            InterviewHelpRequest *request,
                            GError **error)
{
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);
  g_autoptr (InterviewHelpRow) row = NULL;

  if (room == NULL || !interview_help_table_find_row (transaction, room_id, &row, error))
    return NULL;
  if (row == NULL)
    {
      if (!ask_first (transaction, actor, room, request, error) ||
          !interview_help_service_check_open (transaction, room, error))
        return NULL;
    }
  else if (!interview_help_service_check_open (transaction, room, error))
    return NULL;
  else if (!says_the_same (row, request))
    {
      take_request (row, request);
      if (!count (transaction, row, error) ||
          !run (transaction, room, row, INTERVIEW_HELP_HAPPENING_ASK,
                interview_actor_get_person_id (actor), error))
        return NULL;
    }
  return interview_help_service_get (transaction, actor, room_id, error);
}

/**
 * interview_help_service_close:
 * @actor: the candidate or an HR admin
 * @room_id: the room
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND if nobody has asked
 *
 * No more help is needed; whoever is in the video call about it is put out of it.
 *
 * Returns: (transfer full): how far it is, or %NULL
 */
InterviewHelp *
interview_help_service_close (InterviewTransaction *transaction,
                              InterviewActor *actor,
                              const char *room_id,
                              GError **error)
{
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);
  g_autoptr (InterviewHelpRow) row = NULL;

  if (room == NULL || !interview_help_table_find_row (transaction, room_id, &row, error))
    return NULL;
  if (row != NULL && row->state != INTERVIEW_HELP_STATE_CLOSED &&
      !run (transaction, room, row, INTERVIEW_HELP_HAPPENING_CLOSE,
            interview_actor_get_person_id (actor), error))
    return NULL;
  return interview_help_service_get (transaction, actor, room_id, error);
}

/**
 * interview_help_service_note_message:
 * @actor: who wrote about help
 * @room: the room
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_help_service_note_message (InterviewTransaction *transaction,
                                     InterviewActor *actor,
                                     const InterviewRoomRow *room,
                                     GError **error)
{
  const char *sender_id = interview_actor_get_person_id (actor);
  InterviewHelpHappening happening = g_strcmp0 (room->candidate_id, sender_id) == 0
                                         ? INTERVIEW_HELP_HAPPENING_ASK
                                         : INTERVIEW_HELP_HAPPENING_ANSWER;
  g_autoptr (InterviewHelpRow) row = NULL;

  if (!interview_help_table_find_row (transaction, room->id, &row, error))
    return FALSE;
  return row == NULL || interview_help_state_next (row->state, happening) == row->state ||
         run (transaction, room, row, happening, sender_id, error);
}

/**
 * interview_help_service_check_join:
 * @actor: who wants to enter the video call
 * @help_id: an identifier from outside
 * @standing: (out) (transfer full): who may be in it
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND if it is no call for help,
 *   %INTERVIEW_ERROR_NOT_IN_ROOM, %INTERVIEW_ERROR_ROOM_CLOSED
 *
 * Returns: (transfer full): as whom they enter, or %NULL if they may not
 */
InterviewParticipant *
interview_help_service_check_join (InterviewTransaction *transaction,
                                   InterviewActor *actor,
                                   const char *help_id,
                                   InterviewRoomStanding **standing,
                                   GError **error)
{
  const char *person_id = interview_actor_get_person_id (actor);
  g_autoptr (InterviewHelpRow) row = NULL;
  g_autoptr (InterviewRoomRow) room = NULL;
  g_autoptr (InterviewPerson) person = NULL;
  g_autoptr (GError) refusal = NULL;

  *standing = NULL;
  if (!interview_help_table_find_row (transaction, help_id, &row, error))
    return NULL;
  if (row == NULL || !g_str_equal (row->id, help_id))
    {
      refuse (error, INTERVIEW_ERROR_NOT_FOUND, "there is no such room");
      return NULL;
    }
  if (!interview_relation_check_access (transaction, actor, INTERVIEW_ROUTE_HELP_CHAT, row->room_id,
                                        &refusal))
    {
      if (g_error_matches (refusal, INTERVIEW_ERROR, INTERVIEW_ERROR_FORBIDDEN))
        refuse (error, INTERVIEW_ERROR_NOT_IN_ROOM, "this call is for the candidate and HR");
      else
        g_propagate_error (error, g_steal_pointer (&refusal));
      return NULL;
    }
  if (row->state == INTERVIEW_HELP_STATE_CLOSED)
    {
      refuse (error, INTERVIEW_ERROR_ROOM_CLOSED, "no more help is needed");
      return NULL;
    }
  room = interview_room_table_get_row (transaction, row->room_id, error);
  if (room == NULL)
    return NULL;
  person = interview_person_table_get (transaction, room->company_id, person_id, error);
  if (person == NULL)
    return NULL;
  *standing = get_standing (transaction, room, row, error);
  if (*standing == NULL)
    return NULL;
  return g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id", person_id, "display-name",
                       interview_person_get_display_name (person), "role",
                       interview_actor_get_role (actor), NULL);
}

/**
 * interview_help_service_set_visitors:
 * @help_id: an identifier of a room of the hub
 * @person_ids: (element-type utf8): who is in it
 * @standing: (out) (transfer full) (nullable): who may be in it; %NULL if it is no call for help
 * @error: return location
 *
 * Notes whether somebody of HR is in the video call; the candidate's program is told of it.
 *
 * Returns: whether the store could be read and written
 */
gboolean
interview_help_service_set_visitors (InterviewTransaction *transaction,
                                     const char *help_id,
                                     GPtrArray *person_ids,
                                     InterviewRoomStanding **standing,
                                     GError **error)
{
  g_autoptr (InterviewHelpRow) row = NULL;
  g_autoptr (InterviewRoomRow) room = NULL;
  const char *caller_id = NULL;

  *standing = NULL;
  if (!interview_help_table_find_row (transaction, help_id, &row, error))
    return FALSE;
  if (row == NULL || !g_str_equal (row->id, help_id))
    return TRUE;
  room = interview_room_table_get_row (transaction, row->room_id, error);
  if (room == NULL)
    return FALSE;
  for (guint i = 0; i < person_ids->len; i++)
    {
      if (!g_str_equal (person_ids->pdata[i], room->candidate_id))
        caller_id = person_ids->pdata[i];
    }
  if (g_strcmp0 (row->caller_id, caller_id) != 0 && row->state != INTERVIEW_HELP_STATE_CLOSED)
    {
      g_free (row->caller_id);
      row->caller_id = g_strdup (caller_id);
      if (!run (transaction, room, row, INTERVIEW_HELP_HAPPENING_ANSWER, caller_id, error))
        return FALSE;
    }
  *standing = get_standing (transaction, room, row, error);
  return *standing != NULL;
}
