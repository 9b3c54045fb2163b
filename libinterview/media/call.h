/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/signalling.h"
#include "media/capture.h"
#include "media/playback.h"
#include "media/remote.h"
#include "media/screen-share.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CALL (interview_call_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCall, interview_call, INTERVIEW, CALL, GObject)

InterviewCall *interview_call_new (InterviewSignalling *signalling,
                                   InterviewCapture *capture,
                                   InterviewPlayback *playback);
void interview_call_start (InterviewCall *self);
void interview_call_stop (InterviewCall *self);
void interview_call_doubt (InterviewCall *self);

InterviewCallState interview_call_get_state (InterviewCall *self);
GListModel *interview_call_get_remotes (InterviewCall *self);
InterviewScreenShare *interview_call_get_screen (InterviewCall *self);

G_END_DECLS
