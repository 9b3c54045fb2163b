/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InterviewLinkPace:
 * @next_attempt: when a link may be tried again
 * @pause: after the next attempt
 * @patience: how long a link may take to stand
 * @doubted: when there was last a reason to doubt that links work; 0 for never
 *
 * How fast links follow one another. Microseconds, all times monotonic.
 */
typedef struct
{
  gint64 next_attempt;
  gint64 pause;
  gint64 patience;
  gint64 doubted;
} InterviewLinkPace;

void interview_link_pace_reset (InterviewLinkPace *self);
void interview_link_pace_hurry (InterviewLinkPace *self);
void interview_link_pace_doubt (InterviewLinkPace *self, gint64 now);
gboolean interview_link_pace_begin (InterviewLinkPace *self, gint64 now);
void interview_link_pace_fail (InterviewLinkPace *self);
gboolean interview_link_pace_is_late (const InterviewLinkPace *self, gint64 now, gint64 created);
gboolean
interview_link_pace_is_silent (const InterviewLinkPace *self, gint64 now, gint64 last_packet);

G_END_DECLS
