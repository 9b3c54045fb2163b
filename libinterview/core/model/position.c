/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/position.h"

#include "core/protocol/limits.h"

/*
 * InterviewPosition is a job that a company fills.
 */
enum
{
  FIELD_ID,
  FIELD_REVISION,
  FIELD_TITLE,
  FIELD_DEPARTMENT,
  FIELD_LOCATION,
  FIELD_DESCRIPTION,
  FIELD_REQUIREMENTS,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_REVISION] = { "revision", INTERVIEW_FIELD_INTEGER, TRUE, 1, G_MAXINT32, NULL },
  [FIELD_TITLE] = { "title", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_DEPARTMENT] = { "department", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME,
                         NULL },
  [FIELD_LOCATION] = { "location", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_DESCRIPTION] = { "description", INTERVIEW_FIELD_STRING, FALSE, 0,
                          INTERVIEW_LIMIT_LONG_TEXT, NULL },
  [FIELD_REQUIREMENTS] = { "requirements", INTERVIEW_FIELD_STRINGS, FALSE, 0, 50, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewPosition, interview_position)

/**
 * interview_position_get_id:
 *
 * Returns: (transfer none): the identifier
 */
const char *
interview_position_get_id (InterviewPosition *self)
{
  g_return_val_if_fail (INTERVIEW_IS_POSITION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_position_get_revision:
 *
 * Returns: the revision that an update must be based on
 */
gint64
interview_position_get_revision (InterviewPosition *self)
{
  g_return_val_if_fail (INTERVIEW_IS_POSITION (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REVISION);
}

/**
 * interview_position_get_title:
 *
 * Returns: (transfer none): the title
 */
const char *
interview_position_get_title (InterviewPosition *self)
{
  g_return_val_if_fail (INTERVIEW_IS_POSITION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TITLE);
}

/**
 * interview_position_get_department:
 *
 * Returns: (nullable) (transfer none): the department
 */
const char *
interview_position_get_department (InterviewPosition *self)
{
  g_return_val_if_fail (INTERVIEW_IS_POSITION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_DEPARTMENT);
}

/**
 * interview_position_get_location:
 *
 * Returns: (nullable) (transfer none): where the work is done
 */
const char *
interview_position_get_location (InterviewPosition *self)
{
  g_return_val_if_fail (INTERVIEW_IS_POSITION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_LOCATION);
}

/**
 * interview_position_get_description:
 *
 * Returns: (nullable) (transfer none): what the work is
 */
const char *
interview_position_get_description (InterviewPosition *self)
{
  g_return_val_if_fail (INTERVIEW_IS_POSITION (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_DESCRIPTION);
}

/**
 * interview_position_get_requirements:
 *
 * Returns: (transfer none) (array zero-terminated=1): what is asked of candidates
 */
const char *const *
interview_position_get_requirements (InterviewPosition *self)
{
  g_return_val_if_fail (INTERVIEW_IS_POSITION (self), NULL);

  return interview_record_get_strings (INTERVIEW_RECORD (self), FIELD_REQUIREMENTS);
}
