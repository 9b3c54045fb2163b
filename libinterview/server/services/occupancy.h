/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InterviewOccupancy:
 * @candidate: whether the candidate is there, be it in the lobby
 * @candidate_in_call: whether the candidate is in the call
 * @recruiter: whether a recruiter is in the call
 *
 * Who is in a room now.
 */
typedef struct
{
  gboolean candidate;
  gboolean candidate_in_call;
  gboolean recruiter;
} InterviewOccupancy;

G_END_DECLS
