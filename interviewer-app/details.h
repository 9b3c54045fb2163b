/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/clock.h"
#include "core/model/room.h"

G_BEGIN_DECLS

#define CANDIDATE_TYPE_DETAILS (candidate_details_get_type ())
G_DECLARE_FINAL_TYPE (CandidateDetails, candidate_details, CANDIDATE, DETAILS, AdwBin)

void candidate_details_show (CandidateDetails *self, InterviewRoom *room, gint64 now);

G_END_DECLS
