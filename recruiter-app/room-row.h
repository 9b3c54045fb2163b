/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/model/room.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_ROOM_ROW (recruiter_room_row_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterRoomRow, recruiter_room_row, RECRUITER, ROOM_ROW, GtkListBoxRow)

GtkWidget *recruiter_room_row_new (InterviewRoom *room);

InterviewRoom *recruiter_room_row_get_room (RecruiterRoomRow *self);
void recruiter_room_row_set_now (RecruiterRoomRow *self, gint64 now);

G_END_DECLS
