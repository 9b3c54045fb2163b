/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/presence-table.h"

/* What a presence message can list. */
#define MAX_STAYS 16

/*
 * InterviewPresenceTable knows who is in which room. It has no thread, no clock and no socket: the
 * hub holds it behind its lock and tells it the time. Whoever is lost is remembered for one lease,
 * so that a program which comes back within it continues its stay.
 */
struct _InterviewPresenceTable
{
  GObject parent_instance;

  gint64 lease;
  GHashTable *rooms; /* room id -> Room */
};

typedef struct
{
  GPtrArray *stays;
  guint n_people;
  char *media_server;
} Room;

G_DEFINE_FINAL_TYPE (InterviewPresenceTable, interview_presence_table, G_TYPE_OBJECT)

static void
room_free (gpointer data)
{
  Room *room = data;

  g_ptr_array_unref (room->stays);
  g_free (room->media_server);
  g_free (room);
}

static void
interview_presence_table_finalize (GObject *object)
{
  InterviewPresenceTable *self = INTERVIEW_PRESENCE_TABLE (object);

  g_clear_pointer (&self->rooms, g_hash_table_unref);

  G_OBJECT_CLASS (interview_presence_table_parent_class)->finalize (object);
}

static void
interview_presence_table_class_init (InterviewPresenceTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_presence_table_finalize;
}

static void
interview_presence_table_init (InterviewPresenceTable *self)
{
  self->rooms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, room_free);
}

/**
 * interview_presence_table_new:
 * @lease: microseconds without a message after which somebody is lost
 *
 * Returns: (transfer full): a new table without rooms
 */
InterviewPresenceTable *
interview_presence_table_new (gint64 lease)
{
  InterviewPresenceTable *self = g_object_new (INTERVIEW_TYPE_PRESENCE_TABLE, NULL);

  self->lease = lease;
  return self;
}

static Room *
find_room (InterviewPresenceTable *self, const char *room_id)
{
  g_return_val_if_fail (INTERVIEW_IS_PRESENCE_TABLE (self), NULL);

  return g_hash_table_lookup (self->rooms, room_id);
}

static GPtrArray *
get_room (InterviewPresenceTable *self, const char *room_id)
{
  Room *room = find_room (self, room_id);

  return room != NULL ? room->stays : NULL;
}

static GPtrArray *
add_room (InterviewPresenceTable *self, const char *room_id)
{
  Room *room = g_new0 (Room, 1);

  room->stays = g_ptr_array_new_with_free_func ((GDestroyNotify) interview_stay_free);
  g_hash_table_insert (self->rooms, g_strdup (room_id), room);
  return room->stays;
}

static InterviewStay *
find_by_owner (GPtrArray *room, GObject *owner, guint *index)
{
  for (guint i = 0; room != NULL && i < room->len; i++)
    {
      InterviewStay *stay = g_ptr_array_index (room, i);

      if (!stay->lost && stay->owner == owner)
        {
          *index = i;
          return stay;
        }
    }
  return NULL;
}

static const char *
get_person_id (const InterviewStay *stay)
{
  return interview_participant_get_person_id (stay->participant);
}

static void
drop_empty_room (InterviewPresenceTable *self, const char *room_id)
{
  GPtrArray *room = get_room (self, room_id);

  if (room != NULL && room->len == 0)
    g_hash_table_remove (self->rooms, room_id);
}

static InterviewArrival
resume (InterviewStay *old, const InterviewStay *stay, InterviewStay **replaced)
{
  InterviewArrival arrival = old->lost ? INTERVIEW_ARRIVAL_RETURNING : INTERVIEW_ARRIVAL_RESUMING;

  if (g_strcmp0 (get_person_id (old), get_person_id (stay)) != 0)
    return INTERVIEW_ARRIVAL_TAKEN;
  if (!old->lost && old->owner != stay->owner)
    *replaced = interview_stay_copy (old);
  g_set_object (&old->owner, stay->owner);
  g_set_object (&old->participant, stay->participant);
  old->seen_at = stay->seen_at;
  old->revision = stay->revision;
  old->in_lobby = stay->in_lobby;
  old->lost = FALSE;
  return arrival;
}

/**
 * interview_presence_table_join:
 * @room_id: the room
 * @stay: who comes; copied
 * @replaced: (out) (transfer full) (nullable): the stay whose owner is no longer in the room: the
 *   other instance of the person, or the older socket of the same instance
 *
 * Returns: what it was
 */
