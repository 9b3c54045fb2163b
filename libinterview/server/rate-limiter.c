/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/rate-limiter.h"

#include <math.h>

#define SECONDS_PER_MINUTE 60.0

/* A flood from many addresses may fill the table; what is full again is forgotten first. */
#define MAX_KEYS 10000

/*
 * InterviewRateLimiter is a token bucket (Turner 1986) for each key: a minute's worth may come at
 * once, afterwards one at a time as the bucket fills. Safe to call from any thread.
 */
struct _InterviewRateLimiter
{
  GObject parent_instance;

  double capacity;
  GMutex mutex;
  GHashTable *buckets;
};

typedef struct
{
  double tokens;
  gint64 filled_at;
} Bucket;

G_DEFINE_FINAL_TYPE (InterviewRateLimiter, interview_rate_limiter, G_TYPE_OBJECT)

static void
interview_rate_limiter_finalize (GObject *object)
{
  InterviewRateLimiter *self = INTERVIEW_RATE_LIMITER (object);

  g_clear_pointer (&self->buckets, g_hash_table_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (interview_rate_limiter_parent_class)->finalize (object);
}

static void
interview_rate_limiter_class_init (InterviewRateLimiterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_rate_limiter_finalize;
}

static void
interview_rate_limiter_init (InterviewRateLimiter *self)
{
  g_mutex_init (&self->mutex);
  self->buckets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * interview_rate_limiter_new:
 * @per_minute: how often something may happen for one key, 0 for no limit
 *
 * Returns: (transfer full): a new limiter
 */
InterviewRateLimiter *
interview_rate_limiter_new (guint per_minute)
{
  InterviewRateLimiter *self = g_object_new (INTERVIEW_TYPE_RATE_LIMITER, NULL);

  self->capacity = per_minute;
  return self;
}

static void
fill (InterviewRateLimiter *self, Bucket *bucket, gint64 now)
{
  double passed = MAX (0, now - bucket->filled_at) / (double) G_USEC_PER_SEC;

  bucket->tokens =
      MIN (self->capacity, bucket->tokens + passed * self->capacity / SECONDS_PER_MINUTE);
  bucket->filled_at = now;
}

static gboolean
is_full (gpointer key, gpointer value, gpointer user_data)
{
  gpointer *closure = user_data;
  InterviewRateLimiter *self = closure[0];

  fill (self, value, *(gint64 *) closure[1]);
  return ((Bucket *) value)->tokens >= self->capacity;
}

/**
 * interview_rate_limiter_take:
 * @key: who does it
 * @now: microseconds of a clock that does not go back
 * @wait: (out): seconds until it may be tried again, set if it may not be done now
 *
 * Returns: whether it may be done now
 */
gboolean
interview_rate_limiter_take (InterviewRateLimiter *self, const char *key, gint64 now, guint *wait)
{
  g_autoptr (GMutexLocker) locker = NULL;
  Bucket *bucket;

  g_return_val_if_fail (INTERVIEW_IS_RATE_LIMITER (self), FALSE);

  if (self->capacity <= 0)
    return TRUE;

  locker = g_mutex_locker_new (&self->mutex);
  bucket = g_hash_table_lookup (self->buckets, key);
  if (bucket == NULL)
    {
      if (g_hash_table_size (self->buckets) >= MAX_KEYS)
        g_hash_table_foreach_remove (self->buckets, is_full, (gpointer[]){ self, &now });
      if (g_hash_table_size (self->buckets) >= MAX_KEYS)
        g_hash_table_remove_all (self->buckets);
      bucket = g_new0 (Bucket, 1);
      bucket->tokens = self->capacity;
      bucket->filled_at = now;
      g_hash_table_insert (self->buckets, g_strdup (key), bucket);
    }
  fill (self, bucket, now);
  if (bucket->tokens >= 1)
    {
      bucket->tokens -= 1;
      return TRUE;
    }
  *wait = (guint) ceil ((1 - bucket->tokens) * SECONDS_PER_MINUTE / self->capacity);
  return FALSE;
}
