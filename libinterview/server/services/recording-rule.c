/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/recording-rule.h"

/*
 * When a recording may run. It runs while everybody who is in the room has agreed, and stands still
 * as soon as somebody is there who has not; one refusal or withdrawal ends it. Whoever has left
 * again keeps nobody from agreeing, but what they decided goes on counting. Pure.
 */

/**
 * interview_recording_rule_is_open:
 * @state: how far a recording is
 *
 * Returns: whether it runs or may still come to run
 */
gboolean
interview_recording_rule_is_open (InterviewRecordingState state)
{
  return state == INTERVIEW_RECORDING_STATE_ASKING || state == INTERVIEW_RECORDING_STATE_RUNNING;
}

static gboolean
has_decided (GPtrArray *consents, const char *person_id, InterviewConsentDecision decision)
{
  for (guint i = 0; i < consents->len; i++)
    {
      InterviewConsent *consent = g_ptr_array_index (consents, i);
      InterviewParticipant *person = interview_consent_get_person (consent);

      if (interview_consent_get_decision (consent) == decision &&
          (person_id == NULL ||
           g_strcmp0 (interview_participant_get_person_id (person), person_id) == 0))
        return TRUE;
    }
  return FALSE;
}

/**
 * interview_recording_rule_next:
 * @state: how far it is
 * @asked_by: the person whose program records
 * @visitor_ids: (element-type utf8): who is in the room now
 * @consents: (element-type InterviewConsent): the last decision of each person who decided
 * @room_over: whether the interview is over
 *
 * Returns: how far it is then
 */
InterviewRecordingState
interview_recording_rule_next (InterviewRecordingState state,
                               const char *asked_by,
                               GPtrArray *visitor_ids,
                               GPtrArray *consents,
                               gboolean room_over)
{
  gboolean recorder = FALSE, others = FALSE;

  if (has_decided (consents, NULL, INTERVIEW_CONSENT_DECISION_WITHDRAWN))
    return INTERVIEW_RECORDING_STATE_WITHDRAWN;
  if (!interview_recording_rule_is_open (state))
    return state;
  if (has_decided (consents, NULL, INTERVIEW_CONSENT_DECISION_REFUSED))
    return INTERVIEW_RECORDING_STATE_REFUSED;
  if (room_over)
    return INTERVIEW_RECORDING_STATE_STOPPED;

  for (guint i = 0; i < visitor_ids->len; i++)
    {
      const char *visitor_id = g_ptr_array_index (visitor_ids, i);

      if (!has_decided (consents, visitor_id, INTERVIEW_CONSENT_DECISION_GIVEN))
        return INTERVIEW_RECORDING_STATE_ASKING;
      if (g_strcmp0 (visitor_id, asked_by) == 0)
        recorder = TRUE;
      else
        others = TRUE;
    }
  return recorder && others ? INTERVIEW_RECORDING_STATE_RUNNING : state;
}
