/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RATIO_LAYOUT (interview_ratio_layout_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRatioLayout,
                      interview_ratio_layout,
                      INTERVIEW,
                      RATIO_LAYOUT,
                      GtkLayoutManager)

GtkLayoutManager *interview_ratio_layout_new (double ratio);

G_END_DECLS
