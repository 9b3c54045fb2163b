/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/delivery-schedule.h"

/* RFC 5321, 4.5.4.1 asks for at least four or five days of attempts for mail between servers. This
 * is mail about appointments: who was not reached after two days is better asked by phone. */
#define FIRST_DELAY G_TIME_SPAN_MINUTE
#define LONGEST_DELAY (6 * G_TIME_SPAN_HOUR)
#define MAX_ATTEMPTS 16

/**
 * interview_delivery_schedule_next:
 * @attempts: how often it was tried by now, at least once
 * @now: microseconds since 1970 in UTC
 * @due_at: (out): when to try again
 *
 * Doubles the delay with each attempt: 1, 2, 4 ... minutes up to six hours, for some two days. A
 * pure function.
 *
 * Returns: whether to try again at all
 */
gboolean
interview_delivery_schedule_next (gint64 attempts, gint64 now, gint64 *due_at)
{
  gint64 delay = FIRST_DELAY;

  *due_at = now;
  if (attempts >= MAX_ATTEMPTS)
    return FALSE;
  for (gint64 i = 1; i < attempts && delay < LONGEST_DELAY; i++)
    delay *= 2;
  *due_at = now + MIN (delay, LONGEST_DELAY);
  return TRUE;
}
