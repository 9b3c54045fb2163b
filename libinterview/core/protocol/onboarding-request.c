/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/onboarding-request.h"

#include "core/protocol/limits.h"

/*
 * InterviewOnboardingRequest says when and where somebody begins to work.
 */
enum
{
  FIELD_STARTS_AT,
  FIELD_TIME_ZONE,
  FIELD_PLACE,
  FIELD_BRING,
  FIELD_NOTE,
};

static const InterviewField fields[] = {
  [FIELD_STARTS_AT] = { "starts_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_TIME_ZONE] = { "time_zone", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_PLACE] = { "place", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_BRING] = { "bring", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_NOTE] = { "note", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_TEXT, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewOnboardingRequest, interview_onboarding_request)

/**
 * interview_onboarding_request_get_starts_at:
 *
 * Returns: when to be there, microseconds since 1970 in UTC
 */
gint64
interview_onboarding_request_get_starts_at (InterviewOnboardingRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ONBOARDING_REQUEST (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_STARTS_AT);
}

/**
 * interview_onboarding_request_get_time_zone:
 *
 * Returns: (transfer none): the zone of the place, as Asia/Shanghai
 */
const char *
interview_onboarding_request_get_time_zone (InterviewOnboardingRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ONBOARDING_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TIME_ZONE);
}

/**
 * interview_onboarding_request_get_place:
 *
 * Returns: (transfer none): where, in lines
 */
const char *
interview_onboarding_request_get_place (InterviewOnboardingRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ONBOARDING_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_PLACE);
}

/**
 * interview_onboarding_request_get_bring:
 *
 * Returns: (nullable) (transfer none): what to bring, in lines
 */
const char *
interview_onboarding_request_get_bring (InterviewOnboardingRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ONBOARDING_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_BRING);
}

/**
 * interview_onboarding_request_get_note:
 *
 * Returns: (nullable) (transfer none): what else there is to say
 */
const char *
interview_onboarding_request_get_note (InterviewOnboardingRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ONBOARDING_REQUEST (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_NOTE);
}
