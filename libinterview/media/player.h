/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/frame-slot.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PLAYER (interview_player_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPlayer, interview_player, INTERVIEW, PLAYER, GObject)

InterviewPlayer *interview_player_new (const char *path);
void interview_player_close (InterviewPlayer *self);

void interview_player_set_playing (InterviewPlayer *self, gboolean playing);
gboolean interview_player_get_playing (InterviewPlayer *self);
void interview_player_seek (InterviewPlayer *self, gint64 position);
gint64 interview_player_get_position (InterviewPlayer *self);
gint64 interview_player_get_duration (InterviewPlayer *self);
const GError *interview_player_get_error (InterviewPlayer *self);
InterviewFrameSlot *interview_player_get_frame_slot (InterviewPlayer *self);

G_END_DECLS
