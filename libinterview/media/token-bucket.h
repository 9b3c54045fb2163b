/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InterviewTokenBucket:
 * @tokens: how many are in it; below 0 while some are owed
 *
 * Lets through so much a second on average, and a burst at once (RFC 2697 describes such a meter).
 * What a token stands for is up to whoever takes them. To be begun with
 * %INTERVIEW_TOKEN_BUCKET_INIT, which is full.
 */
typedef struct
{
  double tokens;
  gint64 filled_at;
} InterviewTokenBucket;

#define INTERVIEW_TOKEN_BUCKET_INIT                                                                \
  {                                                                                                \
    G_MAXDOUBLE, G_MAXINT64                                                                        \
  }

void
interview_token_bucket_fill (InterviewTokenBucket *self, double rate, double burst, gint64 now);
gboolean interview_token_bucket_take (InterviewTokenBucket *self, double tokens);
double interview_token_bucket_borrow (InterviewTokenBucket *self, double tokens);

G_END_DECLS
