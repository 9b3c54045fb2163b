/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/recording-layout.h"
#include "media/tap.h"

G_BEGIN_DECLS

/* What a recorded second takes at most, bits: picture and sound. */
#define INTERVIEW_RECORDER_BITRATE (1200000 + 64000)

/* The elements that the recorder deals with; the others are the pipeline’s own business. */
typedef struct
{
  GstElement *pipeline;
  GstElement *compositor;
  GstElement *mixer;
  GstElement *picture_driver;
  GstElement *sound_driver;
} InterviewRecorderPipeline;

/* One person in it. */
typedef struct
{
  InterviewTap *tap;
  guint n_kinds;
  GstElement *sources[INTERVIEW_TAP_N_KINDS];
  GstPad *pads[INTERVIEW_TAP_N_KINDS];
} InterviewRecorderInput;

void interview_recorder_pipeline_build (InterviewRecorderPipeline *self, const char *path);
void interview_recorder_pipeline_end (InterviewRecorderPipeline *self);
void interview_recorder_pipeline_clear (InterviewRecorderPipeline *self);

InterviewRecorderInput *interview_recorder_input_new (InterviewRecorderPipeline *pipeline,
                                                      InterviewTap *tap,
                                                      guint n_kinds);
void interview_recorder_input_place (InterviewRecorderInput *self, guint index, guint count);
void interview_recorder_input_place_beside (InterviewRecorderInput *self, guint index, guint count);
void interview_recorder_input_place_screen (InterviewRecorderInput *self);
void interview_recorder_input_free (InterviewRecorderInput *self,
                                    InterviewRecorderPipeline *pipeline);

G_END_DECLS
