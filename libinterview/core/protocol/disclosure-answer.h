/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/disclosed-text.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_DISCLOSURE_ANSWER (interview_disclosure_answer_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDisclosureAnswer,
                      interview_disclosure_answer,
                      INTERVIEW,
                      DISCLOSURE_ANSWER,
                      InterviewRecord)

gboolean interview_disclosure_answer_get_agreed (InterviewDisclosureAnswer *self);
gboolean interview_disclosure_answer_get_keep (InterviewDisclosureAnswer *self);
InterviewDisclosedText *interview_disclosure_answer_get_contents (InterviewDisclosureAnswer *self);

G_END_DECLS
