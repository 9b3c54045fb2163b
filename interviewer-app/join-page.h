/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/link.h"

G_BEGIN_DECLS

#define CANDIDATE_TYPE_JOIN_PAGE (candidate_join_page_get_type ())
G_DECLARE_FINAL_TYPE (CandidateJoinPage, candidate_join_page, CANDIDATE, JOIN_PAGE, AdwBin)

void candidate_join_page_set_server (CandidateJoinPage *self, const char *server);
void candidate_join_page_set_text (CandidateJoinPage *self, const char *text);
void candidate_join_page_set_busy (CandidateJoinPage *self, gboolean busy);
void candidate_join_page_set_message (CandidateJoinPage *self, const char *message);
void candidate_join_page_continue (CandidateJoinPage *self);

G_END_DECLS
