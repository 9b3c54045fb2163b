/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/visit.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_LOBBY_BAR (recruiter_lobby_bar_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterLobbyBar, recruiter_lobby_bar, RECRUITER, LOBBY_BAR, AdwBin)

void recruiter_lobby_bar_open (RecruiterLobbyBar *self,
                               InterviewConnection *connection,
                               InterviewVisit *visit);
void recruiter_lobby_bar_close (RecruiterLobbyBar *self);
void recruiter_lobby_bar_send_back (RecruiterLobbyBar *self);
void recruiter_lobby_bar_deny (RecruiterLobbyBar *self);

G_END_DECLS
