/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * InterviewInletEndFunc:
 *
 * Called when the far end has closed the connection.
 *
 * Returns: whether the one who reads is to be kept from knowing, because somebody else ends it
 */
typedef gboolean (*InterviewInletEndFunc) (gpointer user_data);

/**
 * InterviewInletFirstFunc:
 * @first_byte: of the connection
 *
 * Called once, when something has come.
 *
 * Returns: whether the one who reads gets it; else it gets the end
 */
typedef gboolean (*InterviewInletFirstFunc) (guint8 first_byte, gpointer user_data);

#define INTERVIEW_TYPE_INLET_INPUT (interview_inlet_input_get_type ())
G_DECLARE_FINAL_TYPE (InterviewInletInput,
                      interview_inlet_input,
                      INTERVIEW,
                      INLET_INPUT,
                      GFilterInputStream)

InterviewInletInput *interview_inlet_input_new (GInputStream *base);
void interview_inlet_input_set_funcs (InterviewInletInput *self,
                                      InterviewInletFirstFunc first,
                                      InterviewInletEndFunc end,
                                      gpointer user_data);

G_END_DECLS
