/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RATE_LIMITER (interview_rate_limiter_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRateLimiter,
                      interview_rate_limiter,
                      INTERVIEW,
                      RATE_LIMITER,
                      GObject)

InterviewRateLimiter *interview_rate_limiter_new (guint per_minute);
gboolean
interview_rate_limiter_take (InterviewRateLimiter *self, const char *key, gint64 now, guint *wait);

G_END_DECLS
