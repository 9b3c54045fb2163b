/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/webrtc/webrtc.h>

G_BEGIN_DECLS

GstWebRTCSessionDescription *
interview_description_parse (GstWebRTCSDPType type, const char *text, GError **error);
char *interview_description_to_text (const GstSDPMessage *message);
guint interview_description_find_extension (const GstSDPMessage *message, const char *uri);
void interview_description_accept_reduced_size (const GstSDPMessage *offer, GstSDPMessage *answer);

G_END_DECLS
