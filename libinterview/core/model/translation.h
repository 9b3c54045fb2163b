/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_TRANSLATION (interview_translation_get_type ())
G_DECLARE_FINAL_TYPE (InterviewTranslation,
                      interview_translation,
                      INTERVIEW,
                      TRANSLATION,
                      InterviewRecord)

const char *interview_translation_get_language (InterviewTranslation *self);
const char *interview_translation_get_text (InterviewTranslation *self);

G_END_DECLS
