/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/token-bucket.h"

#define SECOND ((gint64) G_USEC_PER_SEC)

/* Tokens a second, and how many there are room for. */
#define RATE 100
#define BURST 50

static guint
take_all (InterviewTokenBucket *bucket, double tokens)
{
  guint n = 0;

  while (interview_token_bucket_take (bucket, tokens))
    n++;

  return n;
}

/* It is full to begin with, and holds no more after however long. */
static void
test_burst (void)
{
  InterviewTokenBucket bucket = INTERVIEW_TOKEN_BUCKET_INIT;

  interview_token_bucket_fill (&bucket, RATE, BURST, 7 * SECOND);
  g_assert_cmpuint (take_all (&bucket, 10), ==, 5);
  interview_token_bucket_fill (&bucket, RATE, BURST, 900 * SECOND);
  g_assert_cmpuint (take_all (&bucket, 10), ==, 5);
}

/* However finely the time is cut, so much a second comes through. */
static void
test_rate (void)
{
  const gint64 steps[] = { SECOND / 1000, SECOND / 30, SECOND / 7, SECOND / 2 };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      InterviewTokenBucket bucket = INTERVIEW_TOKEN_BUCKET_INIT;
      guint n = 0;

      interview_token_bucket_fill (&bucket, RATE, BURST, 0);
      take_all (&bucket, 1);
      for (gint64 now = steps[i]; now <= 10 * SECOND; now += steps[i])
        {
          interview_token_bucket_fill (&bucket, RATE, BURST, now);
          n += take_all (&bucket, 1);
        }
      g_assert_cmpuint (n, >=, 10 * RATE - 10);
      g_assert_cmpuint (n, <=, 10 * RATE);
    }
}

/* What is refused costs nothing. */
static void
test_refused (void)
{
  InterviewTokenBucket bucket = INTERVIEW_TOKEN_BUCKET_INIT;

  interview_token_bucket_fill (&bucket, RATE, BURST, 0);
  g_assert_false (interview_token_bucket_take (&bucket, BURST + 1));
  g_assert_true (interview_token_bucket_take (&bucket, BURST));
  g_assert_false (interview_token_bucket_take (&bucket, 1));
}

/* What is borrowed is owed until it has come. */
static void
test_borrowed (void)
{
  InterviewTokenBucket bucket = INTERVIEW_TOKEN_BUCKET_INIT;

  interview_token_bucket_fill (&bucket, RATE, BURST, 0);
  g_assert_cmpfloat (interview_token_bucket_borrow (&bucket, BURST), ==, 0);
  g_assert_cmpfloat (interview_token_bucket_borrow (&bucket, 30), ==, 30);
  interview_token_bucket_fill (&bucket, RATE, BURST, SECOND / 10);
  g_assert_cmpfloat (interview_token_bucket_borrow (&bucket, 5), ==, 25);
  interview_token_bucket_fill (&bucket, RATE, BURST, SECOND);
  g_assert_cmpfloat (interview_token_bucket_borrow (&bucket, 0), ==, 0);
}

/* Tokens come at the rate of their time, and a clock that goes back takes and gives none. */
static void
test_changes (void)
{
  InterviewTokenBucket bucket = INTERVIEW_TOKEN_BUCKET_INIT;

  interview_token_bucket_fill (&bucket, RATE, BURST, SECOND);
  interview_token_bucket_borrow (&bucket, BURST);
  interview_token_bucket_fill (&bucket, 2 * RATE, BURST, SECOND + SECOND / 10);
  g_assert_cmpfloat (bucket.tokens, ==, 20);
  interview_token_bucket_fill (&bucket, RATE, BURST, 0);
  g_assert_cmpfloat (bucket.tokens, ==, 20);
  interview_token_bucket_fill (&bucket, RATE, BURST, SECOND / 10);
  g_assert_cmpfloat (bucket.tokens, ==, 30);
  interview_token_bucket_fill (&bucket, RATE, BURST / 5, SECOND / 10);
  g_assert_cmpfloat (bucket.tokens, ==, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/media/token-bucket/burst", test_burst);
  g_test_add_func ("/media/token-bucket/rate", test_rate);
  g_test_add_func ("/media/token-bucket/refused", test_refused);
  g_test_add_func ("/media/token-bucket/borrowed", test_borrowed);
  g_test_add_func ("/media/token-bucket/changes", test_changes);

  return g_test_run ();
}
