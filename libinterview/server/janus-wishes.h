/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/protocol/signal.h"

G_BEGIN_DECLS

/**
 * InterviewJanusWish:
 * @sender: the run of a program that said it
 * @signal: what it said
 *
 * Something that cannot be done yet.
 */
typedef struct
{
  char *sender;
  InterviewSignal *signal;
} InterviewJanusWish;

GPtrArray *interview_janus_wishes_new (void);
void interview_janus_wishes_add (GPtrArray *wishes, const char *sender, InterviewSignal *signal);
void interview_janus_wishes_forget (GPtrArray *wishes, const char *sender, const char *source);

G_END_DECLS
