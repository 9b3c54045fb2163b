/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * InterviewSignalKind:
 *
 * What a signal is: the two descriptions, an ICE candidate, a request to the offerer to build a
 * new link, a farewell, and what the sender’s microphone and camera do.
 */
typedef enum
{
  INTERVIEW_SIGNAL_KIND_OFFER,
  INTERVIEW_SIGNAL_KIND_ANSWER,
  INTERVIEW_SIGNAL_KIND_CANDIDATE,
  INTERVIEW_SIGNAL_KIND_RESTART,
  INTERVIEW_SIGNAL_KIND_BYE,
  INTERVIEW_SIGNAL_KIND_MEDIA,
} InterviewSignalKind;

#define INTERVIEW_TYPE_SIGNAL_KIND (interview_signal_kind_get_type ())
GType interview_signal_kind_get_type (void);

#define INTERVIEW_TYPE_SIGNAL (interview_signal_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSignal, interview_signal, INTERVIEW, SIGNAL, InterviewRecord)

const char *interview_signal_get_room_id (InterviewSignal *self);
const char *interview_signal_get_peer (InterviewSignal *self);
gint64 interview_signal_get_epoch (InterviewSignal *self);
InterviewSignalKind interview_signal_get_kind (InterviewSignal *self);
const char *interview_signal_get_sdp (InterviewSignal *self);
const char *interview_signal_get_candidate (InterviewSignal *self);
gint64 interview_signal_get_media_line (InterviewSignal *self);
gboolean interview_signal_get_microphone (InterviewSignal *self);
gboolean interview_signal_get_camera (InterviewSignal *self);
gint64 interview_signal_get_screen (InterviewSignal *self);
gboolean interview_signal_get_sound_only (InterviewSignal *self);
gboolean interview_signal_get_paused (InterviewSignal *self);
const char *interview_signal_get_source (InterviewSignal *self);

G_END_DECLS
