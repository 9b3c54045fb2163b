/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "program/shelved-recording.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RECORDING_SHELF (interview_recording_shelf_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRecordingShelf,
                      interview_recording_shelf,
                      INTERVIEW,
                      RECORDING_SHELF,
                      GObject)

InterviewRecordingShelf *interview_recording_shelf_new (const char *folder);

char *interview_recording_shelf_begin (InterviewRecordingShelf *self,
                                       const char *recording_id,
                                       const char *room_id,
                                       const char *title);
void interview_recording_shelf_finish (InterviewRecordingShelf *self, const char *path);
void interview_recording_shelf_remove (InterviewRecordingShelf *self,
                                       InterviewShelvedRecording *recording);
void interview_recording_shelf_remove_all (InterviewRecordingShelf *self, const char *recording_id);
void interview_recording_shelf_load (InterviewRecordingShelf *self);
GListModel *interview_recording_shelf_get_recordings (InterviewRecordingShelf *self);

G_END_DECLS
