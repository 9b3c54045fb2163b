/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/protocol/signal.h"
#include "server/janus-client.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_JANUS_LINK (interview_janus_link_get_type ())
G_DECLARE_FINAL_TYPE (InterviewJanusLink, interview_janus_link, INTERVIEW, JANUS_LINK, GObject)

InterviewJanusLink *interview_janus_link_new (InterviewJanusClient *client,
                                              const char *viewer,
                                              const char *source,
                                              gint64 epoch);
void interview_janus_link_open (InterviewJanusLink *self, JsonObject *join, const char *offer);
void interview_janus_link_answer (InterviewJanusLink *self, const char *sdp);
void interview_janus_link_add_candidate (InterviewJanusLink *self,
                                         gint64 media_line,
                                         const char *candidate);
void interview_janus_link_set_pictures (InterviewJanusLink *self, gboolean wanted);
void interview_janus_link_repeat (InterviewJanusLink *self);
void interview_janus_link_close (InterviewJanusLink *self);
gboolean
interview_janus_link_take_event (InterviewJanusLink *self, guint64 handle, JsonObject *message);

const char *interview_janus_link_get_viewer (InterviewJanusLink *self);
const char *interview_janus_link_get_source (InterviewJanusLink *self);
gint64 interview_janus_link_get_epoch (InterviewJanusLink *self);
gint64 interview_janus_link_get_created (InterviewJanusLink *self);
gboolean interview_janus_link_is_up (InterviewJanusLink *self);
JsonNode *interview_janus_link_get_feed (InterviewJanusLink *self);

G_END_DECLS
