/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/recording.h"
#include "program/account.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_RECORDING_WATCH (interview_recording_watch_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRecordingWatch,
                      interview_recording_watch,
                      INTERVIEW,
                      RECORDING_WATCH,
                      GObject)

InterviewRecordingWatch *interview_recording_watch_new (InterviewAccount *account,
                                                        const char *room_id);
void interview_recording_watch_reload (InterviewRecordingWatch *self);
void interview_recording_watch_take (InterviewRecordingWatch *self, InterviewRecording *recording);

InterviewRecording *interview_recording_watch_get_recording (InterviewRecordingWatch *self);
gboolean interview_recording_watch_is_mine (InterviewRecordingWatch *self);
gboolean interview_recording_watch_has_agreed (InterviewRecordingWatch *self,
                                               const char *person_id);
gboolean interview_recording_watch_is_asked (InterviewRecordingWatch *self);

G_END_DECLS
