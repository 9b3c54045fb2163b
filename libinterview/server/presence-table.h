/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "server/services/occupancy.h"
#include "server/stay.h"
#include "server/store/room-standing.h"

G_BEGIN_DECLS

/**
 * InterviewArrival:
 *
 * How somebody came into a room.
 *
 * @INTERVIEW_ARRIVAL_NEW: was not there
 * @INTERVIEW_ARRIVAL_REPLACING: the same person was there with another instance, which is out now
 * @INTERVIEW_ARRIVAL_RESUMING: the same instance is still there, with its old socket or this one
 * @INTERVIEW_ARRIVAL_RETURNING: the same instance was lost less than a lease ago
 * @INTERVIEW_ARRIVAL_TAKEN: another person uses the instance; nothing changed
 * @INTERVIEW_ARRIVAL_FULL: no place is left; nothing changed
 */
typedef enum
{
  INTERVIEW_ARRIVAL_NEW,
  INTERVIEW_ARRIVAL_REPLACING,
  INTERVIEW_ARRIVAL_RESUMING,
  INTERVIEW_ARRIVAL_RETURNING,
  INTERVIEW_ARRIVAL_TAKEN,
  INTERVIEW_ARRIVAL_FULL,
} InterviewArrival;

#define INTERVIEW_TYPE_PRESENCE_TABLE (interview_presence_table_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPresenceTable,
                      interview_presence_table,
                      INTERVIEW,
                      PRESENCE_TABLE,
                      GObject)

InterviewPresenceTable *interview_presence_table_new (gint64 lease);

InterviewArrival interview_presence_table_join (InterviewPresenceTable *self,
                                                const char *room_id,
                                                const InterviewStay *stay,
                                                InterviewStay **replaced);
InterviewStay *
interview_presence_table_leave (InterviewPresenceTable *self, const char *room_id, GObject *owner);
InterviewStay *interview_presence_table_lose (InterviewPresenceTable *self,
                                              const char *room_id,
                                              GObject *owner,
                                              gint64 now);
gboolean interview_presence_table_touch (InterviewPresenceTable *self,
                                         const char *room_id,
                                         GObject *owner,
                                         gint64 now);
char *
interview_presence_table_expire (InterviewPresenceTable *self, gint64 now, InterviewStay **expired);
GPtrArray *interview_presence_table_remove (InterviewPresenceTable *self,
                                            const InterviewRoomStanding *standing);
InterviewStay *interview_presence_table_move (InterviewPresenceTable *self,
                                              const InterviewRoomStanding *standing);

const InterviewStay *interview_presence_table_find (InterviewPresenceTable *self,
                                                    const char *room_id,
                                                    const char *instance);
const InterviewStay *interview_presence_table_find_owner (InterviewPresenceTable *self,
                                                          const char *room_id,
                                                          GObject *owner);
GPtrArray *interview_presence_table_list (InterviewPresenceTable *self, const char *room_id);
void interview_presence_table_get_occupancy (InterviewPresenceTable *self,
                                             const char *room_id,
                                             InterviewOccupancy *occupancy);

gboolean interview_presence_table_set_way (InterviewPresenceTable *self,
                                           const char *room_id,
                                           guint n_people,
                                           const char *media_server);
const char *interview_presence_table_get_media_server (InterviewPresenceTable *self,
                                                       const char *room_id);
guint interview_presence_table_get_people (InterviewPresenceTable *self, const char *room_id);
gboolean interview_presence_table_has_room (InterviewPresenceTable *self, const char *room_id);
GStrv interview_presence_table_list_rooms (InterviewPresenceTable *self);

G_END_DECLS
