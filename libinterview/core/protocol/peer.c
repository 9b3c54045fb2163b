/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/peer.h"

#include "core/protocol/limits.h"

/*
 * InterviewPeer is a run of a program that is in a room now.
 */
enum
{
  FIELD_INSTANCE,
  FIELD_PARTICIPANT,
  FIELD_JOINED_AT,
  FIELD_IN_LOBBY,
};

static const InterviewField fields[] = {
  [FIELD_INSTANCE] = { "instance", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_PARTICIPANT] = { "participant", INTERVIEW_FIELD_RECORD, TRUE, 0, 0,
                          interview_participant_get_type },
  [FIELD_JOINED_AT] = { "joined_at", INTERVIEW_FIELD_TIME, TRUE, 0, 0, NULL },
  [FIELD_IN_LOBBY] = { "in_lobby", INTERVIEW_FIELD_BOOLEAN, FALSE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewPeer, interview_peer)

/**
 * interview_peer_get_instance:
 *
 * Returns: (transfer none): the run of the program
 */
const char *
interview_peer_get_instance (InterviewPeer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PEER (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_INSTANCE);
}

/**
 * interview_peer_get_participant:
 *
 * Returns: (nullable) (transfer none): who uses it
 */
InterviewParticipant *
interview_peer_get_participant (InterviewPeer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PEER (self), NULL);

  return interview_record_get_record (INTERVIEW_RECORD (self), FIELD_PARTICIPANT);
}

/**
 * interview_peer_get_joined_at:
 *
 * Returns: since when, microseconds since 1970 in UTC
 */
gint64
interview_peer_get_joined_at (InterviewPeer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PEER (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_JOINED_AT);
}

/**
 * interview_peer_get_in_lobby:
 *
 * Returns: whether they wait in the lobby: present, but not in the call
 */
gboolean
interview_peer_get_in_lobby (InterviewPeer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PEER (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_IN_LOBBY);
}
