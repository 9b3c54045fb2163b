/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/playback.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_VOICE (interview_voice_get_type ())
G_DECLARE_FINAL_TYPE (InterviewVoice, interview_voice, INTERVIEW, VOICE, GObject)

InterviewVoice *interview_voice_new (InterviewPlayback *playback, GstClockTime base_time);
void interview_voice_set_delay (InterviewVoice *self, GstClockTime delay);
void interview_voice_push (InterviewVoice *self, GstSample *sample);
void interview_voice_close (InterviewVoice *self);

G_END_DECLS
