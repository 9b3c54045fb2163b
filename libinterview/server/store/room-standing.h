/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/room.h"

G_BEGIN_DECLS

/**
 * InterviewRoomStanding:
 * @revision: of the room; what is older does not count any more
 * @over: whether nobody can be in it any more
 * @entrance: how far its candidate may come
 * @recruiter_ids: (array zero-terminated=1): its panel
 *
 * Who may be in a room, as the store says it: what the hub needs to know of it.
 */
typedef struct
{
  char *room_id;
  gint64 revision;
  gboolean over;
  char *candidate_id;
  InterviewRoomEntrance entrance;
  GStrv recruiter_ids;
} InterviewRoomStanding;

InterviewRoomStanding *interview_room_standing_copy (const InterviewRoomStanding *standing);
void interview_room_standing_free (InterviewRoomStanding *standing);
gboolean interview_room_standing_admits (const InterviewRoomStanding *standing,
                                         const char *person_id);
guint interview_room_standing_count (const InterviewRoomStanding *standing);
gboolean interview_room_standing_keeps_in_lobby (const InterviewRoomStanding *standing,
                                                 const char *person_id);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewRoomStanding, interview_room_standing_free)

G_END_DECLS
