/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/event.h"

#include "core/protocol/limits.h"

/*
 * InterviewEvent tells an account of a change that was stored.
 */
G_DEFINE_ENUM_TYPE (
    InterviewEventKind,
    interview_event_kind,
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_ROOM_CREATED, "room-created"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_ROOM_CHANGED, "room-changed"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_ROOM_RESCHEDULED, "room-rescheduled"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_ROOM_CANCELLED, "room-cancelled"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_ENTRANCE_CHANGED, "entrance-changed"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_CANDIDATE_ARRIVED, "candidate-arrived"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_QUESTION_ASKED, "question-asked"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_COMPANY_CHANGED, "company-changed"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_INVITATION_CHANGED, "invitation-changed"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_RATING_RECEIVED, "rating-received"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_CHAT_MESSAGE, "chat-message"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_PANEL_MESSAGE, "panel-message"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_DISCLOSURE_CHANGED, "disclosure-changed"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_STAFFING_CHANGED, "staffing-changed"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_RECORDING_CHANGED, "recording-changed"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_SESSION_ENDED, "session-ended"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_NOTICE_RECEIVED, "notice-received"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_DELIVERY_CHANGED, "delivery-changed"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_HELP_CHANGED, "help-changed"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_HELP_MESSAGE, "help-message"),
    G_DEFINE_ENUM_VALUE (INTERVIEW_EVENT_KIND_ROOM_ANSWERED, "room-answered"))

enum
{
  FIELD_SEQUENCE,
  FIELD_AT,
  FIELD_KIND,
  FIELD_ROOM_ID,
  FIELD_QUESTION_ID,
};

static const InterviewField fields[] = {
  [FIELD_SEQUENCE] = { "sequence", INTERVIEW_FIELD_INTEGER, TRUE, 1, G_MAXINT64, NULL },
  [FIELD_AT] = { "at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_KIND] = { "kind", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_event_kind_get_type },
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, FALSE, 0, 0, NULL },
  [FIELD_QUESTION_ID] = { "question_id", INTERVIEW_FIELD_ID, FALSE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewEvent, interview_event)

/**
 * interview_event_get_sequence:
 *
 * Returns: rises by one or more for each event of the account
 */
gint64
interview_event_get_sequence (InterviewEvent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EVENT (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_SEQUENCE);
}

/**
 * interview_event_get_at:
 *
 * Returns: when it was stored, microseconds since 1970 in UTC
 */
gint64
interview_event_get_at (InterviewEvent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EVENT (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_AT);
}

/**
 * interview_event_get_kind:
 *
 * Returns: what changed
 */
InterviewEventKind
interview_event_get_kind (InterviewEvent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EVENT (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_KIND);
}

/**
 * interview_event_get_room_id:
 *
 * Returns: (nullable) (transfer none): the room that it is about
 */
const char *
interview_event_get_room_id (InterviewEvent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EVENT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}

/**
 * interview_event_get_question_id:
 *
 * Returns: (nullable) (transfer none): the question that it is about
 */
const char *
interview_event_get_question_id (InterviewEvent *self)
{
  g_return_val_if_fail (INTERVIEW_IS_EVENT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_QUESTION_ID);
}

/**
 * interview_event_changes_room:
 * @room_id: (nullable): a room, or %NULL for any
 *
 * Returns: whether the record of the room is another one now
 */
gboolean
interview_event_changes_room (InterviewEvent *self, const char *room_id)
{
  g_return_val_if_fail (INTERVIEW_IS_EVENT (self), FALSE);

  if (room_id != NULL && g_strcmp0 (interview_event_get_room_id (self), room_id) != 0)
    return FALSE;
  switch (interview_event_get_kind (self))
    {
    case INTERVIEW_EVENT_KIND_ROOM_CHANGED:
    case INTERVIEW_EVENT_KIND_ROOM_RESCHEDULED:
    case INTERVIEW_EVENT_KIND_ROOM_CANCELLED:
    case INTERVIEW_EVENT_KIND_ENTRANCE_CHANGED:
    case INTERVIEW_EVENT_KIND_CANDIDATE_ARRIVED:
    case INTERVIEW_EVENT_KIND_ROOM_ANSWERED:
      return TRUE;
    default:
      return FALSE;
    }
}
