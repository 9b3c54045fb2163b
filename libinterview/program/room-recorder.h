/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/recorder.h"
#include "program/recording-watch.h"
#include "program/visit.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ROOM_RECORDER (interview_room_recorder_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRoomRecorder,
                      interview_room_recorder,
                      INTERVIEW,
                      ROOM_RECORDER,
                      GObject)

InterviewRoomRecorder *interview_room_recorder_new (InterviewAccount *account,
                                                    InterviewRecordingWatch *watch,
                                                    InterviewVisit *visit,
                                                    InterviewCapture *capture);
void interview_room_recorder_close (InterviewRoomRecorder *self);
InterviewRecorder *interview_room_recorder_get_recorder (InterviewRoomRecorder *self);

G_END_DECLS
