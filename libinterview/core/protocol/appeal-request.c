/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/appeal-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewAppealRequest is the body with which a recruiter objects.
 */
enum
{
  FIELD_REVISION,
  FIELD_REASON,
};

static const InterviewField fields[] = {
  [FIELD_REVISION] = { "revision", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
  [FIELD_REASON] = { "reason", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_TEXT, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewAppealRequest, interview_appeal_request)

/**
 * interview_appeal_request_get_revision:
 *
 * Returns: the revision that they object to
 */
gint64
interview_appeal_request_get_revision (InterviewAppealRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_APPEAL_REQUEST (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REVISION);
}

/**
 * interview_appeal_request_get_reason:
 *
 * Returns: (transfer none): why
 */
const char *
interview_appeal_request_get_reason (InterviewAppealRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_APPEAL_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_REASON);
}
