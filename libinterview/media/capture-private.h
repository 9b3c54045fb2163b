/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/broadcast.h"
#include "media/capture.h"

G_BEGIN_DECLS

InterviewBroadcast *interview_capture_get_video (InterviewCapture *self);
InterviewBroadcast *interview_capture_get_audio (InterviewCapture *self);
GstClockTime interview_capture_get_base_time (InterviewCapture *self);

G_END_DECLS
