/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "server/readiness.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_READY_CONNECTION (interview_ready_connection_get_type ())
G_DECLARE_FINAL_TYPE (InterviewReadyConnection,
                      interview_ready_connection,
                      INTERVIEW,
                      READY_CONNECTION,
                      GSocketConnection)

InterviewReadyConnection *interview_ready_connection_new (GSocket *socket);
void interview_ready_connection_watch (InterviewReadyConnection *self,
                                       InterviewReadiness *readiness);

G_END_DECLS
