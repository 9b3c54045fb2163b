/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "core/model/room-choice.h"

G_BEGIN_DECLS

void interview_choice_api_get_async (InterviewConnection *connection,
                                     const char *room_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

InterviewRoomChoice *interview_choice_api_get_finish (InterviewConnection *connection,
                                                      GAsyncResult *result,
                                                      GError **error);

void interview_choice_api_choose_async (InterviewConnection *connection,
                                        const char *room_id,
                                        const char *recruiter_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

InterviewRoomChoice *interview_choice_api_choose_finish (InterviewConnection *connection,
                                                         GAsyncResult *result,
                                                         GError **error);

G_END_DECLS
