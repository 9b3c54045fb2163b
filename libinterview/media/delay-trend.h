/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/packet-report.h"

G_BEGIN_DECLS

/**
 * InterviewDelaySignal:
 * @INTERVIEW_DELAY_SIGNAL_NORMAL: packets take as long as before
 * @INTERVIEW_DELAY_SIGNAL_OVERUSE: they take longer and longer: a queue fills
 * @INTERVIEW_DELAY_SIGNAL_UNDERUSE: they take less: a queue drains
 */
typedef enum
{
  INTERVIEW_DELAY_SIGNAL_NORMAL,
  INTERVIEW_DELAY_SIGNAL_OVERUSE,
  INTERVIEW_DELAY_SIGNAL_UNDERUSE,
} InterviewDelaySignal;

typedef struct _InterviewDelayTrend InterviewDelayTrend;

InterviewDelayTrend *interview_delay_trend_new (void);
void interview_delay_trend_free (InterviewDelayTrend *self);
InterviewDelaySignal interview_delay_trend_add (InterviewDelayTrend *self,
                                                const InterviewPacketReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewDelayTrend, interview_delay_trend_free)

G_END_DECLS
