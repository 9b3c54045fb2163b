/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/room-reference.h"

#include "core/protocol/limits.h"

/*
 * InterviewRoomReference is the body of the messages that name a room and nothing else: join and
 * leave.
 */
enum
{
  FIELD_ROOM_ID,
};

static const InterviewField fields[] = {
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewRoomReference, interview_room_reference)

/**
 * interview_room_reference_get_room_id:
 *
 * Returns: (transfer none): the room
 */
const char *
interview_room_reference_get_room_id (InterviewRoomReference *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ROOM_REFERENCE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}
