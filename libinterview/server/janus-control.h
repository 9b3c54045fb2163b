/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "server/janus-client.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_JANUS_CONTROL (interview_janus_control_get_type ())
G_DECLARE_FINAL_TYPE (InterviewJanusControl,
                      interview_janus_control,
                      INTERVIEW,
                      JANUS_CONTROL,
                      GObject)

InterviewJanusControl *interview_janus_control_new (InterviewJanusClient *client);
void interview_janus_control_open (InterviewJanusControl *self, const char *admin_key);
void interview_janus_control_close (InterviewJanusControl *self);
gboolean interview_janus_control_is_made (InterviewJanusControl *self);
void interview_janus_control_add_to (InterviewJanusControl *self, JsonObject *request);

G_END_DECLS
