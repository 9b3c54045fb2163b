/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/help.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_HELP_REQUEST (interview_help_request_get_type ())
G_DECLARE_FINAL_TYPE (InterviewHelpRequest,
                      interview_help_request,
                      INTERVIEW,
                      HELP_REQUEST,
                      InterviewRecord)

InterviewHelpPlace interview_help_request_get_place (InterviewHelpRequest *self);
gboolean interview_help_request_get_no_camera (InterviewHelpRequest *self);
gboolean interview_help_request_get_no_microphone (InterviewHelpRequest *self);
gboolean interview_help_request_get_bad_network (InterviewHelpRequest *self);

G_END_DECLS