InterviewArrival
interview_presence_table_join (InterviewPresenceTable *self,
                               const char *room_id,
                               const InterviewStay *stay,
                               InterviewStay **replaced)
{
  GPtrArray *room;
  guint present = 0;

  g_return_val_if_fail (INTERVIEW_IS_PRESENCE_TABLE (self), INTERVIEW_ARRIVAL_FULL);
  g_return_val_if_fail (stay != NULL && replaced != NULL, INTERVIEW_ARRIVAL_FULL);

  *replaced = NULL;
  room = get_room (self, room_id);
  if (room == NULL)
    room = add_room (self, room_id);
  for (guint i = 0; i < room->len; i++)
    {
      InterviewStay *old = g_ptr_array_index (room, i);

      if (g_str_equal (old->instance, stay->instance))
        return resume (old, stay, replaced);
      present += old->lost ? 0 : 1;
    }
  for (guint i = 0; i < room->len; i++)
    {
      InterviewStay *old = g_ptr_array_index (room, i);

      if (g_strcmp0 (get_person_id (old), get_person_id (stay)) == 0)
        {
          gboolean was_lost = old->lost;

          *replaced = was_lost ? NULL : interview_stay_copy (old);
          g_ptr_array_remove_index (room, i);
          g_ptr_array_add (room, interview_stay_copy (stay));
          return was_lost ? INTERVIEW_ARRIVAL_NEW : INTERVIEW_ARRIVAL_REPLACING;
        }
    }
  if (present >= MAX_STAYS)
    return INTERVIEW_ARRIVAL_FULL;
  g_ptr_array_add (room, interview_stay_copy (stay));
  return INTERVIEW_ARRIVAL_NEW;
}

/**
 * interview_presence_table_leave:
 * @owner: the socket that leaves on purpose
 *
 * Returns: (transfer full) (nullable): the stay that ended, %NULL if there was none
 */
InterviewStay *
interview_presence_table_leave (InterviewPresenceTable *self, const char *room_id, GObject *owner)
{
  InterviewStay *stay;
  GPtrArray *room;
  guint index;

  g_return_val_if_fail (INTERVIEW_IS_PRESENCE_TABLE (self), NULL);

  room = get_room (self, room_id);
  stay = find_by_owner (room, owner, &index);
  if (stay == NULL)
    return NULL;
  stay = g_ptr_array_steal_index (room, index);
  drop_empty_room (self, room_id);
  return stay;
}

static InterviewStay *
mark_lost (InterviewStay *stay, gint64 now)
{
  InterviewStay *copy = interview_stay_copy (stay);

  stay->lost = TRUE;
  stay->seen_at = now;
  g_clear_object (&stay->owner);
  return copy;
}

/**
 * interview_presence_table_lose:
 * @owner: the socket that closed without a word
 * @now: microseconds of the monotonic clock
 *
 * Returns: (transfer full) (nullable): the stay that was interrupted, %NULL if there was none
 */
InterviewStay *
interview_presence_table_lose (InterviewPresenceTable *self,
                               const char *room_id,
                               GObject *owner,
                               gint64 now)
{
  InterviewStay *stay;
  guint index;

  g_return_val_if_fail (INTERVIEW_IS_PRESENCE_TABLE (self), NULL);

  stay = find_by_owner (get_room (self, room_id), owner, &index);
  return stay != NULL ? mark_lost (stay, now) : NULL;
}

/**
 * interview_presence_table_touch:
 * @owner: a socket that has just said something
 * @now: microseconds of the monotonic clock
 *
 * Returns: whether it is in the room
 */
gboolean
interview_presence_table_touch (InterviewPresenceTable *self,
                                const char *room_id,
                                GObject *owner,
                                gint64 now)
{
  InterviewStay *stay;
  guint index;

  g_return_val_if_fail (INTERVIEW_IS_PRESENCE_TABLE (self), FALSE);

  stay = find_by_owner (get_room (self, room_id), owner, &index);
  if (stay != NULL)
    stay->seen_at = now;
  return stay != NULL;
}

/**
 * interview_presence_table_expire:
 * @now: microseconds of the monotonic clock
 * @expired: (out) (transfer full): the stay whose lease ran out, set if a room is returned
 *
 * Finds one whose lease ran out and marks them lost; whoever was lost for as long is forgotten on
 * the way. Called until it finds none.
 *
 * Returns: (transfer full) (nullable): the room of the one who was lost, %NULL if there is none
 */
