/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_MOMENT_ROW (interview_moment_row_get_type ())
G_DECLARE_FINAL_TYPE (InterviewMomentRow,
                      interview_moment_row,
                      INTERVIEW,
                      MOMENT_ROW,
                      AdwPreferencesRow)

void interview_moment_row_set_time (InterviewMomentRow *self, gint64 time);
gint64 interview_moment_row_get_time (InterviewMomentRow *self);

G_END_DECLS
