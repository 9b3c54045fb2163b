/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/participant.h"
#include "media/call-state.h"
#include "media/call-stats.h"
#include "media/frame-slot.h"
#include "media/tap.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_REMOTE (interview_remote_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRemote, interview_remote, INTERVIEW, REMOTE, GObject)

const char *interview_remote_get_instance (InterviewRemote *self);
InterviewParticipant *interview_remote_get_participant (InterviewRemote *self);
InterviewFrameSlot *interview_remote_get_frame_slot (InterviewRemote *self);
InterviewCallState interview_remote_get_state (InterviewRemote *self);
gboolean interview_remote_get_microphone_on (InterviewRemote *self);
gboolean interview_remote_get_camera_on (InterviewRemote *self);
gboolean interview_remote_get_paused (InterviewRemote *self);
gboolean interview_remote_get_sound_only (InterviewRemote *self);
double interview_remote_get_level (InterviewRemote *self);
InterviewTap *interview_remote_get_tap (InterviewRemote *self);
InterviewCallStats *interview_remote_get_stats (InterviewRemote *self);

gint64 interview_remote_get_screen_turn (InterviewRemote *self);
InterviewFrameSlot *interview_remote_get_screen_slot (InterviewRemote *self);
InterviewCallStats *interview_remote_get_screen_stats (InterviewRemote *self);
InterviewTap *interview_remote_get_screen_tap (InterviewRemote *self);

G_END_DECLS
