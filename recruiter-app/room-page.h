/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/invitation.h"
#include "core/model/room.h"
#include "program/account.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_ROOM_PAGE (recruiter_room_page_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterRoomPage, recruiter_room_page, RECRUITER, ROOM_PAGE, AdwBin)

void recruiter_room_page_set_account (RecruiterRoomPage *self, InterviewAccount *account);
void recruiter_room_page_set_room (RecruiterRoomPage *self, InterviewRoom *room);
void recruiter_room_page_clear (RecruiterRoomPage *self);
InterviewRoom *recruiter_room_page_get_room (RecruiterRoomPage *self);
void recruiter_room_page_set_invitation (RecruiterRoomPage *self, InterviewInvitation *invitation);

G_END_DECLS
