/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SHELVED_RECORDING (interview_shelved_recording_get_type ())
G_DECLARE_FINAL_TYPE (InterviewShelvedRecording,
                      interview_shelved_recording,
                      INTERVIEW,
                      SHELVED_RECORDING,
                      GObject)

InterviewShelvedRecording *interview_shelved_recording_new (const char *path,
                                                            const char *recording_id,
                                                            const char *room_id,
                                                            const char *title,
                                                            gint64 began_at);
InterviewShelvedRecording *interview_shelved_recording_load (const char *path);
gboolean interview_shelved_recording_save (InterviewShelvedRecording *self, GError **error);
void interview_shelved_recording_set_whole (InterviewShelvedRecording *self);
gboolean interview_shelved_recording_get_whole (InterviewShelvedRecording *self);
void interview_shelved_recording_set_share (InterviewShelvedRecording *self,
                                            const char *share_id,
                                            const char *link);
void interview_shelved_recording_delete (InterviewShelvedRecording *self);

const char *interview_shelved_recording_get_path (InterviewShelvedRecording *self);
const char *interview_shelved_recording_get_recording_id (InterviewShelvedRecording *self);
const char *interview_shelved_recording_get_room_id (InterviewShelvedRecording *self);
const char *interview_shelved_recording_get_title (InterviewShelvedRecording *self);
const char *interview_shelved_recording_get_share_id (InterviewShelvedRecording *self);
const char *interview_shelved_recording_get_share_link (InterviewShelvedRecording *self);
gint64 interview_shelved_recording_get_began_at (InterviewShelvedRecording *self);
goffset interview_shelved_recording_get_size (InterviewShelvedRecording *self);

G_END_DECLS
