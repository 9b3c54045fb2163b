/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/company.h"

#include "core/protocol/limits.h"

/*
 * InterviewCompany is the profile of a company as a candidate sees it, in the language that was
 * asked for.
 */
enum
{
  FIELD_ID,
  FIELD_REVISION,
  FIELD_NAME,
  FIELD_TAGLINE,
  FIELD_ABOUT,
  FIELD_FACTS,
  FIELD_HIRING_FOR,
  FIELD_LINKS,
  FIELD_LOGO_BLOB_ID,
  FIELD_PICTURES,
  FIELD_INTERACTIVE,
};

static const InterviewField fields[] = {
  [FIELD_ID] = { "id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_REVISION] = { "revision", INTERVIEW_FIELD_INTEGER, TRUE, 1, G_MAXINT32, NULL },
  [FIELD_NAME] = { "name", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME, NULL },
  [FIELD_TAGLINE] = { "tagline", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_TEXT, NULL },
  [FIELD_ABOUT] = { "about", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_LONG_TEXT, NULL },
  [FIELD_FACTS] = { "facts", INTERVIEW_FIELD_RECORDS, FALSE, 0, 50, interview_fact_get_type },
  [FIELD_HIRING_FOR] = { "hiring_for", INTERVIEW_FIELD_STRINGS, FALSE, 0, 50, NULL },
  [FIELD_LINKS] = { "links", INTERVIEW_FIELD_RECORDS, FALSE, 0, 20, interview_fact_get_type },
  [FIELD_LOGO_BLOB_ID] = { "logo_blob_id", INTERVIEW_FIELD_ID, FALSE, 0, 0, NULL },
  [FIELD_PICTURES] = { "pictures", INTERVIEW_FIELD_RECORDS, FALSE, 0, 30,
                       interview_picture_get_type },
  [FIELD_INTERACTIVE] = { "interactive", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewCompany, interview_company)

/**
 * interview_company_get_id:
 *
 * Returns: (transfer none): the identifier
 */
const char *
interview_company_get_id (InterviewCompany *self)
{
  g_return_val_if_fail (INTERVIEW_IS_COMPANY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ID);
}

/**
 * interview_company_get_revision:
 *
 * Returns: the revision that an update must be based on
 */
gint64
interview_company_get_revision (InterviewCompany *self)
{
  g_return_val_if_fail (INTERVIEW_IS_COMPANY (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_REVISION);
}

/**
 * interview_company_get_name:
 *
 * Returns: (transfer none): the name
 */
const char *
interview_company_get_name (InterviewCompany *self)
{
  g_return_val_if_fail (INTERVIEW_IS_COMPANY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_NAME);
}

/**
 * interview_company_get_tagline:
 *
 * Returns: (nullable) (transfer none): one line that says what it does
 */
const char *
interview_company_get_tagline (InterviewCompany *self)
{
  g_return_val_if_fail (INTERVIEW_IS_COMPANY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_TAGLINE);
}

/**
 * interview_company_get_about:
 *
 * Returns: (nullable) (transfer none): some paragraphs
 */
const char *
interview_company_get_about (InterviewCompany *self)
{
  g_return_val_if_fail (INTERVIEW_IS_COMPANY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ABOUT);
}

/**
 * interview_company_get_facts:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewFact): founded, size, headquarters
 *   and the like, in order
 */
GPtrArray *
interview_company_get_facts (InterviewCompany *self)
{
  g_return_val_if_fail (INTERVIEW_IS_COMPANY (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_FACTS);
}

/**
 * interview_company_get_hiring_for:
 *
 * Returns: (transfer none) (array zero-terminated=1): what it hires for
 */
const char *const *
interview_company_get_hiring_for (InterviewCompany *self)
{
  g_return_val_if_fail (INTERVIEW_IS_COMPANY (self), NULL);

  return interview_record_get_strings (INTERVIEW_RECORD (self), FIELD_HIRING_FOR);
}

/**
 * interview_company_get_links:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewFact): labels and addresses of pages
 */
GPtrArray *
interview_company_get_links (InterviewCompany *self)
{
  g_return_val_if_fail (INTERVIEW_IS_COMPANY (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_LINKS);
}

/**
 * interview_company_get_logo_blob_id:
 *
 * Returns: (nullable) (transfer none): the blob of the logo
 */
const char *
interview_company_get_logo_blob_id (InterviewCompany *self)
{
  g_return_val_if_fail (INTERVIEW_IS_COMPANY (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_LOGO_BLOB_ID);
}

/**
 * interview_company_get_pictures:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewPicture): pictures, in order
 */
GPtrArray *
interview_company_get_pictures (InterviewCompany *self)
{
  g_return_val_if_fail (INTERVIEW_IS_COMPANY (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_PICTURES);
}

/**
 * interview_company_get_interactive:
 *
 * Returns: whether the interactive features are on for the company
 */
gboolean
interview_company_get_interactive (InterviewCompany *self)
{
  g_return_val_if_fail (INTERVIEW_IS_COMPANY (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_INTERACTIVE);
}
