/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_DISCLOSED_TEXT (interview_disclosed_text_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDisclosedText,
                      interview_disclosed_text,
                      INTERVIEW,
                      DISCLOSED_TEXT,
                      InterviewRecord)

const char *interview_disclosed_text_get_headline (InterviewDisclosedText *self);
const char *interview_disclosed_text_get_text (InterviewDisclosedText *self);
const char *const *interview_disclosed_text_get_items (InterviewDisclosedText *self);

G_END_DECLS
