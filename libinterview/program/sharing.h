/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "client/connection.h"
#include "program/shelved-recording.h"

G_BEGIN_DECLS

/**
 * InterviewSharingState:
 * @INTERVIEW_SHARING_STATE_IDLE: it is not shared
 * @INTERVIEW_SHARING_STATE_PREPARING: the file is read, or the server asked
 * @INTERVIEW_SHARING_STATE_SENDING: the file is on its way
 * @INTERVIEW_SHARING_STATE_READY: the link opens
 * @INTERVIEW_SHARING_STATE_FAILED: it did not work, and the message says why
 *
 * How far the sharing of a recording is.
 */
typedef enum
{
  INTERVIEW_SHARING_STATE_IDLE,
  INTERVIEW_SHARING_STATE_PREPARING,
  INTERVIEW_SHARING_STATE_SENDING,
  INTERVIEW_SHARING_STATE_READY,
  INTERVIEW_SHARING_STATE_FAILED,
} InterviewSharingState;

#define INTERVIEW_TYPE_SHARING (interview_sharing_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSharing, interview_sharing, INTERVIEW, SHARING, GObject)

InterviewSharing *interview_sharing_new (InterviewShelvedRecording *recording);
void interview_sharing_set_connection (InterviewSharing *self, InterviewConnection *connection);
void interview_sharing_begin (InterviewSharing *self, gint64 days);
void interview_sharing_refresh (InterviewSharing *self);
void interview_sharing_withdraw (InterviewSharing *self);

InterviewShelvedRecording *interview_sharing_get_recording (InterviewSharing *self);
InterviewSharingState interview_sharing_get_state (InterviewSharing *self);
double interview_sharing_get_fraction (InterviewSharing *self);
const char *interview_sharing_get_link (InterviewSharing *self);
gint64 interview_sharing_get_expires_at (InterviewSharing *self);
const char *interview_sharing_get_message (InterviewSharing *self);

G_END_DECLS
