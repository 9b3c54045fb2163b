/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/room-crier.h"

#include <libsoup/soup.h>

#include "core/error.h"
#include "core/protocol/envelope.h"
#include "server/problems.h"

/*
 * What those who are in a room are told of one another. Whoever waits in the lobby is told of
 * themselves alone: neither who is in the call, nor who comes and goes. The hub calls this with its
 * lock held.
 */

static GBytes *
write_presence (const char *room_id,
                const char *media_server,
                GPtrArray *stays,
                const char *departed,
                InterviewPresenceCause cause)
{
  g_autoptr (GPtrArray) peers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewPresence) presence = NULL;

  for (guint i = 0; i < stays->len; i++)
    {
      const InterviewStay *stay = g_ptr_array_index (stays, i);

      g_ptr_array_add (peers, g_object_new (INTERVIEW_TYPE_PEER, "instance", stay->instance,
                                            "participant", stay->participant, "joined-at",
                                            stay->joined_at, "in-lobby", stay->in_lobby, NULL));
    }
  presence = g_object_new (INTERVIEW_TYPE_PRESENCE, "room-id", room_id, "peers", peers, "departed",
                           departed, "cause", cause, "media-server", media_server, NULL);
  return interview_envelope_to_bytes (INTERVIEW_MESSAGE_PRESENCE, INTERVIEW_RECORD (presence));
}

/**
 * interview_room_crier_tell:
 * @room_id: a room
 * @departed: (nullable): the run of a program that went
 * @cause: what changed
 * @except: (nullable): who hears of it in another way
 *
 * Tells those who are in the call.
 */
void
interview_room_crier_tell (InterviewPresenceTable *table,
                           const char *room_id,
                           const char *departed,
                           InterviewPresenceCause cause,
                           InterviewMailbox *except)
{
  g_autoptr (GPtrArray) stays = interview_presence_table_list (table, room_id);
  const char *media_server = interview_presence_table_get_media_server (table, room_id);
  g_autoptr (GBytes) text = write_presence (room_id, media_server, stays, departed, cause);

  for (guint i = 0; i < stays->len; i++)
    {
      const InterviewStay *stay = g_ptr_array_index (stays, i);

      if (!stay->in_lobby && stay->owner != G_OBJECT (except))
        interview_mailbox_put (INTERVIEW_MAILBOX (stay->owner), text, 0);
    }
}

/**
 * interview_room_crier_tell_current:
 * @room_id: a room
 * @mailbox: of somebody who is in it
 *
 * Tells one person what they may know.
 */
