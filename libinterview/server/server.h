/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/clock.h"
#include "core/endpoint.h"
#include "server/blobs/blob-store.h"
#include "server/config.h"
#include "server/store/store.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SERVER (interview_server_get_type ())
G_DECLARE_FINAL_TYPE (InterviewServer, interview_server, INTERVIEW, SERVER, GObject)

InterviewServer *interview_server_new (const InterviewConfig *config, InterviewClock *clock);
gboolean interview_server_start (InterviewServer *self, GError **error);
void interview_server_stop_async (InterviewServer *self,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean interview_server_stop_finish (InterviewServer *self, GAsyncResult *result, GError **error);

InterviewStore *interview_server_get_store (InterviewServer *self);
InterviewEndpoint *interview_server_get_endpoint (InterviewServer *self);
const char *interview_server_get_address (InterviewServer *self);
const char *interview_server_get_fingerprint (InterviewServer *self);

G_END_DECLS
