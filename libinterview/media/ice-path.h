/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

#include "core/ice-uri.h"
#include "core/protocol/ice-settings.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ICE_PATH (interview_ice_path_get_type ())
G_DECLARE_FINAL_TYPE (InterviewIcePath, interview_ice_path, INTERVIEW, ICE_PATH, GObject)

InterviewIcePath *interview_ice_path_new (GstElement *webrtcbin, InterviewIceSettings *settings);
gboolean interview_ice_path_has_relay (InterviewIcePath *self);
void interview_ice_path_close (InterviewIcePath *self);

char *interview_ice_path_describe (InterviewIceServer *server, const InterviewIceUri *uri);

G_END_DECLS
