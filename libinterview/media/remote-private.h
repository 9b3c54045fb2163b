/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/level-meter.h"
#include "media/remote.h"

G_BEGIN_DECLS

InterviewRemote *interview_remote_new (const char *instance, InterviewParticipant *participant);
void interview_remote_set_state (InterviewRemote *self, InterviewCallState state);
void interview_remote_set_media (InterviewRemote *self, gboolean microphone_on, gboolean camera_on);
void interview_remote_set_paused (InterviewRemote *self, gboolean paused);
void interview_remote_set_sound_only (InterviewRemote *self, gboolean sound_only);
void interview_remote_set_screen (InterviewRemote *self, gint64 turn);
InterviewLevelMeter *interview_remote_get_meter (InterviewRemote *self);

G_END_DECLS
