/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/participant.h"

#include "core/protocol/limits.h"

/*
 * InterviewParticipant is a person’s part in a room, without contact details.
 */
enum
{
  FIELD_PERSON_ID,
  FIELD_DISPLAY_NAME,
  FIELD_ROLE,
};

static const InterviewField fields[] = {
  [FIELD_PERSON_ID] = { "person_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_DISPLAY_NAME] = { "display_name", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME,
                           NULL },
  [FIELD_ROLE] = { "role", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_role_get_type },
};

INTERVIEW_DEFINE_RECORD (InterviewParticipant, interview_participant)

/**
 * interview_participant_get_person_id:
 *
 * Returns: (transfer none): the person
 */
const char *
interview_participant_get_person_id (InterviewParticipant *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PARTICIPANT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_PERSON_ID);
}

/**
 * interview_participant_get_display_name:
 *
 * Returns: (transfer none): the name as the person writes it
 */
const char *
interview_participant_get_display_name (InterviewParticipant *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PARTICIPANT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_DISPLAY_NAME);
}

/**
 * interview_participant_get_role:
 *
 * Returns: what the person is in this room
 */
InterviewRole
interview_participant_get_role (InterviewParticipant *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PARTICIPANT (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_ROLE);
}
