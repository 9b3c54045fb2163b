/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * InterviewStandingDecision:
 *
 * What an HR admin can decide.
 *
 * @INTERVIEW_STANDING_DECISION_CONFIRM: the qualification is withdrawn, or the appeal refused
 * @INTERVIEW_STANDING_DECISION_REJECT: the proposal is refused
 * @INTERVIEW_STANDING_DECISION_REINSTATE: the qualification is given back
 */
typedef enum
{
  INTERVIEW_STANDING_DECISION_CONFIRM,
  INTERVIEW_STANDING_DECISION_REJECT,
  INTERVIEW_STANDING_DECISION_REINSTATE,
} InterviewStandingDecision;

#define INTERVIEW_TYPE_STANDING_DECISION (interview_standing_decision_get_type ())
GType interview_standing_decision_get_type (void);

#define INTERVIEW_TYPE_STANDING_REQUEST (interview_standing_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewStandingRequest,
                      interview_standing_request,
                      INTERVIEW,
                      STANDING_REQUEST,
                      InterviewRecord)

gint64 interview_standing_request_get_revision (InterviewStandingRequest *self);
InterviewStandingDecision interview_standing_request_get_decision (InterviewStandingRequest *self);
const char *interview_standing_request_get_reason (InterviewStandingRequest *self);

G_END_DECLS
