/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "client/connection.h"
#include "core/protocol/envelope.h"
#include "core/protocol/hello.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_EVENT_LINE (interview_event_line_get_type ())
G_DECLARE_FINAL_TYPE (InterviewEventLine, interview_event_line, INTERVIEW, EVENT_LINE, GObject)

InterviewEventLine *interview_event_line_new (InterviewConnection *connection,
                                              InterviewHello *hello,
                                              guint ping_interval,
                                              guint lease);

void interview_event_line_open (InterviewEventLine *self);

void interview_event_line_send (InterviewEventLine *self,
                                InterviewMessageType type,
                                InterviewRecord *body);

gboolean interview_event_line_doubt (InterviewEventLine *self);

void interview_event_line_close_async (InterviewEventLine *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

gboolean
interview_event_line_close_finish (InterviewEventLine *self, GAsyncResult *result, GError **error);

G_END_DECLS
