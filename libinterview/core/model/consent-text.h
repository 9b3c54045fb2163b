/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CONSENT_TEXT (interview_consent_text_get_type ())
G_DECLARE_FINAL_TYPE (InterviewConsentText,
                      interview_consent_text,
                      INTERVIEW,
                      CONSENT_TEXT,
                      InterviewRecord)

gint64 interview_consent_text_get_version (InterviewConsentText *self);
const char *interview_consent_text_get_language (InterviewConsentText *self);
const char *interview_consent_text_get_text (InterviewConsentText *self);

G_END_DECLS
