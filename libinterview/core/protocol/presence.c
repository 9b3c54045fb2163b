/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/presence.h"

#include "core/protocol/limits.h"

/*
 * InterviewPresence says who is in a room; it is sent to everybody in it at each change.
 */
G_DEFINE_ENUM_TYPE (InterviewPresenceCause,
                    interview_presence_cause,
                    G_DEFINE_ENUM_VALUE (INTERVIEW_PRESENCE_CAUSE_CURRENT, "current"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_PRESENCE_CAUSE_JOINED, "joined"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_PRESENCE_CAUSE_LEFT, "left"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_PRESENCE_CAUSE_LOST, "lost"),
                    G_DEFINE_ENUM_VALUE (INTERVIEW_PRESENCE_CAUSE_REPLACED, "replaced"))

enum
{
  FIELD_ROOM_ID,
  FIELD_PEERS,
  FIELD_DEPARTED,
  FIELD_CAUSE,
  FIELD_MEDIA_SERVER,
};

static const InterviewField fields[] = {
  [FIELD_ROOM_ID] = { "room_id", INTERVIEW_FIELD_ID, TRUE, 0, 0, NULL },
  [FIELD_PEERS] = { "peers", INTERVIEW_FIELD_RECORDS, TRUE, 0, 16, interview_peer_get_type },
  [FIELD_DEPARTED] = { "departed", INTERVIEW_FIELD_ID, FALSE, 0, 0, NULL },
  [FIELD_CAUSE] = { "cause", INTERVIEW_FIELD_CHOICE, TRUE, 0, 0,
                    interview_presence_cause_get_type },
  [FIELD_MEDIA_SERVER] = { "media_server", INTERVIEW_FIELD_ID, FALSE, 0, 0, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewPresence, interview_presence)

/**
 * interview_presence_get_room_id:
 *
 * Returns: (transfer none): the room
 */
const char *
interview_presence_get_room_id (InterviewPresence *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PRESENCE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_ROOM_ID);
}

/**
 * interview_presence_get_peers:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewPeer): who is in the room, the reader
 *   included
 */
GPtrArray *
interview_presence_get_peers (InterviewPresence *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PRESENCE (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_PEERS);
}

/**
 * interview_presence_get_departed:
 *
 * Returns: (nullable) (transfer none): the run of a program that went, if that is the change
 */
const char *
interview_presence_get_departed (InterviewPresence *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PRESENCE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_DEPARTED);
}

/**
 * interview_presence_get_cause:
 *
 * Returns: why the message is sent
 */
InterviewPresenceCause
interview_presence_get_cause (InterviewPresence *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PRESENCE (self), 0);

  return interview_record_get_choice (INTERVIEW_RECORD (self), FIELD_CAUSE);
}

/**
 * interview_presence_get_media_server:
 *
 * Returns: (nullable) (transfer none): to whom pictures and sounds go, to be handed on to the
 *   others, in a room that has too many people for a link between each two; it is reached by
 *   signals as a peer is, and another one each time that it begins anew
 */
const char *
interview_presence_get_media_server (InterviewPresence *self)
{
  g_return_val_if_fail (INTERVIEW_IS_PRESENCE (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_MEDIA_SERVER);
}

/**
 * interview_presence_find_peer:
 * @instance: a run of a program
 *
 * Returns: (nullable) (transfer none): its place in the room, %NULL if it is not there
 */
InterviewPeer *
interview_presence_find_peer (InterviewPresence *self, const char *instance)
{
  GPtrArray *peers = interview_presence_get_peers (self);

  for (guint i = 0; peers != NULL && i < peers->len; i++)
    if (g_strcmp0 (interview_peer_get_instance (g_ptr_array_index (peers, i)), instance) == 0)
      return g_ptr_array_index (peers, i);

  return NULL;
}
