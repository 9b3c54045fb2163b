/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libsoup/soup.h>

#include "client/connection.h"

G_BEGIN_DECLS

SoupSession *interview_connection_get_session (InterviewConnection *self);

void interview_connection_renew (InterviewConnection *self);

SoupMessage *interview_connection_new_message (InterviewConnection *self,
                                               const char *method,
                                               const char *scheme,
                                               const char *path,
                                               GError **error);

guint interview_connection_get_time_limit (InterviewConnection *self);

void interview_connection_set_online (InterviewConnection *self, gboolean online);
void interview_connection_set_panel_limit (InterviewConnection *self, guint limit);

void interview_connection_report_signed_out (InterviewConnection *self,
                                             const char *token,
                                             const GError *error);

G_END_DECLS
