/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/devices.h"
#include "program/room-watch.h"

G_BEGIN_DECLS

#define CANDIDATE_TYPE_LOBBY_PAGE (candidate_lobby_page_get_type ())
G_DECLARE_FINAL_TYPE (CandidateLobbyPage, candidate_lobby_page, CANDIDATE, LOBBY_PAGE, AdwBin)

void candidate_lobby_page_set_devices (CandidateLobbyPage *self, InterviewDevices *devices);
void candidate_lobby_page_set_person_name (CandidateLobbyPage *self, const char *name);
void candidate_lobby_page_set_watch (CandidateLobbyPage *self,
                                     InterviewAccount *account,
                                     InterviewRoomWatch *watch);
gboolean candidate_lobby_page_is_early (CandidateLobbyPage *self);

G_END_DECLS
