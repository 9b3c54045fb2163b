/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RECRUITER_TYPE_NUMBER_ROW (recruiter_number_row_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterNumberRow, recruiter_number_row, RECRUITER, NUMBER_ROW, AdwActionRow)

gint64 recruiter_number_row_get_value (RecruiterNumberRow *self);
void recruiter_number_row_set_value (RecruiterNumberRow *self, gint64 value);

G_END_DECLS
