/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/account.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_NEW_ROOM_PAGE (recruiter_new_room_page_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterNewRoomPage,
                      recruiter_new_room_page,
                      RECRUITER,
                      NEW_ROOM_PAGE,
                      AdwBin)

void recruiter_new_room_page_open (RecruiterNewRoomPage *self, InterviewAccount *account);

G_END_DECLS
