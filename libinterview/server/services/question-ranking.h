/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double interview_question_ranking_weight (gint64 age);
double interview_question_ranking_score (double rooms_of_position,
                                         double rooms_of_company,
                                         double all_rooms_of_company);

G_END_DECLS
