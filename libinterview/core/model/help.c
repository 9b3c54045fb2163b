/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/help.h"

#include "core/protocol/limits.h"

/*
 * InterviewHelp is a candidate's call for help from one room: where they are stuck, what their
 * program warns of, and how far HR is with it. A room has one at most, which is opened again when
 * the candidate asks again. Its identifier is also the room of the video call about it.
 */
G_DEFINE_ENUM_TYPE (InterviewHelpState,
                    interview_help_state,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_HELP_STATE_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_HELP_STATE_ANSWERED, "answered"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_HELP_STATE_CLOSED, "closed"))

G_DEFINE_ENUM_TYPE (InterviewHelpPlace,
                    interview_help_place,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_HELP_PLACE_WAITING, "waiting"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_HELP_PLACE_DEVICES, "devices"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_HELP_PLACE_LOBBY, "lobby"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_HELP_PLACE_CALL, "call"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_HELP_PLACE_CONNECTION, "connection"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_HELP_PLACE_ENDED, "ended"))

enum
{
  FIELD_ID,
  FIELD_ROOM_ID,
  FIELD_REVISION,
  FIELD_STATE,
  FIELD_PLACE,
  FIELD_NO_CAMERA,
  FIELD_NO_MICROPHONE,
  FIELD_BAD_NETWORK,
  FIELD_TEXT,
  FIELD_ASKED_AT,
  FIELD_CANDIDATE,
  FIELD_POSITION_TITLE,
  FIELD_STARTS_AT,
  FIELD_CALLER,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_REVISION] = { "revision", INTERVIEW_FIELD_INTEGER, TRUE, 1, G_MAXINT32, NULL },
  [FIELD_STATE] = { "state", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_help_state_get_type },
  [FIELD_PLACE] = { "place", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_help_place_get_type },
  [FIELD_NO_CAMERA] = { "no_camera", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_NO_MICROPHONE] = { "no_microphone", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_BAD_NETWORK] = { "bad_network", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_TEXT] = { "text", INTERVIEW_FIELD_STRING, FALSE, 1, INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_ASKED_AT] = { "asked_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_CANDIDATE] = { "candidate", INTERVIEW_FIELD_RECORD, TRUE, 0, 0,
                        interview_participant_get_type },
  [FIELD_POSITION_TITLE] = { "position_title", INTERVIEW_FIELD_STRING, TRUE, 1,
                             INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_STARTS_AT] = { "starts_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_CALLER] = { "caller", INTERVIEW_FIELD_RECORD, FALSE, 0, 0,
                     interview_participant_get_type },
};

INTERVIEW_DEFINE_RECORD (InterviewHelp, interview_help)

/**
 * interview_help_get_id:
 *
 * Returns: (transfer none): the identifier, also of the video call about it
 */
const char *
interview_help_get_id (InterviewHelp *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_help_get_room_id:
 *
 * Returns: (transfer none): the room
 */
const char *
interview_help_get_room_id (InterviewHelp *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}

/**
 * interview_help_get_revision:
 *
 * Returns: rises with each change
 */
gint64
interview_help_get_revision (InterviewHelp *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REVISION);
}

/**
 * interview_help_get_state:
 *
 * Returns: how far it is
 */
InterviewHelpState
interview_help_get_state (InterviewHelp *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_STATE);
}

/**
 * interview_help_get_place:
 *
 * Returns: where the candidate is stuck
 */
InterviewHelpPlace
interview_help_get_place (InterviewHelp *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_PLACE);
}

/**
 * interview_help_get_no_camera:
 *
 * Returns: whether their program finds no camera that works
 */
gboolean
interview_help_get_no_camera (InterviewHelp *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_NO_CAMERA);
}

/**
 * interview_help_get_no_microphone:
 *
 * Returns: whether their program finds no microphone that works
 */
gboolean
interview_help_get_no_microphone (InterviewHelp *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_NO_MICROPHONE);
}

/**
 * interview_help_get_bad_network:
 *
 * Returns: whether their connection has broken
 */
gboolean
interview_help_get_bad_network (InterviewHelp *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_BAD_NETWORK);
}

/**
 * interview_help_get_text:
 *
 * Returns: (nullable) (transfer none): what they wrote last in the chat about it
 */
const char *
interview_help_get_text (InterviewHelp *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TEXT);
}

/**
 * interview_help_get_asked_at:
 *
 * Returns: since when they wait, microseconds since 1970 in UTC
 */
gint64
interview_help_get_asked_at (InterviewHelp *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_ASKED_AT);
}

/**
 * interview_help_get_candidate:
 *
 * Returns: (transfer none): who needs help
 */
InterviewParticipant *
interview_help_get_candidate (InterviewHelp *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP (self), NULL);

  return interview_record_get_record (INTERVIEW_RECORD (self), FIELD_CANDIDATE);
}

/**
 * interview_help_get_position_title:
 *
 * Returns: (transfer none): what the interview is for, in the language of the reader
 */
const char *
interview_help_get_position_title (InterviewHelp *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_POSITION_TITLE);
}

/**
 * interview_help_get_starts_at:
 *
 * Returns: when the interview begins, microseconds since 1970 in UTC
 */
gint64
interview_help_get_starts_at (InterviewHelp *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_STARTS_AT);
}

/**
 * interview_help_get_caller:
 *
 * Returns: (nullable) (transfer none): who of HR is in the video call about it now
 */
InterviewParticipant *
interview_help_get_caller (InterviewHelp *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP (self), NULL);

  return interview_record_get_record (INTERVIEW_RECORD (self), FIELD_CALLER);
}
