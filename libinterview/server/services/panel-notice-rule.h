/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/room.h"
#include "server/store/panel-announcement-table.h"

G_BEGIN_DECLS

/**
 * InterviewPanelNews:
 *
 * What a recruiter has to be told of an interview.
 */
typedef enum
{
  INTERVIEW_PANEL_NEWS_NONE,
  INTERVIEW_PANEL_NEWS_INVITED,
  INTERVIEW_PANEL_NEWS_MOVED,
  INTERVIEW_PANEL_NEWS_CANCELLED,
} InterviewPanelNews;

InterviewPanelNews interview_panel_notice_rule_find (const InterviewPanelAnnouncement *told,
                                                     gboolean on_panel,
                                                     InterviewRoomState state,
                                                     gint64 starts_at,
                                                     gint64 duration_minutes);

G_END_DECLS
