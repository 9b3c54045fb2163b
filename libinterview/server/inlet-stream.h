/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "server/inlet-input.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_INLET_STREAM (interview_inlet_stream_get_type ())
G_DECLARE_FINAL_TYPE (InterviewInletStream,
                      interview_inlet_stream,
                      INTERVIEW,
                      INLET_STREAM,
                      GIOStream)

InterviewInletStream *interview_inlet_stream_new (GIOStream *base, InterviewInletInput *input);
GIOStream *interview_inlet_stream_detach (InterviewInletStream *self);

G_END_DECLS
