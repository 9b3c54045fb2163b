/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/consent-text.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CONSENT_EDITION (interview_consent_edition_get_type ())
G_DECLARE_FINAL_TYPE (InterviewConsentEdition,
                      interview_consent_edition,
                      INTERVIEW,
                      CONSENT_EDITION,
                      InterviewRecord)

gint64 interview_consent_edition_get_version (InterviewConsentEdition *self);
GPtrArray *interview_consent_edition_get_texts (InterviewConsentEdition *self);

G_END_DECLS
