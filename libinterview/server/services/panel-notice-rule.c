/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/panel-notice-rule.h"

/**
 * interview_panel_notice_rule_find:
 * @told: (nullable): what the recruiter was told last, %NULL if nothing
 * @on_panel: whether they interview
 * @state: where the interview stands
 * @starts_at: when it starts, microseconds since 1970 in UTC
 * @duration_minutes: how long it takes
 *
 * Compares an interview with what a recruiter knows of it, so that it makes no difference who
 * changed what in how many steps. Who is called while it is under way comes at once: there is
 * nothing for a calendar then. A pure function.
 *
 * Returns: what they have to be told
 */
InterviewPanelNews
interview_panel_notice_rule_find (const InterviewPanelAnnouncement *told,
                                  gboolean on_panel,
                                  InterviewRoomState state,
                                  gint64 starts_at,
                                  gint64 duration_minutes)
{
  gboolean expects = told != NULL && !told->cancelled;

  if (state == INTERVIEW_ROOM_STATE_CANCELLED)
    return expects ? INTERVIEW_PANEL_NEWS_CANCELLED : INTERVIEW_PANEL_NEWS_NONE;
  if (state != INTERVIEW_ROOM_STATE_SCHEDULED && state != INTERVIEW_ROOM_STATE_WAITING)
    return INTERVIEW_PANEL_NEWS_NONE;
  if (!on_panel)
    return expects ? INTERVIEW_PANEL_NEWS_CANCELLED : INTERVIEW_PANEL_NEWS_NONE;
  if (!expects)
    return INTERVIEW_PANEL_NEWS_INVITED;
  return told->starts_at != starts_at || told->duration_minutes != duration_minutes
             ? INTERVIEW_PANEL_NEWS_MOVED
             : INTERVIEW_PANEL_NEWS_NONE;
}
