/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/rating-draft.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewRatingDraft *interview_rating_draft_service_get (InterviewTransaction *transaction,
                                                          InterviewActor *actor,
                                                          GError **error);
InterviewRatingDraft *interview_rating_draft_service_replace (InterviewTransaction *transaction,
                                                              InterviewActor *actor,
                                                              InterviewRatingDraft *draft,
                                                              GError **error);

G_END_DECLS
