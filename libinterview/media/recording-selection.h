/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/capture.h"
#include "media/recorder.h"
#include "media/screen-share.h"

G_BEGIN_DECLS

/**
 * InterviewRecordingAgreed:
 * @person_id: (nullable): who is asked about, %NULL for ourselves
 *
 * Returns: whether they agreed to be recorded, as far as is known now
 */
typedef gboolean (*InterviewRecordingAgreed) (gpointer user_data, const char *person_id);

#define INTERVIEW_TYPE_RECORDING_SELECTION (interview_recording_selection_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRecordingSelection,
                      interview_recording_selection,
                      INTERVIEW,
                      RECORDING_SELECTION,
                      GObject)

InterviewRecordingSelection *interview_recording_selection_new (InterviewCapture *capture,
                                                                GListModel *remotes,
                                                                InterviewScreenShare *screen,
                                                                InterviewRecordingAgreed agreed,
                                                                gpointer user_data);
void interview_recording_selection_apply (InterviewRecordingSelection *self,
                                          InterviewRecorder *recorder);

G_END_DECLS
