/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/fact.h"

#include "core/protocol/limits.h"

/*
 * InterviewFact is a labelled line of a profile or of a resume: “Founded”, “2014”.
 */
enum
{
  FIELD_LABEL,
  FIELD_VALUE,
};

static const InterviewField fields[] = {
  [FIELD_LABEL] = { "label", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_VALUE] = { "value", INTERVIEW_FIELD_STRING, TRUE, 0, INTERVIEW_LIMIT_TEXT, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewFact, interview_fact)

/**
 * interview_fact_get_label:
 *
 * Returns: (transfer none): what it is
 */
const char *
interview_fact_get_label (InterviewFact *self)
{
  g_return_val_if_fail (INTERVIEW_IS_FACT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_LABEL);
}

/**
 * interview_fact_get_value:
 *
 * Returns: (transfer none): its value
 */
const char *
interview_fact_get_value (InterviewFact *self)
{
  g_return_val_if_fail (INTERVIEW_IS_FACT (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_VALUE);
}
