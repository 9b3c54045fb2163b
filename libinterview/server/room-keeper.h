/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/hub.h"
#include "server/store/store.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ROOM_KEEPER (interview_room_keeper_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRoomKeeper, interview_room_keeper, INTERVIEW, ROOM_KEEPER, GObject)

InterviewRoomKeeper *interview_room_keeper_new (InterviewStore *store, InterviewHub *hub);
void interview_room_keeper_start (InterviewRoomKeeper *self);
void interview_room_keeper_stop (InterviewRoomKeeper *self);

G_END_DECLS
