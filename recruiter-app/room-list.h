/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/connection.h"
#include "core/model/room.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_ROOM_LIST (recruiter_room_list_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterRoomList, recruiter_room_list, RECRUITER, ROOM_LIST, GObject)

RecruiterRoomList *recruiter_room_list_new (InterviewConnection *connection);

void recruiter_room_list_reload (RecruiterRoomList *self);
gboolean recruiter_room_list_get_loaded (RecruiterRoomList *self);
gboolean recruiter_room_list_get_loading (RecruiterRoomList *self);
const GError *recruiter_room_list_get_error (RecruiterRoomList *self);
InterviewRoom *recruiter_room_list_find (RecruiterRoomList *self, const char *room_id);
InterviewRoom *recruiter_room_list_find_next (RecruiterRoomList *self, gint64 now);

G_END_DECLS
