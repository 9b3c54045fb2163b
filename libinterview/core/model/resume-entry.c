/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/resume-entry.h"

#include "core/protocol/limits.h"

/*
 * InterviewResumeEntry is one station of a resume: a job or a school.
 */
enum
{
  FIELD_TITLE,
  FIELD_ORGANISATION,
  FIELD_PERIOD,
  FIELD_DESCRIPTION,
};

static const InterviewField fields[] = {
  [FIELD_TITLE] = { "title", INTERVIEW_FIELD_STRING, TRUE, 0, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_ORGANISATION] = { "organisation", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME,
                           NULL },
  [FIELD_PERIOD] = { "period", INTERVIEW_FIELD_STRING, FALSE, 0, 100, NULL },
  [FIELD_DESCRIPTION] = { "description", INTERVIEW_FIELD_STRING, FALSE, 0,
                          INTERVIEW_LIMIT_LONG_TEXT, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewResumeEntry, interview_resume_entry)

/**
 * interview_resume_entry_get_title:
 *
 * Returns: (transfer none): the job or the degree
 */
const char *
interview_resume_entry_get_title (InterviewResumeEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME_ENTRY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TITLE);
}

/**
 * interview_resume_entry_get_organisation:
 *
 * Returns: (nullable) (transfer none): the company or the school
 */
const char *
interview_resume_entry_get_organisation (InterviewResumeEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME_ENTRY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ORGANISATION);
}

/**
 * interview_resume_entry_get_period:
 *
 * Returns: (nullable) (transfer none): from when to when, as written
 */
const char *
interview_resume_entry_get_period (InterviewResumeEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME_ENTRY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_PERIOD);
}

/**
 * interview_resume_entry_get_description:
 *
 * Returns: (nullable) (transfer none): what was done there
 */
const char *
interview_resume_entry_get_description (InterviewResumeEntry *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME_ENTRY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_DESCRIPTION);
}
