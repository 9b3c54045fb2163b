/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/model/room-choice.h"

/*
 * InterviewRoomChoice is whom a candidate meets, and among whom they may choose.
 */
enum
{
  FIELD_ROOM_ID,
  FIELD_MAY_CHOOSE,
  FIELD_SCALE,
  FIELD_RECRUITERS,
};

static const InterviewField fields[] = {
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_MAY_CHOOSE] = { "may_choose", INTERVIEW_FIELD_BOOLEAN, TRUE, 0, 0, NULL },
  [FIELD_SCALE] = { "scale", INTERVIEW_FIELD_INTEGER, TRUE, 2, 10, NULL },
  [FIELD_RECRUITERS] = { "recruiters", INTERVIEW_FIELD_RECORDS, FALSE, 0, 0,
                         interview_room_recruiter_get_type },
};

INTERVIEW_DEFINE_RECORD (InterviewRoomChoice, interview_room_choice)

/**
 * interview_room_choice_get_room_id:
 *
 * Returns: (transfer none): the room
 */
const char *
interview_room_choice_get_room_id (InterviewRoomChoice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_CHOICE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}

/**
 * interview_room_choice_get_may_choose:
 *
 * Returns: whether the candidate may choose now
 */
gboolean
interview_room_choice_get_may_choose (InterviewRoomChoice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_CHOICE (self), 0);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_MAY_CHOOSE);
}

/**
 * interview_room_choice_get_scale:
 *
 * Returns: the highest mark
 */
gint64
interview_room_choice_get_scale (InterviewRoomChoice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_CHOICE (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_SCALE);
}

/**
 * interview_room_choice_get_recruiters:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewRoomRecruiter): who interviews,
 *   and who is free, the best first
 */
GPtrArray *
interview_room_choice_get_recruiters (InterviewRoomChoice *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_CHOICE (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_RECRUITERS);
}
