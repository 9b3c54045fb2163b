/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RECORDING_PLAYER (interview_recording_player_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRecordingPlayer,
                      interview_recording_player,
                      INTERVIEW,
                      RECORDING_PLAYER,
                      GtkWidget)

InterviewRecordingPlayer *interview_recording_player_new (void);
void interview_recording_player_set_path (InterviewRecordingPlayer *self, const char *path);

G_END_DECLS
