/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gst/app/gstappsrc.h>
#include <gst/webrtc/webrtc.h>

#include "media/capture.h"
#include "media/link-role.h"
#include "media/receive-chain.h"
#include "media/resend-limit.h"

G_BEGIN_DECLS

/**
 * InterviewLinkSender:
 * @source: takes what is encoded
 * @payloader: makes packets of it
 * @filter: says what they are
 * @pacer: an #InterviewPacer
 * @pad: of the webrtcbin, at which its packets go in
 *
 * The way of a picture or a sound into a link.
 */
typedef struct
{
  GstElement *source;
  GstElement *payloader;
  GstElement *filter;
  GstElement *pacer;
  GstPad *pad;
} InterviewLinkSender;

/**
 * InterviewLinkPipeline:
 *
 * The elements of a peer link, as they are put together. One that only receives has no senders.
 */
typedef struct
{
  GstElement *pipeline;
  GstElement *webrtcbin;
  InterviewLinkSender video;
  InterviewLinkSender audio;
  InterviewLinkSender screen;
  InterviewResendLimit *resend_limit;
  GstElement *video_chain;
  GstElement *audio_chain;
  GstElement *screen_chain;
} InterviewLinkPipeline;

void interview_link_pipeline_build (InterviewLinkPipeline *self,
                                    InterviewLinkRole role,
                                    GstClockTime base_time,
                                    GstElement *video_chain,
                                    GstElement *audio_chain,
                                    GstElement *screen_chain);
GstElement *interview_link_pipeline_find_chain (InterviewLinkPipeline *self, GstPad *pad);
void interview_link_pipeline_number_packets (InterviewLinkPipeline *self, guint id);
void interview_link_pipeline_start_senders (InterviewLinkPipeline *self);
void interview_link_pipeline_clear (InterviewLinkPipeline *self);

G_END_DECLS
