/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

#include "core/protocol/ice-settings.h"

G_BEGIN_DECLS

char *interview_ice_path_describe (InterviewIceServer *server);
gboolean interview_ice_path_configure (GstElement *webrtcbin, InterviewIceSettings *settings);
void interview_ice_path_give_back (GstElement *webrtcbin);

G_END_DECLS
