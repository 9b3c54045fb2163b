/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "core/model/rating-draft.h"
#include "core/model/rating-form.h"

G_BEGIN_DECLS

void interview_rating_api_get_form_async (InterviewConnection *connection,
                                          const char *room_id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

InterviewRatingForm *interview_rating_api_get_form_finish (InterviewConnection *connection,
                                                           GAsyncResult *result,
                                                           GError **error);

void interview_rating_api_get_draft_async (InterviewConnection *connection,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);

InterviewRatingDraft *interview_rating_api_get_draft_finish (InterviewConnection *connection,
                                                             GAsyncResult *result,
                                                             GError **error);

void interview_rating_api_replace_draft_async (InterviewConnection *connection,
                                               InterviewRatingDraft *draft,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);

InterviewRatingDraft *interview_rating_api_replace_draft_finish (InterviewConnection *connection,
                                                                 GAsyncResult *result,
                                                                 GError **error);

G_END_DECLS
