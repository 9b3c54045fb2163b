/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/standing.h"

#include "core/protocol/limits.h"

/*
 * InterviewStanding tells whether a recruiter may interview, and since when.
 */
G_DEFINE_ENUM_TYPE (InterviewStandingState,
                    interview_standing_state,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_STANDING_STATE_QUALIFIED, "qualified"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_STANDING_STATE_PROPOSED, "proposed"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_STANDING_STATE_CONTESTED, "contested"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_STANDING_STATE_WITHDRAWN, "withdrawn"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_STANDING_STATE_APPEALED, "appealed"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_STANDING_STATE_UPHELD, "upheld"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_STANDING_STATE_REINSTATED, "reinstated"))

enum
{
  FIELD_RECRUITER_ID,
  FIELD_REVISION,
  FIELD_STATE,
  FIELD_REASON,
  FIELD_CHANGED_AT,
};

static const InterviewField fields[] = {
  [FIELD_RECRUITER_ID] = { "recruiter_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_REVISION] = { "revision", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
  [FIELD_STATE] = { "state", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                    interview_standing_state_get_type },
  [FIELD_REASON] = { "reason", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_CHANGED_AT] = { "changed_at", INTERVIEW_FIELD_TIME, FALSE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewStanding, interview_standing)

/**
 * interview_standing_get_recruiter_id:
 *
 * Returns: (transfer none): the recruiter
 */
const char *
interview_standing_get_recruiter_id (InterviewStanding *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STANDING (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_RECRUITER_ID);
}

/**
 * interview_standing_get_revision:
 *
 * Returns: the revision that a decision must be based on
 */
gint64
interview_standing_get_revision (InterviewStanding *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STANDING (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REVISION);
}

/**
 * interview_standing_get_state:
 *
 * Returns: whether they may interview
 */
InterviewStandingState
interview_standing_get_state (InterviewStanding *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STANDING (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_STATE);
}

/**
 * interview_standing_get_reason:
 *
 * Returns: (nullable) (transfer none): what was said with the last change
 */
const char *
interview_standing_get_reason (InterviewStanding *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STANDING (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_REASON);
}

/**
 * interview_standing_get_changed_at:
 *
 * Returns: when it changed, microseconds since 1970 in UTC; 0 if never
 */
gint64
interview_standing_get_changed_at (InterviewStanding *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STANDING (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_CHANGED_AT);
}
