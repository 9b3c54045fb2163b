/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/codec-candidate.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CODEC_CHOICE (interview_codec_choice_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCodecChoice,
                      interview_codec_choice,
                      INTERVIEW,
                      CODEC_CHOICE,
                      GObject)

InterviewCodecChoice *interview_codec_choice_new (void);
void interview_codec_choice_begin (InterviewCodecChoice *self);
const InterviewCodecCandidate *interview_codec_choice_get (InterviewCodecChoice *self,
                                                           InterviewCodecRole role);
void interview_codec_choice_distrust (InterviewCodecChoice *self,
                                      InterviewCodecRole role,
                                      const InterviewCodecCandidate *candidate);

G_END_DECLS