void
interview_room_crier_tell_current (InterviewPresenceTable *table,
                                   const char *room_id,
                                   InterviewMailbox *mailbox)
{
  const InterviewStay *own =
      interview_presence_table_find_owner (table, room_id, G_OBJECT (mailbox));
  const char *media_server = NULL;
  g_autoptr (GPtrArray) stays = NULL;
  g_autoptr (GBytes) text = NULL;

  if (own != NULL && own->in_lobby)
    {
      stays = g_ptr_array_new ();
      g_ptr_array_add (stays, (gpointer) own);
    }
  else
    {
      stays = interview_presence_table_list (table, room_id);
      media_server = interview_presence_table_get_media_server (table, room_id);
    }
  text = write_presence (room_id, media_server, stays, NULL, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  interview_mailbox_put (mailbox, text, 0);
}

static void
tell_replaced (const InterviewStay *replaced)
{
  g_autoptr (InterviewProblem) problem =
      interview_problem_new_for_code (INTERVIEW_ERROR_OUT_OF_ORDER,
                                      "the same person has joined from another program");
  g_autoptr (GBytes) text =
      interview_envelope_to_bytes (INTERVIEW_MESSAGE_ERROR, INTERVIEW_RECORD (problem));

  interview_mailbox_put (INTERVIEW_MAILBOX (replaced->owner), text, 0);
}

/**
 * interview_room_crier_tell_arrival:
 * @room_id: a room
 * @arrival: how somebody came into it
 * @replaced: (nullable): whose place they took
 * @mailbox: theirs
 *
 * Returns: whether somebody is in the room who was not before
 */
gboolean
interview_room_crier_tell_arrival (InterviewPresenceTable *table,
                                   const char *room_id,
                                   InterviewArrival arrival,
                                   const InterviewStay *replaced,
                                   InterviewMailbox *mailbox)
{
  switch (arrival)
    {
    case INTERVIEW_ARRIVAL_NEW:
      interview_room_crier_tell (table, room_id, NULL, INTERVIEW_PRESENCE_CAUSE_JOINED, mailbox);
      break;
    case INTERVIEW_ARRIVAL_REPLACING:
      tell_replaced (replaced);
      interview_room_crier_tell (table, room_id, replaced->instance,
                                 INTERVIEW_PRESENCE_CAUSE_REPLACED, mailbox);
      break;
    case INTERVIEW_ARRIVAL_RETURNING:
      interview_room_crier_tell (table, room_id, NULL, INTERVIEW_PRESENCE_CAUSE_CURRENT, mailbox);
      break;
    case INTERVIEW_ARRIVAL_RESUMING:
      if (replaced != NULL)
        interview_mailbox_put_close (INTERVIEW_MAILBOX (replaced->owner),
                                     SOUP_WEBSOCKET_CLOSE_NORMAL);
      break;
    case INTERVIEW_ARRIVAL_TAKEN:
    case INTERVIEW_ARRIVAL_FULL:
    default:
      return FALSE;
    }
  interview_room_crier_tell_current (table, room_id, mailbox);
  return arrival != INTERVIEW_ARRIVAL_RESUMING;
}

/* Whose line is broken hears of it when they are back. */
static void
tell_moved (InterviewPresenceTable *table, const char *room_id, const InterviewStay *moved)
{
  if (!moved->lost)
    {
      InterviewMailbox *mailbox = INTERVIEW_MAILBOX (moved->owner);

      interview_room_crier_tell_current (table, room_id, mailbox);
      interview_room_crier_tell (table, room_id, NULL, INTERVIEW_PRESENCE_CAUSE_CURRENT, mailbox);
    }
  else if (moved->in_lobby)
    interview_room_crier_tell (table, room_id, moved->instance, INTERVIEW_PRESENCE_CAUSE_LEFT,
                               NULL);
}

/**
 * interview_room_crier_apply:
 * @standing: who may be in a room
 * @parted: (element-type utf8): the runs of programs that are not in the call any more are added
 *
 * Puts those out who may not be in it, with an empty presence, and brings the candidate from the
 * lobby into the call or back. All concerned are told.
 *
 * Returns: whether others go on in another company than before
 */
gboolean
interview_room_crier_apply (InterviewPresenceTable *table,
                            const InterviewRoomStanding *standing,
                            GPtrArray *parted)
{
  const char *room_id = standing->room_id;
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (GPtrArray) removed = interview_presence_table_remove (table, standing);
  g_autoptr (GBytes) text =
      write_presence (room_id, NULL, nobody, NULL, INTERVIEW_PRESENCE_CAUSE_CURRENT);
  InterviewStay *moved;

  for (guint i = 0; i < removed->len; i++)
    {
      const InterviewStay *stay = g_ptr_array_index (removed, i);

      if (!stay->lost)
        interview_mailbox_put (INTERVIEW_MAILBOX (stay->owner), text, 0);
      interview_room_crier_tell (table, room_id, stay->instance, INTERVIEW_PRESENCE_CAUSE_LEFT,
                                 NULL);
      g_ptr_array_add (parted, g_strdup (stay->instance));
    }
  moved = interview_presence_table_move (table, standing);
  if (moved != NULL && moved->in_lobby)
    g_ptr_array_add (parted, g_strdup (moved->instance));
  if (moved != NULL)
    tell_moved (table, room_id, moved);
  return (removed->len > 0 && !standing->over) || moved != NULL;
}
