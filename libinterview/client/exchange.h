/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libsoup/soup.h>

#include "client/connection.h"

G_BEGIN_DECLS

void interview_exchange_async (InterviewConnection *connection,
                               SoupMessage *message,
                               gsize limit,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

GBytes *
interview_exchange_finish (InterviewConnection *connection, GAsyncResult *result, GError **error);

G_END_DECLS
