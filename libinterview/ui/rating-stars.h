/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* More stars than this are not drawn. */
#define INTERVIEW_RATING_STARS_MAX 10

#define INTERVIEW_TYPE_RATING_STARS (interview_rating_stars_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRatingStars,
                      interview_rating_stars,
                      INTERVIEW,
                      RATING_STARS,
                      GtkWidget)

GtkWidget *interview_rating_stars_new (const char *label, guint scale);

guint interview_rating_stars_get_value (InterviewRatingStars *self);
void interview_rating_stars_set_value (InterviewRatingStars *self, guint value);
guint interview_rating_stars_get_scale (InterviewRatingStars *self);
void interview_rating_stars_set_scale (InterviewRatingStars *self, guint scale);
void interview_rating_stars_set_label (InterviewRatingStars *self, const char *label);

G_END_DECLS
