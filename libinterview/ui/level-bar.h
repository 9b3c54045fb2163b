/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Louder than this, in dB, counts as somebody speaking. */
#define INTERVIEW_LEVEL_BAR_SPEECH (-45.0)

#define INTERVIEW_TYPE_LEVEL_BAR (interview_level_bar_get_type ())
G_DECLARE_FINAL_TYPE (InterviewLevelBar, interview_level_bar, INTERVIEW, LEVEL_BAR, GtkWidget)

GtkWidget *interview_level_bar_new (void);
void interview_level_bar_set_level (InterviewLevelBar *self, double level);
double interview_level_bar_get_level (InterviewLevelBar *self);
double interview_level_bar_fraction (double level);

G_END_DECLS
