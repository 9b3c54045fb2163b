/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "help-desk.h"
#include "room-list.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_ROOMS_PAGE (recruiter_rooms_page_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterRoomsPage, recruiter_rooms_page, RECRUITER, ROOMS_PAGE, AdwBin)

void recruiter_rooms_page_set_list (RecruiterRoomsPage *self, RecruiterRoomList *list);
void recruiter_rooms_page_set_help (RecruiterRoomsPage *self, RecruiterHelpDesk *help);
void
recruiter_rooms_page_set_names (RecruiterRoomsPage *self, const char *company, const char *person);
void recruiter_rooms_page_set_online (RecruiterRoomsPage *self, gboolean online);
void recruiter_rooms_page_select (RecruiterRoomsPage *self, const char *room_id);

G_END_DECLS
