/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/room.h"
#include "program/account.h"
#include "program/rating-delivery.h"

G_BEGIN_DECLS

#define CANDIDATE_TYPE_ENDED_PAGE (candidate_ended_page_get_type ())
G_DECLARE_FINAL_TYPE (CandidateEndedPage, candidate_ended_page, CANDIDATE, ENDED_PAGE, AdwBin)

void candidate_ended_page_set_room (CandidateEndedPage *self, InterviewRoom *room, gboolean over);
void candidate_ended_page_set_rating (CandidateEndedPage *self, InterviewRatingState state);
void candidate_ended_page_set_account (CandidateEndedPage *self, InterviewAccount *account);

G_END_DECLS
