/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <curl/curl.h>

#include "server/services/outbox-service.h"

G_BEGIN_DECLS

/**
 * InterviewHandOver:
 * @result: what libcurl says
 * @answer: code of the other side's last answer, 0 if there was none
 * @begun: whether the message was begun to be handed over
 * @complete: whether its last byte was handed to libcurl
 *
 * What is known after an attempt.
 */
typedef struct
{
  CURLcode result;
  long answer;
  gboolean begun;
  gboolean complete;
} InterviewHandOver;

void interview_verdict_of_mail (const InterviewHandOver *hand_over, InterviewVerdict *verdict);
void interview_verdict_of_web (const InterviewHandOver *hand_over, InterviewVerdict *verdict);

G_END_DECLS
