/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/picture.h"

#include "core/protocol/limits.h"

/*
 * InterviewPicture is an image of the company’s profile.
 */
enum
{
  FIELD_BLOB_ID,
  FIELD_CAPTION,
};

static const InterviewField fields[] = {
  [FIELD_BLOB_ID] = { "blob_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_CAPTION] = { "caption", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_TEXT, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewPicture, interview_picture)

/**
 * interview_picture_get_blob_id:
 *
 * Returns: (transfer none): the blob that holds the image
 */
const char *
interview_picture_get_blob_id (InterviewPicture *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PICTURE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_BLOB_ID);
}

/**
 * interview_picture_get_caption:
 *
 * Returns: (nullable) (transfer none): what it shows, for people who cannot see it
 */
const char *
interview_picture_get_caption (InterviewPicture *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PICTURE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CAPTION);
}
