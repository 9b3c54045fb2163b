/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RECRUITER_TYPE_DURATION_ROW (recruiter_duration_row_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterDurationRow,
                      recruiter_duration_row,
                      RECRUITER,
                      DURATION_ROW,
                      AdwComboRow)

void recruiter_duration_row_set_minutes (RecruiterDurationRow *self, gint64 minutes);
gint64 recruiter_duration_row_get_minutes (RecruiterDurationRow *self);

G_END_DECLS
