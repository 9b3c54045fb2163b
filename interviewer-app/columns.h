/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CANDIDATE_TYPE_COLUMNS (candidate_columns_get_type ())
G_DECLARE_FINAL_TYPE (CandidateColumns, candidate_columns, CANDIDATE, COLUMNS, GtkBox)

G_END_DECLS
