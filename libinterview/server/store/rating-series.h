/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InterviewRatingSeries:
 * @values: (element-type double): their ratings from 0, the worst, to 1, the best, in the order
 *   in which they were received
 * @times: (element-type gint64): when each was received, microseconds since 1970 in UTC
 *
 * What candidates said of one recruiter.
 */
typedef struct
{
  char *recruiter_id;
  char *display_name;
  GArray *values;
  GArray *times;
} InterviewRatingSeries;

InterviewRatingSeries *interview_rating_series_new (const char *recruiter_id,
                                                    const char *display_name);
void interview_rating_series_free (InterviewRatingSeries *self);
void interview_rating_series_add (InterviewRatingSeries *self, double value, gint64 received_at);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewRatingSeries, interview_rating_series_free)

G_END_DECLS
