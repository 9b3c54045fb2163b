/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/room.h"
#include "help-desk.h"
#include "program/account.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_HOME_PAGE (recruiter_home_page_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterHomePage, recruiter_home_page, RECRUITER, HOME_PAGE, AdwBin)

void recruiter_home_page_set_help (RecruiterHomePage *self, RecruiterHelpDesk *help);
void recruiter_home_page_open (RecruiterHomePage *self, InterviewAccount *account);
void recruiter_home_page_close (RecruiterHomePage *self);
void recruiter_home_page_reload (RecruiterHomePage *self);
void recruiter_home_page_choose (RecruiterHomePage *self, InterviewRoom *room);
void recruiter_home_page_show_new_room (RecruiterHomePage *self);
void recruiter_home_page_show_staffing (RecruiterHomePage *self);
void recruiter_home_page_go_back (RecruiterHomePage *self);
InterviewRoom *recruiter_home_page_find (RecruiterHomePage *self, const char *room_id);
InterviewRoom *recruiter_home_page_find_next (RecruiterHomePage *self);

G_END_DECLS
