/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/room.h"

#include "core/protocol/limits.h"

/*
 * InterviewRoom is one scheduled interview.
 */
G_DEFINE_ENUM_TYPE (InterviewRoomState,
                    interview_room_state,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROOM_STATE_SCHEDULED, "scheduled"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROOM_STATE_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROOM_STATE_LIVE, "live"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROOM_STATE_INTERRUPTED, "interrupted"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROOM_STATE_ENDED, "ended"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROOM_STATE_MISSED, "missed"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROOM_STATE_CANCELLED, "cancelled"))

G_DEFINE_ENUM_TYPE (InterviewRoomMode,
                    interview_room_mode,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROOM_MODE_LIVE, "live"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROOM_MODE_LED, "led"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROOM_MODE_KIOSK, "kiosk"))

G_DEFINE_ENUM_TYPE (InterviewRoomEntrance,
                    interview_room_entrance,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROOM_ENTRANCE_LOBBY, "lobby"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROOM_ENTRANCE_ADMITTED, "admitted"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROOM_ENTRANCE_DENIED, "denied"))

enum
{
  FIELD_ID,
  FIELD_REVISION,
  FIELD_STATE,
  FIELD_MODE,
  FIELD_COMPANY_NAME,
  FIELD_POSITION_ID,
  FIELD_POSITION_TITLE,
  FIELD_CANDIDATE,
  FIELD_RECRUITERS,
  FIELD_STARTS_AT,
  FIELD_OPENS_AT,
  FIELD_DURATION_MINUTES,
  FIELD_TIME_ZONE,
  FIELD_ENTRANCE,
  FIELD_DENIAL_REASON,
  FIELD_CANDIDATE_PRESENT,
  FIELD_INTERACTIVE,
  FIELD_INTERACTIVE_IN_ROOM,
  FIELD_REPLY,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_REVISION] = { "revision", INTERVIEW_FIELD_INTEGER, TRUE, 1, G_MAXINT32, NULL },
  [FIELD_STATE] = { "state", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_room_state_get_type },
  [FIELD_MODE] = { "mode", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_room_mode_get_type },
  [FIELD_COMPANY_NAME] = { "company_name", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME,
                           NULL },
  [FIELD_POSITION_ID] = { "position_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_POSITION_TITLE] = { "position_title", INTERVIEW_FIELD_STRING, TRUE, 1,
                             INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_CANDIDATE] = { "candidate", INTERVIEW_FIELD_RECORD, TRUE, 0, 0,
                        interview_participant_get_type },
  [FIELD_RECRUITERS] = { "recruiters", INTERVIEW_FIELD_RECORDS, TRUE, 0, 8,
                         interview_participant_get_type },
  [FIELD_STARTS_AT] = { "starts_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_OPENS_AT] = { "opens_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_DURATION_MINUTES] = { "duration_minutes", INTERVIEW_FIELD_INTEGER, TRUE, 5, 480, NULL },
  [FIELD_TIME_ZONE] = { "time_zone", INTERVIEW_FIELD_STRING, FALSE, 1, INTERVIEW_LIMIT_TIME_ZONE,
                        NULL },
  [FIELD_ENTRANCE] = { "entrance", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                       interview_room_entrance_get_type },
  [FIELD_DENIAL_REASON] = { "denial_reason", INTERVIEW_FIELD_STRING, FALSE, 1, INTERVIEW_LIMIT_TEXT,
                            NULL },
  [FIELD_CANDIDATE_PRESENT] = { "candidate_present", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_INTERACTIVE] = { "interactive", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_INTERACTIVE_IN_ROOM] = { "interactive_in_room", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0,
                                  NULL },
  [FIELD_REPLY] = { "reply", INTERVIEW_FIELD_RECORD, FALSE, 0, 0, interview_room_reply_get_type },
};

INTERVIEW_DEFINE_RECORD (InterviewRoom, interview_room)

