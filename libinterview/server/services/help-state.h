/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/help.h"

G_BEGIN_DECLS

/**
 * InterviewHelpHappening:
 *
 * What can happen to a call for help.
 *
 * @INTERVIEW_HELP_HAPPENING_ASK: the candidate asks for help, or writes about it
 * @INTERVIEW_HELP_HAPPENING_ANSWER: HR writes, or steps in by video
 * @INTERVIEW_HELP_HAPPENING_CLOSE: one of the two says that no more help is needed
 */
typedef enum
{
  INTERVIEW_HELP_HAPPENING_ASK,
  INTERVIEW_HELP_HAPPENING_ANSWER,
  INTERVIEW_HELP_HAPPENING_CLOSE,
  INTERVIEW_N_HELP_HAPPENINGS,
} InterviewHelpHappening;

InterviewHelpState interview_help_state_next (InterviewHelpState state,
                                              InterviewHelpHappening happening);

G_END_DECLS
