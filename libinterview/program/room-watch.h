/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/room.h"
#include "program/account.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ROOM_WATCH (interview_room_watch_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRoomWatch, interview_room_watch, INTERVIEW, ROOM_WATCH, GObject)

InterviewRoomWatch *interview_room_watch_new (InterviewAccount *account, const char *room_id);

void interview_room_watch_reload (InterviewRoomWatch *self);
const char *interview_room_watch_get_room_id (InterviewRoomWatch *self);
InterviewRoom *interview_room_watch_get_room (InterviewRoomWatch *self);
const GError *interview_room_watch_get_error (InterviewRoomWatch *self);
gboolean interview_room_watch_is_over (InterviewRoomWatch *self);
gboolean interview_room_watch_is_removed (InterviewRoomWatch *self);

G_END_DECLS
