/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gdk/gdk.h>

#include "media/frame-slot.h"
#include "ui/gl-picture.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_VIDEO_PAINTABLE (interview_video_paintable_get_type ())
G_DECLARE_FINAL_TYPE (InterviewVideoPaintable,
                      interview_video_paintable,
                      INTERVIEW,
                      VIDEO_PAINTABLE,
                      GObject)

InterviewVideoPaintable *interview_video_paintable_new (void);

InterviewFrameSlot *interview_video_paintable_get_slot (InterviewVideoPaintable *self);
void interview_video_paintable_set_slot (InterviewVideoPaintable *self, InterviewFrameSlot *slot);
void interview_video_paintable_set_mirrored (InterviewVideoPaintable *self, gboolean mirrored);
void interview_video_paintable_set_gl_picture (InterviewVideoPaintable *self,
                                               InterviewGlPicture *picture);
void interview_video_paintable_set_takes_planes (InterviewVideoPaintable *self,
                                                 gboolean takes_planes);
gboolean interview_video_paintable_get_has_picture (InterviewVideoPaintable *self);

G_END_DECLS
