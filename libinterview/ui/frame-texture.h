/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkTexture *interview_frame_texture_new (GstSample *sample);
gboolean interview_frame_texture_takes_planes (GtkNative *native);
void interview_frame_texture_snapshot (GdkTexture *texture,
                                       GtkSnapshot *snapshot,
                                       double width,
                                       double height);

G_END_DECLS
