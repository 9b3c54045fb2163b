/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/protocol/event.h"
#include "server/services/actor.h"
#include "server/store/room-row.h"
#include "server/store/room-standing.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewRoomReaders:
 *
 * Who is told of what happens to a room.
 *
 * @INTERVIEW_ROOM_READERS_CANDIDATE: its candidate
 * @INTERVIEW_ROOM_READERS_RECRUITERS: the recruiters assigned to it
 * @INTERVIEW_ROOM_READERS_HR: the company's HR admins
 */
typedef enum
{
  INTERVIEW_ROOM_READERS_CANDIDATE = 1 << 0,
  INTERVIEW_ROOM_READERS_RECRUITERS = 1 << 1,
  INTERVIEW_ROOM_READERS_HR = 1 << 2,
  INTERVIEW_ROOM_READERS_ALL = INTERVIEW_ROOM_READERS_CANDIDATE |
                               INTERVIEW_ROOM_READERS_RECRUITERS | INTERVIEW_ROOM_READERS_HR,
} InterviewRoomReaders;

gboolean interview_room_readers_add (InterviewTransaction *transaction,
                                     const InterviewRoomRow *room,
                                     InterviewRoomReaders readers,
                                     GPtrArray *person_ids,
                                     GError **error);
InterviewRoomStanding *interview_room_readers_get_standing (InterviewTransaction *transaction,
                                                            const InterviewRoomRow *room,
                                                            GError **error);
gboolean interview_room_readers_tell_persons (InterviewTransaction *transaction,
                                              const InterviewRoomRow *room,
                                              GPtrArray *person_ids,
                                              InterviewEventKind kind,
                                              const char *actor_id,
                                              const char *question_id,
                                              GError **error);
gboolean interview_room_readers_tell (InterviewTransaction *transaction,
                                      const InterviewRoomRow *room,
                                      InterviewRoomReaders readers,
                                      InterviewEventKind kind,
                                      const char *actor_id,
                                      const char *question_id,
                                      GError **error);

G_END_DECLS
