/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ui/video-paintable.h"

GtkWindow *picture_window_new (int *argc, char ***argv);
GskRenderer *picture_window_get_renderer (GtkWindow *window);
GdkTexture *
picture_window_render (GtkWindow *window, GdkPaintable *paintable, int width, int height);
void picture_window_put_and_await (InterviewFrameSlot *slot,
                                   InterviewVideoPaintable *paintable,
                                   GstSample *sample);
