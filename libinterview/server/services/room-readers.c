/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/room-readers.h"

#include "server/services/room-state.h"
#include "server/store/assignment-table.h"
#include "server/store/event-table.h"
#include "server/store/membership-table.h"

/**
 * interview_room_readers_add:
 * @room: the room
 * @readers: who is meant
 * @person_ids: (element-type utf8): where to add them; frees what it holds
 * @error: return location
 *
 * Returns: whether the tables could be read
 */
gboolean
interview_room_readers_add (InterviewTransaction *transaction,
                            const InterviewRoomRow *room,
                            InterviewRoomReaders readers,
                            GPtrArray *person_ids,
                            GError **error)
{
  if ((readers & INTERVIEW_ROOM_READERS_CANDIDATE) != 0)
    g_ptr_array_add (person_ids, g_strdup (room->candidate_id));
  if ((readers & INTERVIEW_ROOM_READERS_RECRUITERS) != 0)
    {
      g_autoptr (GPtrArray) recruiters =
          interview_assignment_table_list (transaction, room->id, error);

      if (recruiters == NULL)
        return FALSE;
      for (guint i = 0; i < recruiters->len; i++)
        {
          InterviewParticipant *recruiter = g_ptr_array_index (recruiters, i);

          g_ptr_array_add (person_ids, g_strdup (interview_participant_get_person_id (recruiter)));
        }
    }
  return (readers & INTERVIEW_ROOM_READERS_HR) == 0 ||
         interview_membership_table_add_readers (transaction, room->company_id,
                                                 INTERVIEW_ROLE_HR_ADMIN, person_ids, error);
}

/**
 * interview_room_readers_get_standing:
 * @room: the room as it is now
 * @error: return location
 *
 * Returns: (transfer full): who may be in the room, or %NULL
 */
InterviewRoomStanding *
interview_room_readers_get_standing (InterviewTransaction *transaction,
                                     const InterviewRoomRow *room,
                                     GError **error)
{
  g_autoptr (GPtrArray) recruiters = g_ptr_array_new_with_free_func (g_free);
  InterviewRoomStanding standing = {
    .room_id = room->id,
    .revision = room->revision,
    .over = interview_room_state_is_over (room->state),
    .candidate_id = room->candidate_id,
    .entrance = room->entrance,
  };

  if (!interview_room_readers_add (transaction, room, INTERVIEW_ROOM_READERS_RECRUITERS, recruiters,
                                   error))
    return NULL;
  g_ptr_array_add (recruiters, NULL);
  standing.recruiter_ids = (GStrv) recruiters->pdata;
  return interview_room_standing_copy (&standing);
}

/**
 * interview_room_readers_tell_persons:
 * @room: the room as it is now
 * @person_ids: (element-type utf8): who is told
 * @kind: what happened
 * @actor_id: (nullable): who did it
 * @question_id: (nullable): the question that it is about
 * @error: return location
 *
 * Writes an event about the room.
 *
 * Returns: whether it was done
 */
gboolean
interview_room_readers_tell_persons (InterviewTransaction *transaction,
                                     const InterviewRoomRow *room,
                                     GPtrArray *person_ids,
                                     InterviewEventKind kind,
                                     const char *actor_id,
                                     const char *question_id,
                                     GError **error)
{
  g_autoptr (InterviewRoomStanding) standing =
      interview_room_readers_get_standing (transaction, room, error);
  const InterviewNewEvent event = {
    .kind = kind,
    .company_id = room->company_id,
    .actor_id = actor_id,
    .room_id = room->id,
    .question_id = question_id,
    .standing = standing,
  };

  return standing != NULL && interview_event_table_insert (transaction, &event, person_ids, error);
}

/**
 * interview_room_readers_tell:
 * @room: the room as it is now
 * @readers: who is told
 * @kind: what happened
 * @actor_id: (nullable): who did it
 * @question_id: (nullable): the question that it is about
 * @error: return location
 *
 * Writes an event about the room.
 *
 * Returns: whether it was done
 */
gboolean
interview_room_readers_tell (InterviewTransaction *transaction,
                             const InterviewRoomRow *room,
                             InterviewRoomReaders readers,
                             InterviewEventKind kind,
                             const char *actor_id,
                             const char *question_id,
                             GError **error)
{
  g_autoptr (GPtrArray) person_ids = g_ptr_array_new_with_free_func (g_free);

  return interview_room_readers_add (transaction, room, readers, person_ids, error) &&
         interview_room_readers_tell_persons (transaction, room, person_ids, kind, actor_id,
                                              question_id, error);
}
