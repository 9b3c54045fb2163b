/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/tap.h"

G_BEGIN_DECLS

typedef enum
{
  INTERVIEW_RECORDER_STATE_READY,
  INTERVIEW_RECORDER_STATE_RECORDING,
  INTERVIEW_RECORDER_STATE_FINISHING,
  INTERVIEW_RECORDER_STATE_ENDED,
} InterviewRecorderState;

#define INTERVIEW_TYPE_RECORDER_STATE (interview_recorder_state_get_type ())
GType interview_recorder_state_get_type (void);

#define INTERVIEW_TYPE_RECORDER (interview_recorder_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRecorder, interview_recorder, INTERVIEW, RECORDER, GObject)

InterviewRecorder *interview_recorder_new (const char *path);
void interview_recorder_set_reserve (InterviewRecorder *self, guint64 bytes);
gboolean interview_recorder_start (InterviewRecorder *self, GError **error);
void interview_recorder_stop (InterviewRecorder *self);

void interview_recorder_add (InterviewRecorder *self, InterviewTap *tap);
void interview_recorder_remove (InterviewRecorder *self, InterviewTap *tap);
void interview_recorder_set_screen (InterviewRecorder *self, InterviewTap *tap);

const char *interview_recorder_get_path (InterviewRecorder *self);
InterviewRecorderState interview_recorder_get_state (InterviewRecorder *self);
const GError *interview_recorder_get_error (InterviewRecorder *self);
gint64 interview_recorder_get_duration (InterviewRecorder *self);
guint interview_recorder_get_minutes_left (InterviewRecorder *self);

G_END_DECLS
