/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/room-recruiter.h"

#include "core/protocol/limits.h"

/*
 * InterviewRoomRecruiter is a recruiter as the candidate of a room sees them.
 */
enum
{
  FIELD_RECRUITER_ID,
  FIELD_DISPLAY_NAME,
  FIELD_RATINGS,
  FIELD_SHOWN,
  FIELD_SCORE,
  FIELD_INTERVIEWS,
};

static const InterviewField fields[] = {
  [FIELD_RECRUITER_ID] = { "recruiter_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_DISPLAY_NAME] = { "display_name", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_NAME,
                           NULL },
  [FIELD_RATINGS] = { "ratings", INTERVIEW_FIELD_INTEGER, TRUE, 0, G_MAXINT32, NULL },
  [FIELD_SHOWN] = { "shown", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_SCORE] = { "score", INTERVIEW_FIELD_DOUBLE, TRUE, 0, 10, NULL },
  [FIELD_INTERVIEWS] = { "interviews", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewRoomRecruiter, interview_room_recruiter)

/**
 * interview_room_recruiter_get_recruiter_id:
 *
 * Returns: (transfer none): the recruiter
 */
const char *
interview_room_recruiter_get_recruiter_id (InterviewRoomRecruiter *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_RECRUITER (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_RECRUITER_ID);
}

/**
 * interview_room_recruiter_get_display_name:
 *
 * Returns: (transfer none): the name
 */
const char *
interview_room_recruiter_get_display_name (InterviewRoomRecruiter *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_RECRUITER (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_DISPLAY_NAME);
}

/**
 * interview_room_recruiter_get_ratings:
 *
 * Returns: how many ratings count: whole batches only
 */
gint64
interview_room_recruiter_get_ratings (InterviewRoomRecruiter *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_RECRUITER (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_RATINGS);
}

/**
 * interview_room_recruiter_get_shown:
 *
 * Returns: whether there are enough ratings to show a score
 */
gboolean
interview_room_recruiter_get_shown (InterviewRoomRecruiter *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_RECRUITER (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_SHOWN);
}

/**
 * interview_room_recruiter_get_score:
 *
 * Returns: the score, 0 while it is not shown
 */
double
interview_room_recruiter_get_score (InterviewRoomRecruiter *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_RECRUITER (self), 0);

  return interview_record_get_double (INTERVIEW_RECORD (self), FIELD_SCORE);
}

/**
 * interview_room_recruiter_get_interviews:
 *
 * Returns: whether they interview in this room
 */
gboolean
interview_room_recruiter_get_interviews (InterviewRoomRecruiter *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_RECRUITER (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_INTERVIEWS);
}
