/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/rating-series.h"

/**
 * interview_rating_series_new:
 * @recruiter_id: the recruiter
 * @display_name: their name
 *
 * Returns: (transfer full): a series without ratings
 */
InterviewRatingSeries *
interview_rating_series_new (const char *recruiter_id, const char *display_name)
{
  InterviewRatingSeries *self = g_new0 (InterviewRatingSeries, 1);

  self->recruiter_id = g_strdup (recruiter_id);
  self->display_name = g_strdup (display_name);
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/**
 * interview_rating_series_free:
 * @self: (transfer full): a series
 */
void
interview_rating_series_free (InterviewRatingSeries *self)
{
  g_free (self->recruiter_id);
  g_free (self->display_name);
  g_array_unref (self->values);
  g_array_unref (self->times);
  g_free (self);
}

/**
 * interview_rating_series_add:
 * @value: a rating, 0 ... 1
 * @received_at: when it was received; not before the last one
 */
void
interview_rating_series_add (InterviewRatingSeries *self, double value, gint64 received_at)
{
  g_array_append_val (self->values, value);
  g_array_append_val (self->times, received_at);
}
