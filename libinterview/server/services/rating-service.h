/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/rating-form.h"
#include "core/model/rating.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewRatingForm *interview_rating_service_get_form (InterviewTransaction *transaction,
                                                        InterviewActor *actor,
                                                        const char *room_id,
                                                        GError **error);
InterviewRating *interview_rating_service_submit (InterviewTransaction *transaction,
                                                  const char *rating_id,
                                                  InterviewRating *rating,
                                                  gboolean *created,
                                                  GError **error);
GPtrArray *interview_rating_service_list_received (InterviewTransaction *transaction,
                                                   InterviewActor *actor,
                                                   const char *recruiter_id,
                                                   GError **error);

G_END_DECLS
