/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/invitation.h"

#include "core/protocol/limits.h"

/*
 * InterviewInvitation lets a candidate into one room.
 */
G_DEFINE_ENUM_TYPE (InterviewInvitationState,
                    interview_invitation_state,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_INVITATION_STATE_ACTIVE, "active"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_INVITATION_STATE_USED, "used"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_INVITATION_STATE_REVOKED, "revoked"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_INVITATION_STATE_EXPIRED, "expired"))

enum
{
  FIELD_ID,
  FIELD_STATE,
  FIELD_CODE,
  FIELD_LINK,
  FIELD_EXPIRES_AT,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_STATE] = { "state", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                    interview_invitation_state_get_type },
  [FIELD_CODE] = { "code", INTERVIEW_FIELD_STRING, FALSE, 0, 64, NULL },
  [FIELD_LINK] = { "link", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_EXPIRES_AT] = { "expires_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewInvitation, interview_invitation)

/**
 * interview_invitation_get_id:
 *
 * Returns: (transfer none): the identifier
 */
const char *
interview_invitation_get_id (InterviewInvitation *self)
{
  g_return_val_if_fail (INTERVIEW_IS_INVITATION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_invitation_get_state:
 *
 * Returns: whether it can be used
 */
InterviewInvitationState
interview_invitation_get_state (InterviewInvitation *self)
{
  g_return_val_if_fail (INTERVIEW_IS_INVITATION (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_STATE);
}

/**
 * interview_invitation_get_code:
 *
 * Returns: (nullable) (transfer none): the secret code; only in the answer that made it
 */
const char *
interview_invitation_get_code (InterviewInvitation *self)
{
  g_return_val_if_fail (INTERVIEW_IS_INVITATION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CODE);
}

/**
 * interview_invitation_get_link:
 *
 * Returns: (nullable) (transfer none): the link with the code; only in the answer that made it
 */
const char *
interview_invitation_get_link (InterviewInvitation *self)
{
  g_return_val_if_fail (INTERVIEW_IS_INVITATION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_LINK);
}

/**
 * interview_invitation_get_expires_at:
 *
 * Returns: until when it can be used, microseconds since 1970 in UTC
 */
gint64
interview_invitation_get_expires_at (InterviewInvitation *self)
{
  g_return_val_if_fail (INTERVIEW_IS_INVITATION (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_EXPIRES_AT);
}
