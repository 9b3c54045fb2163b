/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/resume.h"

#include "core/protocol/limits.h"

/*
 * InterviewResume is what a candidate says of themselves, in the candidate’s own language.
 */
enum
{
  FIELD_ID,
  FIELD_REVISION,
  FIELD_PERSON_ID,
  FIELD_HEADLINE,
  FIELD_SUMMARY,
  FIELD_BASICS,
  FIELD_EXPERIENCE,
  FIELD_EDUCATION,
  FIELD_SKILLS,
  FIELD_LANGUAGES,
  FIELD_ORIGINAL_BLOB_ID,
  FIELD_ORIGINAL_NAME,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_REVISION] = { "revision", INTERVIEW_FIELD_INTEGER, TRUE, 1, G_MAXINT32, NULL },
  [FIELD_PERSON_ID] = { "person_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_HEADLINE] = { "headline", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_SUMMARY] = { "summary", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_LONG_TEXT,
                      NULL },
  [FIELD_BASICS] = { "basics", INTERVIEW_FIELD_RECORDS, FALSE, 0, 50, interview_fact_get_type },
  [FIELD_EXPERIENCE] = { "experience", INTERVIEW_FIELD_RECORDS, FALSE, 0, 100,
                         interview_resume_entry_get_type },
  [FIELD_EDUCATION] = { "education", INTERVIEW_FIELD_RECORDS, FALSE, 0, 50,
                        interview_resume_entry_get_type },
  [FIELD_SKILLS] = { "skills", INTERVIEW_FIELD_STRINGS, FALSE, 0, 100, NULL },
  [FIELD_LANGUAGES] = { "languages", INTERVIEW_FIELD_STRINGS, FALSE, 0, 50, NULL },
  [FIELD_ORIGINAL_BLOB_ID] = { "original_blob_id", INTERVIEW_FIELD_ID, FALSE, 0, 0, NULL },
  [FIELD_ORIGINAL_NAME] = { "original_name", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME,
                            NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewResume, interview_resume)

/**
 * interview_resume_get_id:
 *
 * Returns: (transfer none): the identifier
 */
const char *
interview_resume_get_id (InterviewResume *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_resume_get_revision:
 *
 * Returns: the revision that an update must be based on
 */
gint64
interview_resume_get_revision (InterviewResume *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REVISION);
}

/**
 * interview_resume_get_person_id:
 *
 * Returns: (transfer none): the candidate
 */
const char *
interview_resume_get_person_id (InterviewResume *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_PERSON_ID);
}

/**
 * interview_resume_get_headline:
 *
 * Returns: (nullable) (transfer none): one line
 */
const char *
interview_resume_get_headline (InterviewResume *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_HEADLINE);
}

/**
 * interview_resume_get_summary:
 *
 * Returns: (nullable) (transfer none): some sentences
 */
const char *
interview_resume_get_summary (InterviewResume *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_SUMMARY);
}

/**
 * interview_resume_get_basics:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewFact): born, lives in and the like,
 *   in order
 */
GPtrArray *
interview_resume_get_basics (InterviewResume *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_BASICS);
}

/**
 * interview_resume_get_experience:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewResumeEntry): jobs, newest first
 */
GPtrArray *
interview_resume_get_experience (InterviewResume *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_EXPERIENCE);
}

/**
 * interview_resume_get_education:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewResumeEntry): schools, newest first
 */
GPtrArray *
interview_resume_get_education (InterviewResume *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_EDUCATION);
}

/**
 * interview_resume_get_skills:
 *
 * Returns: (transfer none) (array zero-terminated=1): skills
 */
const char *const *
interview_resume_get_skills (InterviewResume *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME (self), NULL);

  return interview_record_get_strings (INTERVIEW_RECORD (self), FIELD_SKILLS);
}

/**
 * interview_resume_get_languages:
 *
 * Returns: (transfer none) (array zero-terminated=1): languages
 */
const char *const *
interview_resume_get_languages (InterviewResume *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME (self), NULL);

  return interview_record_get_strings (INTERVIEW_RECORD (self), FIELD_LANGUAGES);
}

/**
 * interview_resume_get_original_blob_id:
 *
 * Returns: (nullable) (transfer none): the blob of the original file
 */
const char *
interview_resume_get_original_blob_id (InterviewResume *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ORIGINAL_BLOB_ID);
}

/**
 * interview_resume_get_original_name:
 *
 * Returns: (nullable) (transfer none): the original’s file name
 */
const char *
interview_resume_get_original_name (InterviewResume *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ORIGINAL_NAME);
}
