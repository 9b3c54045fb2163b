/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_FRAME_SLOT (interview_frame_slot_get_type ())
G_DECLARE_FINAL_TYPE (InterviewFrameSlot, interview_frame_slot, INTERVIEW, FRAME_SLOT, GObject)

/**
 * InterviewFrameSlotFunc:
 * @slot: the slot that has news
 * @user_data: what was given with it
 *
 * Called on the main context of the slot; it takes the frame with interview_frame_slot_take().
 */
typedef void (*InterviewFrameSlotFunc) (InterviewFrameSlot *slot, gpointer user_data);

InterviewFrameSlot *interview_frame_slot_new (void);
void interview_frame_slot_add_reader (InterviewFrameSlot *self,
                                      InterviewFrameSlotFunc callback,
                                      gpointer user_data,
                                      GDestroyNotify destroy);
void interview_frame_slot_remove_reader (InterviewFrameSlot *self, gpointer user_data);

void interview_frame_slot_remind (InterviewFrameSlot *self);

void interview_frame_slot_put (InterviewFrameSlot *self, GstSample *sample);
void interview_frame_slot_clear (InterviewFrameSlot *self);
GstSample *interview_frame_slot_take (InterviewFrameSlot *self);
gboolean interview_frame_slot_is_blank (InterviewFrameSlot *self);
guint64 interview_frame_slot_get_frames (InterviewFrameSlot *self);
guint64 interview_frame_slot_get_missed (InterviewFrameSlot *self);

void interview_frame_slot_set_display_size (InterviewFrameSlot *self, int width, int height);
int interview_frame_slot_get_display_width (InterviewFrameSlot *self);
int interview_frame_slot_get_display_height (InterviewFrameSlot *self);

void interview_frame_slot_set_planar (InterviewFrameSlot *self, gboolean planar);
gboolean interview_frame_slot_get_planar (InterviewFrameSlot *self);

G_END_DECLS
