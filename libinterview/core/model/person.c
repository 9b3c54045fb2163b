/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/person.h"

#include "core/protocol/limits.h"

/*
 * InterviewPerson is somebody who takes part: a candidate, a recruiter, an HR admin.
 */
G_DEFINE_ENUM_TYPE (InterviewRole,
                    interview_role,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROLE_CANDIDATE, "candidate"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROLE_RECRUITER, "recruiter"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_ROLE_HR_ADMIN, "hr-admin"))

enum
{
  FIELD_ID,
  FIELD_REVISION,
  FIELD_DISPLAY_NAME,
  FIELD_ROLE,
  FIELD_EMAIL,
  FIELD_PHONE,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_REVISION] = { "revision", INTERVIEW_FIELD_INTEGER, TRUE, 1, G_MAXINT32, NULL },
  [FIELD_DISPLAY_NAME] = { "display_name", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME,
                           NULL },
  [FIELD_ROLE] = { "role", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0, interview_role_get_type },
  [FIELD_EMAIL] = { "email", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_PHONE] = { "phone", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_PHONE, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewPerson, interview_person)

/**
 * interview_person_get_id:
 *
 * Returns: (transfer none): the identifier
 */
const char *
interview_person_get_id (InterviewPerson *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PERSON (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_person_get_revision:
 *
 * Returns: the revision that an update must be based on
 */
gint64
interview_person_get_revision (InterviewPerson *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PERSON (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REVISION);
}

/**
 * interview_person_get_display_name:
 *
 * Returns: (transfer none): the name as the person writes it
 */
const char *
interview_person_get_display_name (InterviewPerson *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PERSON (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_DISPLAY_NAME);
}

/**
 * interview_person_get_role:
 *
 * Returns: what the person is in this company
 */
InterviewRole
interview_person_get_role (InterviewPerson *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PERSON (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_ROLE);
}

/**
 * interview_person_get_email:
 *
 * Returns: (nullable) (transfer none): the e-mail address, where the reader may see it
 */
const char *
interview_person_get_email (InterviewPerson *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PERSON (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_EMAIL);
}

/**
 * interview_person_get_phone:
 *
 * Returns: (nullable) (transfer none): the telephone number, where the reader may see it
 */
const char *
interview_person_get_phone (InterviewPerson *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PERSON (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_PHONE);
}
