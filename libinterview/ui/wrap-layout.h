/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_WRAP_LAYOUT (interview_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (InterviewWrapLayout,
                      interview_wrap_layout,
                      INTERVIEW,
                      WRAP_LAYOUT,
                      GtkLayoutManager)

GtkLayoutManager *interview_wrap_layout_new (int spacing);

G_END_DECLS
