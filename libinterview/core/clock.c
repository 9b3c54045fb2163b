/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/clock.h"

#include <string.h>

/*
 * InterviewClock says what time it is, in microseconds since 1970 in UTC. The system's clock in
 * the programs; one that stands still until it is moved where a test needs to reach an expiry.
 * Safe to read from any thread.
 */
struct _InterviewClock
{
  GObject parent_instance;

  gboolean fixed;
  GMutex mutex;
  gint64 now;
};

G_DEFINE_FINAL_TYPE (InterviewClock, interview_clock, G_TYPE_OBJECT)

static void
interview_clock_finalize (GObject *object)
{
  InterviewClock *self = INTERVIEW_CLOCK (object);

  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (interview_clock_parent_class)->finalize (object);
}

static void
interview_clock_class_init (InterviewClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_clock_finalize;
}

static void
interview_clock_init (InterviewClock *self)
{
  g_mutex_init (&self->mutex);
}

/**
 * interview_clock_new_system:
 *
 * Returns: (transfer full): the clock of the machine
 */
InterviewClock *
interview_clock_new_system (void)
{
  return g_object_new (INTERVIEW_TYPE_CLOCK, NULL);
}

/**
 * interview_clock_new_fixed:
 * @now: microseconds since 1970, UTC
 *
 * Returns: (transfer full): a clock that shows @now until interview_clock_advance()
 */
InterviewClock *
interview_clock_new_fixed (gint64 now)
{
  InterviewClock *self = interview_clock_new_system ();

  self->fixed = TRUE;
  self->now = now;
  return self;
}

/**
 * interview_clock_now:
 *
 * Returns: microseconds since 1970, UTC
 */
gint64
interview_clock_now (InterviewClock *self)
{
  gint64 now;

  g_return_val_if_fail (INTERVIEW_IS_CLOCK (self), 0);

  if (!self->fixed)
    return g_get_real_time ();

  g_mutex_lock (&self->mutex);
  now = self->now;
  g_mutex_unlock (&self->mutex);
  return now;
}

/**
 * interview_clock_advance:
 * @microseconds: how far to move a fixed clock
 */
void
interview_clock_advance (InterviewClock *self, gint64 microseconds)
{
  g_return_if_fail (INTERVIEW_IS_CLOCK (self));
  g_return_if_fail (self->fixed);

  g_mutex_lock (&self->mutex);
  self->now += microseconds;
  g_mutex_unlock (&self->mutex);
}

/**
 * interview_time_format:
 * @time: microseconds since 1970, UTC
 *
 * Returns: (transfer full): RFC 3339 in UTC with microseconds
 */
char *
interview_time_format (gint64 time)
{
  gint64 seconds = time / G_USEC_PER_SEC;
  gint64 rest = time % G_USEC_PER_SEC;
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *text = NULL;

  if (rest < 0)
    {
      rest += G_USEC_PER_SEC;
      seconds--;
    }
  date = g_date_time_new_from_unix_utc (seconds);
  g_return_val_if_fail (date != NULL, NULL);
  text = g_date_time_format (date, "%Y-%m-%dT%H:%M:%S");
  return g_strdup_printf ("%s.%06dZ", text, (int) rest);
}

/**
 * interview_time_parse:
 * @text: (nullable): RFC 3339 with a zone, from outside
 * @time: (out): microseconds since 1970, UTC
 *
 * Returns: %FALSE if the text is not a time with a zone
 */
gboolean
interview_time_parse (const char *text, gint64 *time)
{
  g_autoptr (GDateTime) date = NULL;

  if (text == NULL || strlen (text) > 40 || strchr (text, 'T') == NULL)
    return FALSE;
  date = g_date_time_new_from_iso8601 (text, NULL);
  /* Years of fewer digits are written without zeros before them, which is no RFC 3339. */
  if (date == NULL || g_date_time_get_year (date) < 1000)
    return FALSE;
  *time = g_date_time_to_unix (date) * G_USEC_PER_SEC + g_date_time_get_microsecond (date);
  return TRUE;
}
