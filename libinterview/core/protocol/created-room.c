/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/created-room.h"

#include "core/protocol/limits.h"

/*
 * InterviewCreatedRoom is the answer to a new room: the room and the way into it.
 */
enum
{
  FIELD_ROOM,
  FIELD_INVITATION,
};

static const InterviewField fields[] = {
  [FIELD_ROOM] = { "room", INTERVIEW_FIELD_RECORD, TRUE, 0, 0, interview_room_get_type },
  [FIELD_INVITATION] = { "invitation", INTERVIEW_FIELD_RECORD, TRUE, 0, 0,
                         interview_invitation_get_type },
};

INTERVIEW_DEFINE_RECORD (InterviewCreatedRoom, interview_created_room)

/**
 * interview_created_room_get_room:
 *
 * Returns: (nullable) (transfer none): the room
 */
InterviewRoom *
interview_created_room_get_room (InterviewCreatedRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CREATED_ROOM (self), NULL);

  return interview_record_get_record (INTERVIEW_RECORD (self), FIELD_ROOM);
}

/**
 * interview_created_room_get_invitation:
 *
 * Returns: (nullable) (transfer none): the invitation with its link
 */
InterviewInvitation *
interview_created_room_get_invitation (InterviewCreatedRoom *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CREATED_ROOM (self), NULL);

  return interview_record_get_record (INTERVIEW_RECORD (self), FIELD_INVITATION);
}
