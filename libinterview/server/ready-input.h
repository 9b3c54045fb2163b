/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "server/readiness.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_READY_INPUT (interview_ready_input_get_type ())
G_DECLARE_FINAL_TYPE (InterviewReadyInput,
                      interview_ready_input,
                      INTERVIEW,
                      READY_INPUT,
                      GFilterInputStream)

InterviewReadyInput *interview_ready_input_new (GSocket *socket, GInputStream *base);
void interview_ready_input_watch (InterviewReadyInput *self, InterviewReadiness *readiness);

G_END_DECLS
