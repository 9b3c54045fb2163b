/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/video/video.h>

G_BEGIN_DECLS

#define PICTURES_RATE 30

typedef struct _Pictures Pictures;

Pictures *pictures_new (int width, int height);
void pictures_free (Pictures *self);

GstElement *pictures_camera (gpointer pictures);
void pictures_next (Pictures *self, GstVideoFrame *frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pictures, pictures_free)

G_END_DECLS
