/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/model/rating-form.h"
#include "program/account.h"

G_BEGIN_DECLS

/**
 * InterviewRatingState:
 * @INTERVIEW_RATING_STATE_UNKNOWN: the form has not come yet
 * @INTERVIEW_RATING_STATE_OPEN: there is somebody to rate
 * @INTERVIEW_RATING_STATE_KEPT: rated, and not delivered yet
 * @INTERVIEW_RATING_STATE_DELIVERED: rated and delivered
 * @INTERVIEW_RATING_STATE_NOTHING: there is nothing to rate
 *
 * How far the rating of one interview is.
 */
typedef enum
{
  INTERVIEW_RATING_STATE_UNKNOWN,
  INTERVIEW_RATING_STATE_OPEN,
  INTERVIEW_RATING_STATE_KEPT,
  INTERVIEW_RATING_STATE_DELIVERED,
  INTERVIEW_RATING_STATE_NOTHING,
} InterviewRatingState;

#define INTERVIEW_TYPE_RATING_STATE (interview_rating_state_get_type ())
GType interview_rating_state_get_type (void);

#define INTERVIEW_TYPE_RATING_DELIVERY (interview_rating_delivery_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRatingDelivery,
                      interview_rating_delivery,
                      INTERVIEW,
                      RATING_DELIVERY,
                      GObject)

InterviewRatingDelivery *interview_rating_delivery_new (InterviewAccount *account,
                                                        const char *room_id);

void interview_rating_delivery_load (InterviewRatingDelivery *self);
void interview_rating_delivery_present (InterviewRatingDelivery *self, GtkWindow *parent);
InterviewRatingState interview_rating_delivery_get_state (InterviewRatingDelivery *self);

G_END_DECLS
