/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/codec-candidate.h"

G_BEGIN_DECLS

gboolean interview_codec_trial_run (InterviewCodecRole role,
                                    const InterviewCodecCandidate *candidate);

G_END_DECLS
