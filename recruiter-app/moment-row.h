/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RECRUITER_TYPE_MOMENT_ROW (recruiter_moment_row_get_type ())
G_DECLARE_FINAL_TYPE (RecruiterMomentRow,
                      recruiter_moment_row,
                      RECRUITER,
                      MOMENT_ROW,
                      AdwPreferencesRow)

void recruiter_moment_row_set_time (RecruiterMomentRow *self, gint64 time);
gint64 recruiter_moment_row_get_time (RecruiterMomentRow *self);

G_END_DECLS
