/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/endpoint.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CONNECTION (interview_connection_get_type ())
G_DECLARE_FINAL_TYPE (InterviewConnection, interview_connection, INTERVIEW, CONNECTION, GObject)

InterviewConnection *interview_connection_new (InterviewEndpoint *endpoint,
                                               const char *token,
                                               const char *const *languages,
                                               gboolean insecure);

InterviewEndpoint *interview_connection_get_endpoint (InterviewConnection *self);

const char *interview_connection_get_token (InterviewConnection *self);

void interview_connection_set_token (InterviewConnection *self, const char *token);

gboolean interview_connection_get_insecure (InterviewConnection *self);

gboolean interview_connection_get_online (InterviewConnection *self);
guint interview_connection_get_panel_limit (InterviewConnection *self);

void interview_connection_set_time_limit (InterviewConnection *self, guint milliseconds);

G_END_DECLS
