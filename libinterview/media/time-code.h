/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/video/video.h>

G_BEGIN_DECLS

gboolean interview_time_code_draw (GstVideoFrame *frame, gint64 milliseconds);
gboolean interview_time_code_read (GstVideoFrame *frame, gint64 *milliseconds);

G_END_DECLS