char *
interview_presence_table_expire (InterviewPresenceTable *self, gint64 now, InterviewStay **expired)
{
  GHashTableIter iter;
  gpointer room_id, room;

  g_return_val_if_fail (INTERVIEW_IS_PRESENCE_TABLE (self), NULL);

  g_hash_table_iter_init (&iter, self->rooms);
  while (g_hash_table_iter_next (&iter, &room_id, &room))
    {
      GPtrArray *stays = ((Room *) room)->stays;

      for (guint i = 0; i < stays->len; i++)
        {
          InterviewStay *stay = g_ptr_array_index (stays, i);

          if (now - stay->seen_at < self->lease)
            continue;
          if (!stay->lost)
            {
              *expired = mark_lost (stay, now);
              return g_strdup (room_id);
            }
          g_ptr_array_remove_index (stays, i--);
        }
      if (stays->len == 0)
        g_hash_table_iter_remove (&iter);
    }
  return NULL;
}

/**
 * interview_presence_table_remove:
 * @standing: who may be in a room
 *
 * Ends the stays of all others in it, of those who were lost a moment ago, too: their programs may
 * still see and hear.
 *
 * Returns: (transfer full) (element-type InterviewStay): the stays that ended; who was lost has no
 *   owner
 */
GPtrArray *
interview_presence_table_remove (InterviewPresenceTable *self,
                                 const InterviewRoomStanding *standing)
{
  GPtrArray *removed = g_ptr_array_new_with_free_func ((GDestroyNotify) interview_stay_free);
  GPtrArray *room;

  g_return_val_if_fail (INTERVIEW_IS_PRESENCE_TABLE (self), removed);

  room = get_room (self, standing->room_id);
  for (guint i = 0; room != NULL && i < room->len; i++)
    {
      InterviewStay *stay = g_ptr_array_index (room, i);

      if (stay->revision > standing->revision ||
          interview_room_standing_admits (standing, get_person_id (stay)))
        continue;
      g_ptr_array_add (removed, g_ptr_array_steal_index (room, i--));
    }
  drop_empty_room (self, standing->room_id);
  return removed;
}

/**
 * interview_presence_table_move:
 * @standing: how far the candidate of a room may come
 *
 * Brings the candidate from the lobby into the call, or back.
 *
 * Returns: (transfer none) (nullable): the stay that was moved, %NULL if all is as it should be;
 *   who was lost has no owner
 */
InterviewStay *
interview_presence_table_move (InterviewPresenceTable *self, const InterviewRoomStanding *standing)
{
  GPtrArray *room;

  g_return_val_if_fail (INTERVIEW_IS_PRESENCE_TABLE (self), NULL);

  room = get_room (self, standing->room_id);
  for (guint i = 0; room != NULL && i < room->len; i++)
    {
      InterviewStay *stay = g_ptr_array_index (room, i);
      gboolean in_lobby = interview_room_standing_keeps_in_lobby (standing, get_person_id (stay));

      if (stay->revision > standing->revision)
        continue;
      stay->revision = standing->revision;
      if (stay->in_lobby == in_lobby)
        continue;
      stay->in_lobby = in_lobby;
      return stay;
    }
  return NULL;
}

/**
 * interview_presence_table_find:
 * @instance: identifier of a running program
 *
 * Returns: (transfer none) (nullable): its stay, %NULL if it is not in the room now
 */
const InterviewStay *
interview_presence_table_find (InterviewPresenceTable *self,
                               const char *room_id,
                               const char *instance)
{
  GPtrArray *room;

  g_return_val_if_fail (INTERVIEW_IS_PRESENCE_TABLE (self), NULL);

  room = get_room (self, room_id);
  for (guint i = 0; room != NULL && i < room->len; i++)
    {
      const InterviewStay *stay = g_ptr_array_index (room, i);

      if (!stay->lost && g_str_equal (stay->instance, instance))
        return stay;
    }
  return NULL;
}

/**
 * interview_presence_table_find_owner:
 * @owner: a socket
 *
 * Returns: (transfer none) (nullable): its stay, %NULL if it is not in the room now
 */
