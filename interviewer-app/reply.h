/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "program/account.h"
#include "program/room-watch.h"

G_BEGIN_DECLS

#define CANDIDATE_TYPE_REPLY (candidate_reply_get_type ())
G_DECLARE_FINAL_TYPE (CandidateReply, candidate_reply, CANDIDATE, REPLY, AdwBin)

void candidate_reply_set_watch (CandidateReply *self,
                                InterviewAccount *account,
                                InterviewRoomWatch *watch);
void candidate_reply_update (CandidateReply *self, gint64 now);

G_END_DECLS
