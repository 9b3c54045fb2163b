/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/share-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewShareRequest is the body that begins to share a recording: what is going to be uploaded,
 * and for how long it is to be seen.
 */
enum
{
  FIELD_SIZE,
  FIELD_SHA256,
  FIELD_DAYS,
};

static const InterviewField fields[] = {
  [FIELD_SIZE] = { "size", INTERVIEW_FIELD_INTEGER, TRUE, 1, INTERVIEW_LIMIT_RECORDING, NULL },
  [FIELD_SHA256] = { "sha256", INTERVIEW_FIELD_STRING, TRUE, 64, 64, NULL },
  [FIELD_DAYS] = { "days", INTERVIEW_FIELD_INTEGER, TRUE, 1, 365, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewShareRequest, interview_share_request)

/**
 * interview_share_request_get_size:
 *
 * Returns: bytes of the file
 */
gint64
interview_share_request_get_size (InterviewShareRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHARE_REQUEST (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_SIZE);
}

/**
 * interview_share_request_get_sha256:
 *
 * Returns: (transfer none): the SHA-256 of the file in hexadecimal digits
 */
const char *
interview_share_request_get_sha256 (InterviewShareRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHARE_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SHA256);
}

/**
 * interview_share_request_get_days:
 *
 * Returns: for how many days the link is to work
 */
gint64
interview_share_request_get_days (InterviewShareRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SHARE_REQUEST (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_DAYS);
}
