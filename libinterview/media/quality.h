/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The cap of what is sent: pixels, pictures a second, bits a second. */
#define INTERVIEW_VIDEO_WIDTH 1280
#define INTERVIEW_VIDEO_HEIGHT 720
#define INTERVIEW_VIDEO_RATE 30
#define INTERVIEW_VIDEO_BITRATE 1500000
#define INTERVIEW_AUDIO_BITRATE 32000

/**
 * InterviewQuality:
 * @lines: the most lines of a picture
 * @frame_rate: the most pictures a second
 *
 * What of a picture is sent.
 */
typedef struct
{
  guint lines;
  guint frame_rate;
} InterviewQuality;

InterviewQuality interview_quality_choose (guint bitrate, const InterviewQuality *current);
InterviewQuality interview_quality_limit (InterviewQuality quality, guint smaller);
guint interview_quality_get_most (InterviewQuality quality, guint width, guint height);

G_END_DECLS
