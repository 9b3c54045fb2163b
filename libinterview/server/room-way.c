/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/room-way.h"

#include "server/room-crier.h"

/*
 * Through whom pictures and sounds of a room go, and who may say something to a media server. The
 * hub calls this with its lock held; @media_server is %NULL where there is none.
 */

/**
 * interview_room_way_choose:
 * @media_server: (nullable): a media server
 * @room_id: a room, in which nobody may be
 * @n_people: how many may be in it
 *
 * Returns: whether those in it have to be told of another way
 */
gboolean
interview_room_way_choose (InterviewPresenceTable *presence,
                           InterviewMediaServer *media_server,
                           const char *room_id,
                           guint n_people)
{
  g_autofree char *peer = NULL;

  if (!interview_presence_table_has_room (presence, room_id))
    return FALSE;
  if (media_server != NULL)
    peer = interview_media_server_enter (media_server, room_id, n_people);
  return interview_presence_table_set_way (presence, room_id, n_people, peer);
}

/**
 * interview_room_way_review:
 * @media_server: (nullable): a media server that came or went
 *
 * Tells everybody who goes another way from now on.
 */
void
interview_room_way_review (InterviewPresenceTable *presence, InterviewMediaServer *media_server)
{
  g_auto (GStrv) room_ids = interview_presence_table_list_rooms (presence);

  for (guint i = 0; room_ids[i] != NULL; i++)
    {
      guint n_people = interview_presence_table_get_people (presence, room_ids[i]);

      if (interview_room_way_choose (presence, media_server, room_ids[i], n_people))
        interview_room_crier_tell (presence, room_ids[i], NULL, INTERVIEW_PRESENCE_CAUSE_CURRENT,
                                   NULL);
    }
}

/**
 * interview_room_way_part:
 * @media_server: (nullable): a media server
 * @room_id: a room
 * @instance: a run of a program that may not be heard and seen there any more
 *
 * Takes it out of the media server; with the last one the whole room.
 */
void
interview_room_way_part (InterviewPresenceTable *presence,
                         InterviewMediaServer *media_server,
                         const char *room_id,
                         const char *instance)
{
  if (media_server == NULL)
    return;
  if (!interview_presence_table_has_room (presence, room_id))
    interview_media_server_release (media_server, room_id);
  else
    interview_media_server_part (media_server, room_id, instance);
}

/**
 * interview_room_way_sweep:
 * @media_server: (nullable): a media server
 *
 * Closes the rooms of the media server in which nobody is any more, not even as one who was lost.
 */
void
interview_room_way_sweep (InterviewPresenceTable *presence, InterviewMediaServer *media_server)
{
  g_auto (GStrv) room_ids = NULL;

  if (media_server == NULL)
    return;
  room_ids = interview_media_server_list_rooms (media_server);
  for (guint i = 0; room_ids[i] != NULL; i++)
    if (!interview_presence_table_has_room (presence, room_ids[i]))
      interview_media_server_release (media_server, room_ids[i]);
}

static gboolean
is_in_call (InterviewPresenceTable *presence, const char *room_id, const char *instance)
{
  const InterviewStay *stay = interview_presence_table_find (presence, room_id, instance);

  return stay != NULL && !stay->in_lobby;
}

/**
 * interview_room_way_take:
 * @media_server: (nullable): a media server
 * @from: (nullable): who says something
 * @signal: (transfer none): what
 *
 * Hands it to the media server, if it is for it, and about somebody whom the sender may see.
 *
 * Returns: whether it was
 */
gboolean
interview_room_way_take (InterviewPresenceTable *presence,
                         InterviewMediaServer *media_server,
                         const InterviewStay *from,
                         InterviewSignal *signal)
{
  const char *room_id = interview_signal_get_room_id (signal);
  const char *source = interview_signal_get_source (signal);

  if (media_server == NULL || source == NULL || from == NULL || from->in_lobby ||
      g_strcmp0 (interview_presence_table_get_media_server (presence, room_id),
                 interview_signal_get_peer (signal)) != 0 ||
      !is_in_call (presence, room_id, source))
    return FALSE;
  interview_media_server_take (media_server, from->instance, signal);
  return TRUE;
}
