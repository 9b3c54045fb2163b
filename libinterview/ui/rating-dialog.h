/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "core/model/rating-form.h"
#include "core/model/rating.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RATING_DIALOG (interview_rating_dialog_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRatingDialog,
                      interview_rating_dialog,
                      INTERVIEW,
                      RATING_DIALOG,
                      AdwWindow)

InterviewRatingDialog *interview_rating_dialog_new (GtkWindow *parent, InterviewRatingForm *form);

G_END_DECLS
