/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/entrance-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewEntranceRequest is the body that admits a candidate, sends them back to the lobby, or
 * denies them the room. It says what the recruiter had seen, so that of two who decide differently
 * at once the second is told.
 */
enum
{
  FIELD_SEEN,
  FIELD_ENTRANCE,
  FIELD_REASON,
};

static const InterviewField fields[] = {
  [FIELD_SEEN] = { "seen", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_room_entrance_get_type },
  [FIELD_ENTRANCE] = { "entrance", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                       interview_room_entrance_get_type },
  [FIELD_REASON] = { "reason", INTERVIEW_FIELD_STRING, FALSE, 1, INTERVIEW_LIMIT_TEXT, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewEntranceRequest, interview_entrance_request)

/**
 * interview_entrance_request_get_seen:
 *
 * Returns: what the decision is based on
 */
InterviewRoomEntrance
interview_entrance_request_get_seen (InterviewEntranceRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ENTRANCE_REQUEST (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_SEEN);
}

/**
 * interview_entrance_request_get_entrance:
 *
 * Returns: what is decided
 */
InterviewRoomEntrance
interview_entrance_request_get_entrance (InterviewEntranceRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ENTRANCE_REQUEST (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_ENTRANCE);
}

/**
 * interview_entrance_request_get_reason:
 *
 * Returns: (nullable) (transfer none): why somebody is denied, in words for them
 */
const char *
interview_entrance_request_get_reason (InterviewEntranceRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ENTRANCE_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_REASON);
}
