/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/consent.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CONSENT_REQUEST (interview_consent_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewConsentRequest,
                      interview_consent_request,
                      INTERVIEW,
                      CONSENT_REQUEST,
                      InterviewRecord)

InterviewConsentDecision interview_consent_request_get_decision (InterviewConsentRequest *self);
gint64 interview_consent_request_get_text_version (InterviewConsentRequest *self);
const char *interview_consent_request_get_language (InterviewConsentRequest *self);

G_END_DECLS
