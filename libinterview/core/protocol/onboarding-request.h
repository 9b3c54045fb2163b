/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ONBOARDING_REQUEST (interview_onboarding_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewOnboardingRequest,
                      interview_onboarding_request,
                      INTERVIEW,
                      ONBOARDING_REQUEST,
                      InterviewRecord)

gint64 interview_onboarding_request_get_starts_at (InterviewOnboardingRequest *self);
const char *interview_onboarding_request_get_time_zone (InterviewOnboardingRequest *self);
const char *interview_onboarding_request_get_place (InterviewOnboardingRequest *self);
const char *interview_onboarding_request_get_bring (InterviewOnboardingRequest *self);
const char *interview_onboarding_request_get_note (InterviewOnboardingRequest *self);

G_END_DECLS
