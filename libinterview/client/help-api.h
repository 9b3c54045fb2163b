/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "core/model/help.h"
#include "core/protocol/help-request.h"

G_BEGIN_DECLS

void interview_help_api_get_async (InterviewConnection *connection,
                                   const char *room_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

void interview_help_api_ask_async (InterviewConnection *connection,
                                   const char *room_id,
                                   InterviewHelpRequest *request,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

void interview_help_api_close_async (InterviewConnection *connection,
                                     const char *room_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

InterviewHelp *
interview_help_api_finish (InterviewConnection *connection, GAsyncResult *result, GError **error);

G_END_DECLS
