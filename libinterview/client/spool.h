/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "core/endpoint.h"
#include "core/model/chat-message.h"
#include "core/model/rating.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SPOOL (interview_spool_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSpool, interview_spool, INTERVIEW, SPOOL, GObject)

InterviewSpool *interview_spool_new (const char *path, gboolean insecure);

void interview_spool_open_async (InterviewSpool *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

gboolean interview_spool_open_finish (InterviewSpool *self, GAsyncResult *result, GError **error);

void interview_spool_add_async (InterviewSpool *self,
                                InterviewEndpoint *endpoint,
                                InterviewRecord *entry,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

gboolean interview_spool_add_finish (InterviewSpool *self, GAsyncResult *result, GError **error);

void interview_spool_deliver_now (InterviewSpool *self);

guint interview_spool_get_n_waiting (InterviewSpool *self);
GListModel *interview_spool_get_messages (InterviewSpool *self);

void interview_spool_set_session (InterviewSpool *self,
                                  InterviewConnection *connection,
                                  const char *person_id);

G_END_DECLS
