/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * InterviewStandingState:
 *
 * Whether a recruiter may interview.
 *
 * @INTERVIEW_STANDING_STATE_QUALIFIED: yes
 * @INTERVIEW_STANDING_STATE_PROPOSED: yes, until an HR admin decides on the proposal to withdraw it
 * @INTERVIEW_STANDING_STATE_CONTESTED: the same, and the recruiter has objected
 * @INTERVIEW_STANDING_STATE_WITHDRAWN: no
 * @INTERVIEW_STANDING_STATE_APPEALED: no, and the recruiter has asked for another decision
 * @INTERVIEW_STANDING_STATE_UPHELD: no, after the appeal was heard
 * @INTERVIEW_STANDING_STATE_REINSTATED: yes again; only what is said from then on is judged
 */
typedef enum
{
  INTERVIEW_STANDING_STATE_QUALIFIED,
  INTERVIEW_STANDING_STATE_PROPOSED,
  INTERVIEW_STANDING_STATE_CONTESTED,
  INTERVIEW_STANDING_STATE_WITHDRAWN,
  INTERVIEW_STANDING_STATE_APPEALED,
  INTERVIEW_STANDING_STATE_UPHELD,
  INTERVIEW_STANDING_STATE_REINSTATED,
} InterviewStandingState;

#define INTERVIEW_TYPE_STANDING_STATE (interview_standing_state_get_type ())
GType interview_standing_state_get_type (void);

#define INTERVIEW_TYPE_STANDING (interview_standing_get_type ())
G_DECLARE_FINAL_TYPE (InterviewStanding, interview_standing, INTERVIEW, STANDING, InterviewRecord)

const char *interview_standing_get_recruiter_id (InterviewStanding *self);
gint64 interview_standing_get_revision (InterviewStanding *self);
InterviewStandingState interview_standing_get_state (InterviewStanding *self);
const char *interview_standing_get_reason (InterviewStanding *self);
gint64 interview_standing_get_changed_at (InterviewStanding *self);

G_END_DECLS
