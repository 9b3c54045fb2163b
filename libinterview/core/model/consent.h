/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/participant.h"

G_BEGIN_DECLS

/**
 * InterviewConsentDecision:
 * @INTERVIEW_CONSENT_DECISION_GIVEN: they agree
 * @INTERVIEW_CONSENT_DECISION_REFUSED: they do not
 * @INTERVIEW_CONSENT_DECISION_WITHDRAWN: they had agreed, and take it back
 *
 * What somebody decides about a recording.
 */
typedef enum
{
  INTERVIEW_CONSENT_DECISION_GIVEN,
  INTERVIEW_CONSENT_DECISION_REFUSED,
  INTERVIEW_CONSENT_DECISION_WITHDRAWN,
} InterviewConsentDecision;

#define INTERVIEW_TYPE_CONSENT_DECISION (interview_consent_decision_get_type ())
GType interview_consent_decision_get_type (void);

/**
 * InterviewRecordingScope:
 * @INTERVIEW_RECORDING_SCOPE_PRIVATE: for whoever asked; it stays on their machine
 * @INTERVIEW_RECORDING_SCOPE_HIRING: for those in the company who decide on the application; it may
 * be put on the server and shown by a link
 *
 * What a recording may be used for.
 */
typedef enum
{
  INTERVIEW_RECORDING_SCOPE_PRIVATE,
  INTERVIEW_RECORDING_SCOPE_HIRING,
} InterviewRecordingScope;

#define INTERVIEW_TYPE_RECORDING_SCOPE (interview_recording_scope_get_type ())
GType interview_recording_scope_get_type (void);

#define INTERVIEW_TYPE_CONSENT (interview_consent_get_type ())
G_DECLARE_FINAL_TYPE (InterviewConsent, interview_consent, INTERVIEW, CONSENT, InterviewRecord)

const char *interview_consent_get_recording_id (InterviewConsent *self);
const char *interview_consent_get_room_id (InterviewConsent *self);
InterviewParticipant *interview_consent_get_person (InterviewConsent *self);
InterviewConsentDecision interview_consent_get_decision (InterviewConsent *self);
InterviewRecordingScope interview_consent_get_scope (InterviewConsent *self);
gint64 interview_consent_get_text_version (InterviewConsent *self);
const char *interview_consent_get_language (InterviewConsent *self);
gint64 interview_consent_get_at (InterviewConsent *self);

G_END_DECLS
