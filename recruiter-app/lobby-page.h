/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/room.h"
#include "program/account.h"
#include "program/devices.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_LOBBY_PAGE (recruiter_lobby_page_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterLobbyPage, recruiter_lobby_page, RECRUITER, LOBBY_PAGE, AdwBin)

void recruiter_lobby_page_open (RecruiterLobbyPage *self,
                                InterviewAccount *account,
                                InterviewDevices *devices,
                                InterviewRoom *room);

G_END_DECLS
