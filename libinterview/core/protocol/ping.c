/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/ping.h"

#include "core/protocol/limits.h"

/*
 * InterviewPing is the body of ping and of pong.
 */
enum
{
  FIELD_TOKEN,
};

static const InterviewField fields[] = {
  [FIELD_TOKEN] = { "token", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT64, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewPing, interview_ping)

/**
 * interview_ping_get_token:
 *
 * Returns: comes back in the pong
 */
gint64
interview_ping_get_token (InterviewPing *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PING (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_TOKEN);
}
