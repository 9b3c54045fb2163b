/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/broadcast.h"
#include "media/tap.h"

G_BEGIN_DECLS

/* Pictures a second of a shared screen, and what is sent of them, bits a second. */
#define INTERVIEW_SCREEN_RATE 10
#define INTERVIEW_SCREEN_BITRATE 1500000

/**
 * InterviewScreenChain:
 * @head: the first element, to which a source is linked
 * @encoder: the encoder, whose rate may be set
 *
 * What of a screen’s pipeline others need; both are owned by the pipeline.
 */
typedef struct
{
  GstElement *head;
  GstElement *encoder;
} InterviewScreenChain;

InterviewBroadcast *
interview_screen_chain_add (InterviewScreenChain *self, GstBin *pipeline, InterviewTap *tap);
guint interview_screen_chain_get_share (guint bitrate);

G_END_DECLS
