/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

GstElement *
interview_screen_source_new_x11 (const char *display_name, guint64 window, GError **error);
GstElement *interview_screen_source_new_pipewire (int fd, guint node, GError **error);

G_END_DECLS
