/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/schedule-service.h"

#include "core/error.h"
#include "core/time-zone.h"
#include "server/services/follow-up-service.h"
#include "server/services/invitation-service.h"
#include "server/services/panel.h"
#include "server/services/reply-service.h"
#include "server/services/room-progress.h"
#include "server/services/room-readers.h"
#include "server/services/room-service.h"
#include "server/store/room-table.h"

/* More than this is left to the next look. */
#define MISSED_AT_ONCE 100

/*
 * When rooms are: moving them, giving them another panel, calling them off, and noting that nobody
 * came.
 */

static gboolean
refuse (GError **error, InterviewErrorCode code, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, code, message);
  return FALSE;
}

/**
 * interview_schedule_service_check:
 * @starts_at: when a room is to start, microseconds since 1970 in UTC
 * @duration_minutes: how long it is to take
 * @time_zone: (nullable): the zone in which the time was chosen
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: whether a room can be then
 */
gboolean
interview_schedule_service_check (InterviewTransaction *transaction,
                                  gint64 starts_at,
                                  gint64 duration_minutes,
                                  const char *time_zone,
                                  GError **error)
{
  gint64 end = starts_at + duration_minutes * G_TIME_SPAN_MINUTE;
  g_autoptr (GTimeZone) zone = interview_time_zone_load (time_zone);

  if (time_zone != NULL && zone == NULL)
    return refuse (error, INTERVIEW_ERROR_INVALID, "there is no such time zone");
  if (end <= interview_transaction_get_now (transaction))
    return refuse (error, INTERVIEW_ERROR_INVALID, "the interview would be over already");
  return TRUE;
}

static gboolean
is_moved (const InterviewRoomRow *room, InterviewScheduleRequest *request)
{
  return room->starts_at != interview_schedule_request_get_starts_at (request) ||
         room->duration_minutes != interview_schedule_request_get_duration_minutes (request);
}

/* While people talk the panel may change, the time not: that of a call is the present one. */
static gboolean
check_change (InterviewTransaction *transaction,
              const InterviewRoomRow *room,
              InterviewScheduleRequest *request,
              GError **error)
{
  if (interview_room_state_is_over (room->state))
    return refuse (error, INTERVIEW_ERROR_ROOM_CLOSED, "the interview is over");
  if (!is_moved (room, request))
    return TRUE;
  if (room->state == INTERVIEW_ROOM_STATE_LIVE)
    return refuse (error, INTERVIEW_ERROR_CONFLICT, "the interview is under way");
  return interview_schedule_service_check (
      transaction, interview_schedule_request_get_starts_at (request),
      interview_schedule_request_get_duration_minutes (request),
      interview_schedule_request_get_time_zone (request), error);
}

/**
 * interview_schedule_service_change:
 * @actor: who changes it
 * @room_id: the room
 * @request: time and panel, and the revision that it is based on
 * @error: return location; %INTERVIEW_ERROR_CONFLICT, %INTERVIEW_ERROR_ROOM_CLOSED,
 *   %INTERVIEW_ERROR_INVALID, %INTERVIEW_ERROR_NOT_FOUND
 *
 * Moves the room and its invitation to another time and gives it another panel. Whoever was on the
 * panel before is told, too.
 *
 * Returns: (transfer full): the room as it is then, or %NULL
 */
InterviewRoom *
interview_schedule_service_change (InterviewTransaction *transaction,
                                   InterviewActor *actor,
                                   const char *room_id,
                                   InterviewScheduleRequest *request,
                                   GError **error)
{
  g_autoptr (GPtrArray) readers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (InterviewRoomRow) before = interview_room_table_get_row (transaction, room_id, error);
  g_autoptr (InterviewRoomRow) after = NULL;
  const InterviewRoomSchedule schedule = {
    .starts_at = interview_schedule_request_get_starts_at (request),
    .duration_minutes = interview_schedule_request_get_duration_minutes (request),
    .time_zone = interview_schedule_request_get_time_zone (request),
  };

  if (before == NULL || !check_change (transaction, before, request, error) ||
      !interview_room_readers_add (transaction, before, INTERVIEW_ROOM_READERS_ALL, readers,
                                   error) ||
      !interview_room_table_schedule (transaction, room_id,
                                      interview_schedule_request_get_revision (request), &schedule,
                                      error) ||
      !interview_panel_set (transaction, actor, room_id,
                            interview_schedule_request_get_recruiter_ids (request), error))
    return NULL;
  after = interview_room_table_get_row (transaction, room_id, error);
  if (after == NULL ||
      !interview_room_readers_add (transaction, after, INTERVIEW_ROOM_READERS_RECRUITERS, readers,
                                   error) ||
      !interview_invitation_service_move (transaction, after, error) ||
      (after->starts_at != before->starts_at &&
       !interview_reply_service_room_moved (transaction, after, error)) ||
      !interview_follow_up_service_room_changed (transaction, room_id,
                                                 interview_actor_get_person_id (actor), NULL,
                                                 error) ||
      !interview_room_readers_tell_persons (transaction, after, readers,
                                            INTERVIEW_EVENT_KIND_ROOM_RESCHEDULED,
                                            interview_actor_get_person_id (actor), NULL, error))
    return NULL;
  return interview_room_service_get (transaction, actor, room_id, error);
}

/**
 * interview_schedule_service_cancel:
 * @actor: who calls it off
 * @room_id: the room
 * @error: return location; %INTERVIEW_ERROR_ROOM_CLOSED, %INTERVIEW_ERROR_CONFLICT if people talk
 *   in it
 *
 * Calls it off for good; a second time changes nothing.
 *
 * Returns: (transfer full): the room as it is then, or %NULL
 */
InterviewRoom *
interview_schedule_service_cancel (InterviewTransaction *transaction,
                                   InterviewActor *actor,
                                   const char *room_id,
                                   GError **error)
{
  g_autoptr (InterviewRoom) room = NULL;

  if (!interview_room_progress_run (transaction, room_id, INTERVIEW_ROOM_HAPPENING_CANCEL,
                                    INTERVIEW_EVENT_KIND_ROOM_CANCELLED,
                                    interview_actor_get_person_id (actor), error))
    return NULL;
  room = interview_room_service_get (transaction, actor, room_id, error);
  if (room == NULL || interview_room_get_state (room) == INTERVIEW_ROOM_STATE_CANCELLED)
    return g_steal_pointer (&room);
  if (interview_room_state_is_over (interview_room_get_state (room)))
    refuse (error, INTERVIEW_ERROR_ROOM_CLOSED, "the interview is over");
  else
    refuse (error, INTERVIEW_ERROR_CONFLICT, "the interview is under way: end it instead");
  return NULL;
}

/**
 * interview_schedule_service_miss:
 * @error: return location
 *
 * Notes of the rooms that never began and whose time is over that they were missed. The server does
 * it every few seconds.
 *
 * Returns: whether it was done
 */
gboolean
interview_schedule_service_miss (InterviewTransaction *transaction, GError **error)
{
  g_autoptr (GPtrArray) room_ids =
      interview_room_table_list_overdue (transaction, MISSED_AT_ONCE, error);

  for (guint i = 0; room_ids != NULL && i < room_ids->len; i++)
    {
      if (!interview_room_progress_run (transaction, g_ptr_array_index (room_ids, i),
                                        INTERVIEW_ROOM_HAPPENING_MISS,
                                        INTERVIEW_EVENT_KIND_ROOM_CHANGED, NULL, error))
        return FALSE;
    }
  return room_ids != NULL;
}
