/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/backoff.h"

/**
 * interview_backoff_delay:
 * @attempt: how many attempts have failed, 1 for the first time
 * @first: milliseconds, the longest delay after the first failure
 * @longest: milliseconds, the longest delay ever
 * @random: in [0, 1)
 *
 * Exponential backoff with “equal jitter”: half of the doubled delay is fixed, so that nobody
 * hammers, and half is random, so that many programs which lost the same server do not come back
 * in step. See https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/.
 *
 * Returns: milliseconds to wait before the next attempt, in [first / 2, longest]
 */
guint
interview_backoff_delay (guint attempt, guint first, guint longest, double random)
{
  guint64 ceiling = first;

  for (guint i = 1; i < attempt && ceiling < longest; i++)
    ceiling *= 2;
  ceiling = MIN (ceiling, longest);
  return (guint) (ceiling / 2 + (guint64) ((double) (ceiling - ceiling / 2) * random));
}
