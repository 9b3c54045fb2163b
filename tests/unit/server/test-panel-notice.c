/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "server/services/panel-notice-rule.h"

#define START (G_GINT64_CONSTANT (1898931600) * G_USEC_PER_SEC)
#define MINUTES 45

/* What somebody knows: nothing, the interview as it is, another time, another length, that they do
 * not hold it. */
static const InterviewPanelAnnouncement known[] = {
  { .starts_at = -1 },
  { .starts_at = START, .duration_minutes = MINUTES },
  { .starts_at = START + 1, .duration_minutes = MINUTES },
  { .starts_at = START, .duration_minutes = MINUTES + 1 },
  { .starts_at = START, .duration_minutes = MINUTES, .cancelled = TRUE },
};

static InterviewPanelNews
find (guint what, gboolean on_panel, InterviewRoomState state)
{
  const InterviewPanelAnnouncement *told = known[what].starts_at < 0 ? NULL : &known[what];

  return interview_panel_notice_rule_find (told, on_panel, state, START, MINUTES);
}

static void
test_before (void)
{
  static const InterviewPanelNews on[] = { INTERVIEW_PANEL_NEWS_INVITED, INTERVIEW_PANEL_NEWS_NONE,
                                           INTERVIEW_PANEL_NEWS_MOVED, INTERVIEW_PANEL_NEWS_MOVED,
                                           INTERVIEW_PANEL_NEWS_INVITED };
  static const InterviewPanelNews off[] = {
    INTERVIEW_PANEL_NEWS_NONE, INTERVIEW_PANEL_NEWS_CANCELLED, INTERVIEW_PANEL_NEWS_CANCELLED,
    INTERVIEW_PANEL_NEWS_CANCELLED, INTERVIEW_PANEL_NEWS_NONE
  };

  for (guint what = 0; what < G_N_ELEMENTS (known); what++)
    {
      g_assert_cmpint (find (what, TRUE, INTERVIEW_ROOM_STATE_SCHEDULED), ==, on[what]);
      g_assert_cmpint (find (what, TRUE, INTERVIEW_ROOM_STATE_WAITING), ==, on[what]);
      g_assert_cmpint (find (what, FALSE, INTERVIEW_ROOM_STATE_SCHEDULED), ==, off[what]);
      g_assert_cmpint (find (what, FALSE, INTERVIEW_ROOM_STATE_WAITING), ==, off[what]);
      g_assert_cmpint (find (what, TRUE, INTERVIEW_ROOM_STATE_CANCELLED), ==, off[what]);
      g_assert_cmpint (find (what, FALSE, INTERVIEW_ROOM_STATE_CANCELLED), ==, off[what]);
    }
}

/* Once it has begun there is nothing for a calendar. */
static void
test_begun (void)
{
  for (int state = INTERVIEW_ROOM_STATE_LIVE; state <= INTERVIEW_ROOM_STATE_MISSED; state++)
    {
      for (guint what = 0; what < G_N_ELEMENTS (known); what++)
        {
          g_assert_cmpint (find (what, TRUE, state), ==, INTERVIEW_PANEL_NEWS_NONE);
          g_assert_cmpint (find (what, FALSE, state), ==, INTERVIEW_PANEL_NEWS_NONE);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/panel-notice/before", test_before);
  g_test_add_func ("/server/panel-notice/begun", test_begun);
  return g_test_run ();
}
