/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/capture.h"
#include "media/playback.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SOUND_ONLY (interview_sound_only_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSoundOnly, interview_sound_only, INTERVIEW, SOUND_ONLY, GObject)

InterviewSoundOnly *interview_sound_only_new (InterviewCapture *capture,
                                              InterviewPlayback *playback);
void interview_sound_only_end (InterviewSoundOnly *self);

G_END_DECLS
