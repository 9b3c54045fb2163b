/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "client/connection.h"

G_BEGIN_DECLS

#define CANDIDATE_TYPE_RECRUITERS (candidate_recruiters_get_type ())
G_DECLARE_FINAL_TYPE (CandidateRecruiters,
                      candidate_recruiters,
                      CANDIDATE,
                      RECRUITERS,
                      AdwPreferencesGroup)

void candidate_recruiters_set_room (CandidateRecruiters *self,
                                    InterviewConnection *connection,
                                    const char *room_id);
void candidate_recruiters_reload (CandidateRecruiters *self);

G_END_DECLS
