/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/signalling.h"
#include "media/capture.h"
#include "media/playback.h"
#include "media/remote.h"
#include "media/screen-share.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_NEGOTIATOR (interview_negotiator_get_type ())
G_DECLARE_FINAL_TYPE (InterviewNegotiator, interview_negotiator, INTERVIEW, NEGOTIATOR, GObject)

InterviewNegotiator *interview_negotiator_new (InterviewSignalling *signalling,
                                               InterviewCapture *capture,
                                               InterviewScreenShare *screen,
                                               InterviewPlayback *playback,
                                               InterviewRemote *remote);
void interview_negotiator_start (InterviewNegotiator *self);
void interview_negotiator_close (InterviewNegotiator *self, gboolean say_goodbye);

gboolean interview_negotiator_is_of (InterviewNegotiator *self, InterviewSignal *signal);
void interview_negotiator_receive (InterviewNegotiator *self, InterviewSignal *signal);
void interview_negotiator_set_media_server (InterviewNegotiator *self, const char *media_server);
void interview_negotiator_set_present (InterviewNegotiator *self, gboolean present);
void interview_negotiator_resume (InterviewNegotiator *self);
void interview_negotiator_doubt (InterviewNegotiator *self);
void interview_negotiator_tell_media (InterviewNegotiator *self);

InterviewRemote *interview_negotiator_get_remote (InterviewNegotiator *self);

G_END_DECLS
