/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/standing-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewStandingRequest is the body with which an HR admin decides about a recruiter's
 * qualification.
 */
G_DEFINE_ENUM_TYPE (InterviewStandingDecision,
                    interview_standing_decision,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_STANDING_DECISION_CONFIRM, "confirm"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_STANDING_DECISION_REJECT, "reject"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_STANDING_DECISION_REINSTATE, "reinstate"))

enum
{
  FIELD_REVISION,
  FIELD_DECISION,
  FIELD_REASON,
};

static const InterviewField fields[] = {
  [FIELD_REVISION] = { "revision", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
  [FIELD_DECISION] = { "decision", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                       interview_standing_decision_get_type },
  [FIELD_REASON] = { "reason", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_TEXT, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewStandingRequest, interview_standing_request)

/**
 * interview_standing_request_get_revision:
 *
 * Returns: the revision that the decision is based on
 */
gint64
interview_standing_request_get_revision (InterviewStandingRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STANDING_REQUEST (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REVISION);
}

/**
 * interview_standing_request_get_decision:
 *
 * Returns: what is decided
 */
InterviewStandingDecision
interview_standing_request_get_decision (InterviewStandingRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STANDING_REQUEST (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_DECISION);
}

/**
 * interview_standing_request_get_reason:
 *
 * Returns: (transfer none): why
 */
const char *
interview_standing_request_get_reason (InterviewStandingRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_STANDING_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_REASON);
}