const InterviewStay *
interview_presence_table_find_owner (InterviewPresenceTable *self,
                                     const char *room_id,
                                     GObject *owner)
{
  guint index;

  g_return_val_if_fail (INTERVIEW_IS_PRESENCE_TABLE (self), NULL);

  return find_by_owner (get_room (self, room_id), owner, &index);
}

/**
 * interview_presence_table_list:
 * @room_id: a room
 *
 * Returns: (transfer container) (element-type InterviewStay): who is in it now, in the order of
 *   arrival; valid until the table changes
 */
GPtrArray *
interview_presence_table_list (InterviewPresenceTable *self, const char *room_id)
{
  GPtrArray *present = g_ptr_array_new ();
  GPtrArray *room;

  g_return_val_if_fail (INTERVIEW_IS_PRESENCE_TABLE (self), present);

  room = get_room (self, room_id);
  for (guint i = 0; room != NULL && i < room->len; i++)
    {
      InterviewStay *stay = g_ptr_array_index (room, i);

      if (!stay->lost)
        g_ptr_array_add (present, stay);
    }
  return present;
}

/**
 * interview_presence_table_get_occupancy:
 * @occupancy: (out caller-allocates): who is in the room now
 */
void
interview_presence_table_get_occupancy (InterviewPresenceTable *self,
                                        const char *room_id,
                                        InterviewOccupancy *occupancy)
{
  g_autoptr (GPtrArray) present = interview_presence_table_list (self, room_id);

  *occupancy = (InterviewOccupancy){ FALSE, FALSE, FALSE };
  for (guint i = 0; i < present->len; i++)
    {
      const InterviewStay *stay = g_ptr_array_index (present, i);

      if (interview_participant_get_role (stay->participant) != INTERVIEW_ROLE_CANDIDATE)
        {
          occupancy->recruiter = TRUE;
          continue;
        }
      occupancy->candidate = TRUE;
      occupancy->candidate_in_call |= !stay->in_lobby;
    }
}

/**
 * interview_presence_table_set_way:
 * @room_id: a room
 * @n_people: how many may be in it
 * @media_server: (nullable): through whom pictures and sounds go there
 *
 * Returns: whether that is another way than before; %FALSE if nobody is there
 */
gboolean
interview_presence_table_set_way (InterviewPresenceTable *self,
                                  const char *room_id,
                                  guint n_people,
                                  const char *media_server)
{
  Room *room = find_room (self, room_id);

  if (room == NULL)
    return FALSE;
  room->n_people = n_people;
  if (g_strcmp0 (room->media_server, media_server) == 0)
    return FALSE;
  g_free (room->media_server);
  room->media_server = g_strdup (media_server);
  return TRUE;
}

/**
 * interview_presence_table_get_media_server:
 * @room_id: a room
 *
 * Returns: (transfer none) (nullable): through whom pictures and sounds go there
 */
const char *
interview_presence_table_get_media_server (InterviewPresenceTable *self, const char *room_id)
{
  Room *room = find_room (self, room_id);

  return room != NULL ? room->media_server : NULL;
}

/**
 * interview_presence_table_get_people:
 * @room_id: a room
 *
 * Returns: how many may be in it, as was last said; 0 if nobody is there
 */
guint
interview_presence_table_get_people (InterviewPresenceTable *self, const char *room_id)
{
  Room *room = find_room (self, room_id);

  return room != NULL ? room->n_people : 0;
}

/**
 * interview_presence_table_has_room:
 * @room_id: a room
 *
 * Returns: whether somebody is in it, or was a moment ago
 */
gboolean
interview_presence_table_has_room (InterviewPresenceTable *self, const char *room_id)
{
  g_return_val_if_fail (INTERVIEW_IS_PRESENCE_TABLE (self), FALSE);

  return g_hash_table_contains (self->rooms, room_id);
}

/**
 * interview_presence_table_list_rooms:
 *
 * Returns: (transfer full): the rooms in which somebody is, or was a moment ago
 */
GStrv
interview_presence_table_list_rooms (InterviewPresenceTable *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer room_id;

  g_return_val_if_fail (INTERVIEW_IS_PRESENCE_TABLE (self), NULL);

  g_hash_table_iter_init (&iter, self->rooms);
  while (g_hash_table_iter_next (&iter, &room_id, NULL))
    g_strv_builder_add (builder, room_id);
  return g_strv_builder_end (builder);
}
