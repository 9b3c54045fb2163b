/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/protocol/signal.h"
#include "media/capture.h"
#include "media/playback.h"
#include "media/remote.h"
#include "media/screen-share.h"

G_BEGIN_DECLS

/**
 * InterviewMediaExchange:
 *
 * What two sides of a call told each other. The objects in it are kept by whoever has it, for as
 * long as it is used; the other fields are its own.
 */
typedef struct
{
  InterviewCapture *capture;
  InterviewScreenShare *screen;
  InterviewPlayback *playback;
  InterviewRemote *remote;
  gboolean camera_said; /* what they said of their camera */
  gboolean paused_said; /* whether they have no room for its pictures */
  gboolean listens;     /* whether they want no pictures */
  gboolean paused_told; /* whether we said that we have none */
} InterviewMediaExchange;

void interview_media_exchange_init (InterviewMediaExchange *self,
                                    InterviewCapture *capture,
                                    InterviewScreenShare *screen,
                                    InterviewPlayback *playback,
                                    InterviewRemote *remote);
void interview_media_exchange_read (InterviewMediaExchange *self, InterviewSignal *signal);
void interview_media_exchange_write (InterviewMediaExchange *self, InterviewSignal *signal);
gboolean interview_media_exchange_is_due (const InterviewMediaExchange *self);
gboolean interview_media_exchange_wants_pictures (const InterviewMediaExchange *self);

G_END_DECLS
