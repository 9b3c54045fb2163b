/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InterviewComputerState:
 * @INTERVIEW_COMPUTER_STATE_AT_EASE: the largest picture is no trouble
 * @INTERVIEW_COMPUTER_STATE_LIMITED: a smaller one is none
 * @INTERVIEW_COMPUTER_STATE_OVERLOADED: even the smallest is too much
 *
 * How this computer keeps up with a call.
 */
typedef enum
{
  INTERVIEW_COMPUTER_STATE_AT_EASE,
  INTERVIEW_COMPUTER_STATE_LIMITED,
  INTERVIEW_COMPUTER_STATE_OVERLOADED,
} InterviewComputerState;

/**
 * InterviewComputerLoad:
 * @steps: how many sizes smaller than the largest the picture has to be
 *
 * How large a picture this computer keeps up with. All zero to begin with. Only @steps is for
 * others.
 */
typedef struct
{
  guint steps;
  gint64 began;
  gint64 encoding;
  guint64 shown;
  guint64 missed;
  guint overloads;
  gint64 changed_at;
  gint64 raised_at;
  gint64 patience;
} InterviewComputerLoad;

gboolean interview_computer_load_add (InterviewComputerLoad *self,
                                      gint64 duration,
                                      guint64 shown,
                                      guint64 missed,
                                      gint64 now);
InterviewComputerState interview_computer_load_get_state (const InterviewComputerLoad *self);

G_END_DECLS
