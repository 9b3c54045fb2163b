/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/device-choice.h"
#include "media/loudspeaker.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PLAYBACK (interview_playback_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPlayback, interview_playback, INTERVIEW, PLAYBACK, GObject)

InterviewPlayback *interview_playback_new (void);

void interview_playback_set_volume (InterviewPlayback *self, double volume);
double interview_playback_get_volume (InterviewPlayback *self);
void interview_playback_set_muted (InterviewPlayback *self, gboolean muted);
gboolean interview_playback_get_muted (InterviewPlayback *self);
void interview_playback_set_sound_only (InterviewPlayback *self, gboolean sound_only);
gboolean interview_playback_get_sound_only (InterviewPlayback *self);
void interview_playback_set_speaker (InterviewPlayback *self, InterviewDeviceChoice *choice);
InterviewDeviceChoice *interview_playback_get_speaker (InterviewPlayback *self);
InterviewLoudspeaker *interview_playback_get_loudspeaker (InterviewPlayback *self);

G_END_DECLS
