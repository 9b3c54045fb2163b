/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/relays.h"

#include "core/protocol/limits.h"

/*
 * InterviewRelays is how programs find a way to each other in one room. It comes when the room is
 * joined, and again before its credentials end.
 */
enum
{
  FIELD_ROOM_ID,
  FIELD_ICE,
};

static const InterviewField fields[] = {
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_ICE] = { "ice", INTERVIEW_FIELD_RECORD, TRUE, 0, 0, interview_ice_settings_get_type },
};

INTERVIEW_DEFINE_RECORD (InterviewRelays, interview_relays)

/**
 * interview_relays_get_room_id:
 *
 * Returns: (transfer none): the room
 */
const char *
interview_relays_get_room_id (InterviewRelays *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RELAYS (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}

/**
 * interview_relays_get_ice:
 *
 * Returns: (transfer none): by which servers, and until when
 */
InterviewIceSettings *
interview_relays_get_ice (InterviewRelays *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RELAYS (self), NULL);

  return interview_record_get_record (INTERVIEW_RECORD (self), FIELD_ICE);
}
