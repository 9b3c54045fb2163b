/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/help.h"

G_BEGIN_DECLS

/**
 * InterviewHelpRow:
 * @asked_at: since when the candidate waits, microseconds since 1970 in UTC
 * @asks: how often they asked since @counted_from
 * @caller_id: (nullable): who of HR is in the video call about it
 *
 * What the rules need to know of a call for help; what readers see of it is an #InterviewHelp.
 */
typedef struct
{
  char *id;
  char *room_id;
  gint64 revision;
  InterviewHelpState state;
  InterviewHelpPlace place;
  gboolean no_camera;
  gboolean no_microphone;
  gboolean bad_network;
  gint64 asked_at;
  gint64 asks;
  gint64 counted_from;
  char *caller_id;
} InterviewHelpRow;

void interview_help_row_free (InterviewHelpRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewHelpRow, interview_help_row_free)

G_END_DECLS
