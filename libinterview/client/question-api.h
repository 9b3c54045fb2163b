/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "client/page.h"
#include "core/model/question.h"

G_BEGIN_DECLS

void interview_question_api_list_async (InterviewConnection *connection,
                                        const char *room_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

InterviewPage *interview_question_api_list_finish (InterviewConnection *connection,
                                                   GAsyncResult *result,
                                                   GError **error);

void interview_question_api_set_asked_async (InterviewConnection *connection,
                                             const char *room_id,
                                             const char *question_id,
                                             gboolean asked,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);

InterviewQuestion *interview_question_api_set_asked_finish (InterviewConnection *connection,
                                                            GAsyncResult *result,
                                                            GError **error);

G_END_DECLS
