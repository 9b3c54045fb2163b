/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/recruiter-skill.h"

/*
 * InterviewRecruiterSkill names the positions that a recruiter can interview for.
 */
enum
{
  FIELD_RECRUITER_ID,
  FIELD_POSITION_IDS,
};

static const InterviewField fields[] = {
  [FIELD_RECRUITER_ID] = { "recruiter_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_POSITION_IDS] = { "position_ids", INTERVIEW_FIELD_STRINGS, TRUE, 1, 100, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewRecruiterSkill, interview_recruiter_skill)

/**
 * interview_recruiter_skill_get_recruiter_id:
 *
 * Returns: (transfer none): the recruiter
 */
const char *
interview_recruiter_skill_get_recruiter_id (InterviewRecruiterSkill *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECRUITER_SKILL (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_RECRUITER_ID);
}

/**
 * interview_recruiter_skill_get_position_ids:
 *
 * Returns: (transfer none) (array zero-terminated=1): identifiers of the positions
 */
const char *const *
interview_recruiter_skill_get_position_ids (InterviewRecruiterSkill *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RECRUITER_SKILL (self), NULL);

  return interview_record_get_strings (INTERVIEW_RECORD (self), FIELD_POSITION_IDS);
}
