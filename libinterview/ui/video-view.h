/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "media/frame-slot.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_VIDEO_VIEW (interview_video_view_get_type ())
G_DECLARE_FINAL_TYPE (InterviewVideoView, interview_video_view, INTERVIEW, VIDEO_VIEW, GtkWidget)

InterviewVideoView *interview_video_view_new (InterviewFrameSlot *slot);

void interview_video_view_set_frame_slot (InterviewVideoView *self, InterviewFrameSlot *slot);
void interview_video_view_set_name (InterviewVideoView *self, const char *name);
void interview_video_view_set_note (InterviewVideoView *self, const char *note);
void interview_video_view_set_inset (InterviewVideoView *self, int inset);
void interview_video_view_set_screen (InterviewVideoView *self, gboolean screen);
void interview_video_view_set_own (InterviewVideoView *self, gboolean own);

G_END_DECLS