/**
 * interview_room_get_id:
 *
 * Returns: (transfer none): the identifier
 */
const char *
interview_room_get_id (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_room_get_revision:
 *
 * Returns: the revision that an update must be based on
 */
gint64
interview_room_get_revision (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REVISION);
}

/**
 * interview_room_get_state:
 *
 * Returns: where the interview stands
 */
InterviewRoomState
interview_room_get_state (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_STATE);
}

/**
 * interview_room_get_mode:
 *
 * Returns: how it is led
 */
InterviewRoomMode
interview_room_get_mode (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_MODE);
}

/**
 * interview_room_get_company_name:
 *
 * Returns: (transfer none): the company, in the reader’s language
 */
const char *
interview_room_get_company_name (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_COMPANY_NAME);
}

/**
 * interview_room_get_position_id:
 *
 * Returns: (transfer none): the position
 */
const char *
interview_room_get_position_id (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_POSITION_ID);
}

/**
 * interview_room_get_position_title:
 *
 * Returns: (transfer none): the position’s title, in the reader’s language
 */
const char *
interview_room_get_position_title (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_POSITION_TITLE);
}

/**
 * interview_room_get_candidate:
 *
 * Returns: (nullable) (transfer none): the candidate
 */
InterviewParticipant *
interview_room_get_candidate (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), NULL);

  return interview_record_get_record (INTERVIEW_RECORD (self), FIELD_CANDIDATE);
}

/**
 * interview_room_get_recruiters:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewParticipant): the recruiters
 */
GPtrArray *
interview_room_get_recruiters (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_RECRUITERS);
}

/**
 * interview_room_get_starts_at:
 *
 * Returns: when it starts, microseconds since 1970 in UTC
 */
gint64
interview_room_get_starts_at (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_STARTS_AT);
}

/**
 * interview_room_get_opens_at:
 *
 * Returns: from when the candidate may enter, microseconds since 1970 in UTC
 */
gint64
interview_room_get_opens_at (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_OPENS_AT);
}

/**
 * interview_room_get_duration_minutes:
 *
 * Returns: how long it is meant to take, in minutes
 */
gint64
interview_room_get_duration_minutes (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_DURATION_MINUTES);
}

/**
 * interview_room_get_time_zone:
 *
 * Returns: (nullable) (transfer none): the zone in which the time was chosen, such as
 *   Asia/Shanghai; %NULL if it is not known
 */
const char *
interview_room_get_time_zone (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TIME_ZONE);
}

/**
 * interview_room_get_entrance:
 *
 * Returns: how far its candidate may come
 */
InterviewRoomEntrance
interview_room_get_entrance (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_ENTRANCE);
}

/**
 * interview_room_get_denial_reason:
 *
 * Returns: (nullable) (transfer none): why the candidate may not come in, in a recruiter’s words
 */
const char *
interview_room_get_denial_reason (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_DENIAL_REASON);
}

/**
 * interview_room_get_candidate_present:
 *
 * Returns: whether the candidate is in the call or in the lobby now
 */
gboolean
interview_room_get_candidate_present (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_CANDIDATE_PRESENT);
}

/**
 * interview_room_get_interactive:
 *
 * Returns: whether panels, suggestions and rating are on: the room’s and the company’s switch
 *   together
 */
gboolean
interview_room_get_interactive (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_INTERACTIVE);
}

/**
 * interview_room_get_interactive_in_room:
 *
 * Returns: the room’s own switch
 */
gboolean
interview_room_get_interactive_in_room (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_INTERACTIVE_IN_ROOM);
}

/**
 * interview_room_get_reply:
 *
 * Returns: (nullable) (transfer none): what the candidate answered to the invitation, %NULL if they
 *   have not
 */
InterviewRoomReply *
interview_room_get_reply (InterviewRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM (self), NULL);

  return interview_record_get_record (INTERVIEW_RECORD (self), FIELD_REPLY);
}
