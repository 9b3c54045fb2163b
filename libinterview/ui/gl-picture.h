/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_GL_PICTURE (interview_gl_picture_get_type ())
G_DECLARE_FINAL_TYPE (InterviewGlPicture, interview_gl_picture, INTERVIEW, GL_PICTURE, GObject)

InterviewGlPicture *interview_gl_picture_new (GdkDisplay *display, GError **error);
InterviewGlPicture *interview_gl_picture_new_for_native (GtkNative *native);

void interview_gl_picture_draw_async (InterviewGlPicture *self,
                                      GstSample *sample,
                                      int width,
                                      int height,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GdkTexture *
interview_gl_picture_draw_finish (InterviewGlPicture *self, GAsyncResult *result, GError **error);

gboolean interview_gl_picture_can_draw (GstSample *sample);
gboolean interview_gl_picture_is_software (const char *renderer);

G_END_DECLS
