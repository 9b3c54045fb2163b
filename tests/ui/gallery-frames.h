/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "media/frame-slot.h"

G_BEGIN_DECLS

#define GALLERY_TYPE_FRAMES (gallery_frames_get_type ())
G_DECLARE_FINAL_TYPE (GalleryFrames, gallery_frames, GALLERY, FRAMES, GObject)

GalleryFrames *gallery_frames_new (InterviewFrameSlot *slot, double hue);

G_END_DECLS
