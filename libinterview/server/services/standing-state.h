/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/standing.h"

G_BEGIN_DECLS

/**
 * InterviewStandingHappening:
 *
 * What can happen to a recruiter's qualification. The first three come from their ratings, the
 * others from people.
 *
 * @INTERVIEW_STANDING_HAPPENING_PROPOSE: the ratings are too low and an HR admin is to decide
 * @INTERVIEW_STANDING_HAPPENING_WITHDRAW: the ratings are too low and the policy decides
 * @INTERVIEW_STANDING_HAPPENING_RECOVER: the ratings are not too low
 * @INTERVIEW_STANDING_HAPPENING_CONFIRM: an HR admin withdraws it, or refuses the appeal
 * @INTERVIEW_STANDING_HAPPENING_REJECT: an HR admin refuses the proposal
 * @INTERVIEW_STANDING_HAPPENING_APPEAL: the recruiter objects
 * @INTERVIEW_STANDING_HAPPENING_REINSTATE: an HR admin gives it back
 */
typedef enum
{
  INTERVIEW_STANDING_HAPPENING_PROPOSE,
  INTERVIEW_STANDING_HAPPENING_WITHDRAW,
  INTERVIEW_STANDING_HAPPENING_RECOVER,
  INTERVIEW_STANDING_HAPPENING_CONFIRM,
  INTERVIEW_STANDING_HAPPENING_REJECT,
  INTERVIEW_STANDING_HAPPENING_APPEAL,
  INTERVIEW_STANDING_HAPPENING_REINSTATE,
  INTERVIEW_N_STANDING_HAPPENINGS,
} InterviewStandingHappening;

InterviewStandingState interview_standing_state_next (InterviewStandingState state,
                                                      InterviewStandingHappening happening);
gboolean interview_standing_state_works (InterviewStandingState state);

G_END_DECLS
