/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/token-bucket.h"

/**
 * interview_token_bucket_fill:
 * @rate: tokens a second since the last call
 * @burst: how many it holds
 * @now: microseconds
 *
 * Puts in what has come together since the last call; nothing if the clock went back.
 */
void
interview_token_bucket_fill (InterviewTokenBucket *self, double rate, double burst, gint64 now)
{
  g_return_if_fail (self != NULL);

  if (now > self->filled_at)
    self->tokens += rate * (now - self->filled_at) / G_USEC_PER_SEC;
  self->tokens = MIN (self->tokens, burst);
  self->filled_at = now;
}

/**
 * interview_token_bucket_take:
 * @tokens: how many
 *
 * Returns: whether there were so many; otherwise none was taken
 */
gboolean
interview_token_bucket_take (InterviewTokenBucket *self, double tokens)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->tokens < tokens)
    return FALSE;
  self->tokens -= tokens;

  return TRUE;
}

/**
 * interview_token_bucket_borrow:
 * @tokens: how many
 *
 * Takes them whether they are there or not.
 *
 * Returns: how many are owed: whoever waits until so many more have come keeps to the rate
 */
double
interview_token_bucket_borrow (InterviewTokenBucket *self, double tokens)
{
  g_return_val_if_fail (self != NULL, 0);

  self->tokens -= tokens;

  return MAX (-self->tokens, 0);
}
