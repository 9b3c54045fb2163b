/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/hello.h"

#include "core/protocol/limits.h"

/*
 * InterviewHello is the first message of a program on the event socket.
 */
enum
{
  FIELD_INSTANCE,
  FIELD_LAST_SEQUENCE,
};

static const InterviewField fields[] = {
  [FIELD_INSTANCE] = { "instance", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_LAST_SEQUENCE] = { "last_sequence", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT64, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewHello, interview_hello)

/**
 * interview_hello_get_instance:
 *
 * Returns: (transfer none): this run of the program; stays the same when the socket is opened again
 */
const char *
interview_hello_get_instance (InterviewHello *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELLO (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_INSTANCE);
}

/**
 * interview_hello_get_last_sequence:
 *
 * Returns: the last event that the program saw, 0 for none
 */
gint64
interview_hello_get_last_sequence (InterviewHello *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELLO (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_LAST_SEQUENCE);
}
