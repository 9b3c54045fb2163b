/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>
#include <gst/gst.h>

GstSample *color_bars_new (int width, int height, gboolean bt709, gboolean full);
void color_bars_assert_equal (GdkTexture *texture, GstSample *sample);
