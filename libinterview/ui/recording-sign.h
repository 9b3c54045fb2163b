/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keyboard control, the same in the windows, the shortcuts and the documents. */
#define INTERVIEW_RECORDING_KEY "<Control><Shift>r"

/**
 * InterviewRecordingSignState:
 * @INTERVIEW_RECORDING_SIGN_OFF: nothing is recorded; pressing it asks
 * @INTERVIEW_RECORDING_SIGN_ASKED: somebody asks, and it is for us to decide
 * @INTERVIEW_RECORDING_SIGN_WAITING: we agreed, and somebody else has not decided yet
 * @INTERVIEW_RECORDING_SIGN_RUNNING: it is recorded
 *
 * What the sign says.
 */
typedef enum
{
  INTERVIEW_RECORDING_SIGN_OFF,
  INTERVIEW_RECORDING_SIGN_ASKED,
  INTERVIEW_RECORDING_SIGN_WAITING,
  INTERVIEW_RECORDING_SIGN_RUNNING,
} InterviewRecordingSignState;

#define INTERVIEW_TYPE_RECORDING_SIGN (interview_recording_sign_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRecordingSign,
                      interview_recording_sign,
                      INTERVIEW,
                      RECORDING_SIGN,
                      GtkWidget)

InterviewRecordingSign *interview_recording_sign_new (void);
void interview_recording_sign_set_state (InterviewRecordingSign *self,
                                         InterviewRecordingSignState state,
                                         const char *asked_by,
                                         const char *purpose);
void interview_recording_sign_set_busy (InterviewRecordingSign *self, gboolean busy);
void interview_recording_sign_show_note (InterviewRecordingSign *self, const char *note);

G_END_DECLS
