/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/recording.h"

G_BEGIN_DECLS

gboolean interview_recording_rule_is_open (InterviewRecordingState state);
InterviewRecordingState interview_recording_rule_next (InterviewRecordingState state,
                                                       const char *asked_by,
                                                       GPtrArray *visitor_ids,
                                                       GPtrArray *consents,
                                                       gboolean room_over);

G_END_DECLS
