/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "media/remote.h"
#include "ui/video-view.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_VIDEO_STAGE (interview_video_stage_get_type ())
G_DECLARE_FINAL_TYPE (InterviewVideoStage, interview_video_stage, INTERVIEW, VIDEO_STAGE, GtkWidget)

InterviewVideoStage *interview_video_stage_new (void);

void interview_video_stage_set_remotes (InterviewVideoStage *self, GListModel *remotes);
InterviewVideoView *interview_video_stage_get_own (InterviewVideoStage *self);
void interview_video_stage_set_free_area (InterviewVideoStage *self, const GdkRectangle *free);
void interview_video_stage_set_controls_size (InterviewVideoStage *self, int width, int height);

G_END_DECLS
