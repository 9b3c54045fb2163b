/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_HANDSHAKE (interview_handshake_get_type ())
G_DECLARE_FINAL_TYPE (InterviewHandshake, interview_handshake, INTERVIEW, HANDSHAKE, GObject)

InterviewHandshake *interview_handshake_new (GstElement *webrtcbin);
void interview_handshake_offer (InterviewHandshake *self);
gboolean
interview_handshake_accept_offer (InterviewHandshake *self, const char *sdp, GError **error);
gboolean
interview_handshake_accept_answer (InterviewHandshake *self, const char *sdp, GError **error);
void interview_handshake_add_candidate (InterviewHandshake *self,
                                        guint media_line,
                                        const char *candidate);
void interview_handshake_repeat (InterviewHandshake *self);
gboolean interview_handshake_is_answered (InterviewHandshake *self);
void interview_handshake_close (InterviewHandshake *self);

G_END_DECLS
