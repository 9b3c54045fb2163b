/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SWITCH_REQUEST (interview_switch_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSwitchRequest,
                      interview_switch_request,
                      INTERVIEW,
                      SWITCH_REQUEST,
                      InterviewRecord)

gint64 interview_switch_request_get_revision (InterviewSwitchRequest *self);
gboolean interview_switch_request_get_interactive (InterviewSwitchRequest *self);

G_END_DECLS
