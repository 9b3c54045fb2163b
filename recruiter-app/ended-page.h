/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/room-watch.h"

G_BEGIN_DECLS

#define RECRUITER_TYPE_ENDED_PAGE (recruiter_ended_page_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterEndedPage, recruiter_ended_page, RECRUITER, ENDED_PAGE, AdwBin)

void recruiter_ended_page_open (RecruiterEndedPage *self, InterviewRoomWatch *watch);

G_END_DECLS
