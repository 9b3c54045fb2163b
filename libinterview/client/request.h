/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "client/page.h"
#include "core/protocol/problem.h"
#include "core/protocol/routes.h"
#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_REQUEST (interview_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRequest, interview_request, INTERVIEW, REQUEST, GObject)

InterviewRequest *interview_request_new (InterviewConnection *connection,
                                         InterviewRoute route,
                                         const char *first,
                                         const char *second);

void interview_request_set_query (InterviewRequest *self, const char *name, const char *value);

void interview_request_set_idempotency_key (InterviewRequest *self, const char *key);
void interview_request_set_body (InterviewRequest *self, InterviewRecord *body);

void interview_request_set_part (InterviewRequest *self, GBytes *part, gint64 offset, gint64 size);

void interview_request_expect_record (InterviewRequest *self, GType type);

void interview_request_expect_page (InterviewRequest *self, GType item_type);

void interview_request_send_async (InterviewRequest *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

gpointer interview_request_send_finish (InterviewConnection *connection,
                                        GAsyncResult *result,
                                        GError **error);

gboolean interview_request_send_finish_empty (InterviewConnection *connection,
                                              GAsyncResult *result,
                                              GError **error);

const char *interview_request_get_idempotency_key (InterviewRequest *self);

guint interview_request_get_status (InterviewRequest *self);

InterviewProblem *interview_request_get_problem (InterviewRequest *self);

G_END_DECLS
