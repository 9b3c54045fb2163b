/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_POINTER_REST (interview_pointer_rest_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPointerRest,
                      interview_pointer_rest,
                      INTERVIEW,
                      POINTER_REST,
                      GObject)

InterviewPointerRest *interview_pointer_rest_new (GtkWidget *area, GtkWidget *controls);
gboolean interview_pointer_rest_get_resting (InterviewPointerRest *self);
void interview_pointer_rest_wake (InterviewPointerRest *self);

G_END_DECLS
