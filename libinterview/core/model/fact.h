/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_FACT (interview_fact_get_type ())
G_DECLARE_FINAL_TYPE (InterviewFact, interview_fact, INTERVIEW, FACT, InterviewRecord)

const char *interview_fact_get_label (InterviewFact *self);
const char *interview_fact_get_value (InterviewFact *self);

G_END_DECLS
