/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/id.h"
#include "server/services/reply-page.h"
#include "server/services/reply-rule.h"

#define NOW (G_GINT64_CONSTANT (1898931600) * G_USEC_PER_SEC)
#define START (NOW + G_TIME_SPAN_DAY)

static void
test_open (void)
{
  for (int state = INTERVIEW_ROOM_STATE_SCHEDULED; state <= INTERVIEW_ROOM_STATE_CANCELLED; state++)
    {
      gboolean before =
          state == INTERVIEW_ROOM_STATE_SCHEDULED || state == INTERVIEW_ROOM_STATE_WAITING;

      g_assert_cmpint (interview_reply_rule_is_open (state, START, NOW), ==, before);
      g_assert_cmpint (interview_reply_rule_is_open (state, START, START - 1), ==, before);
      g_assert_false (interview_reply_rule_is_open (state, START, START));
    }
}

static void
test_proposals (void)
{
  static const struct
  {
    gint64 time;
    gboolean taken;
  } cases[] = {
    { 0, FALSE },
    { NOW, FALSE },
    { NOW + 1, TRUE },
    { START, FALSE },
    { START + 1, TRUE },
    { START + 366 * G_TIME_SPAN_DAY, TRUE },
    { START + 366 * G_TIME_SPAN_DAY + 1, FALSE },
    { G_MAXINT64, FALSE },
    { G_MININT64, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (InterviewRoomReply) reply =
          interview_reply_rule_make (INTERVIEW_ROOM_ANSWER_PROPOSED, cases[i].time, NULL, START,
                                     NOW, &error);

      g_assert_cmpint (reply != NULL, ==, cases[i].taken);
      if (reply != NULL)
        g_assert_cmpint (interview_room_reply_get_proposed_at (reply), ==, cases[i].time);
      else
        g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
    }
}

/* What stands in the fields of another answer does not matter, and blanks are no note. */
static void
test_other_answers (void)
{
  for (int answer = INTERVIEW_ROOM_ANSWER_ACCEPTED; answer <= INTERVIEW_ROOM_ANSWER_DECLINED;
       answer++)
    {
      g_autoptr (InterviewRoomReply) reply =
          interview_reply_rule_make (answer, 5, " \n\t ", START, NOW, NULL);

      g_assert_cmpint (interview_room_reply_get_answer (reply), ==, answer);
      g_assert_cmpint (interview_room_reply_get_proposed_at (reply), ==, 0);
      g_assert_null (interview_room_reply_get_note (reply));
      g_assert_cmpint (interview_room_reply_get_at (reply), ==, NOW);
      g_assert_true (interview_record_validate (INTERVIEW_RECORD (reply), NULL));
    }
}

static void
test_moved (void)
{
  g_autoptr (InterviewRoomReply) proposed =
      interview_reply_rule_make (INTERVIEW_ROOM_ANSWER_PROPOSED, START + 60, "After work", START,
                                 NOW, NULL);
  g_autoptr (InterviewRoomReply) declined =
      interview_reply_rule_make (INTERVIEW_ROOM_ANSWER_DECLINED, 0, NULL, START, NOW, NULL);
  g_autoptr (InterviewRoomReply) accepted =
      interview_reply_rule_make (INTERVIEW_ROOM_ANSWER_ACCEPTED, 0, NULL, START, NOW, NULL);
  g_autoptr (InterviewRoomReply) granted =
      interview_reply_rule_after_move (proposed, START + 60, NOW + 1);

  g_assert_cmpint (interview_room_reply_get_answer (granted), ==, INTERVIEW_ROOM_ANSWER_ACCEPTED);
  g_assert_cmpstr (interview_room_reply_get_note (granted), ==, "After work");
  g_assert_null (interview_reply_rule_after_move (proposed, START + 61, NOW));
  g_assert_null (interview_reply_rule_after_move (declined, START + 60, NOW));
  g_assert_null (interview_reply_rule_after_move (accepted, START + 60, NOW));
  g_assert_null (interview_reply_rule_after_move (NULL, START + 60, NOW));
}

/* What people call themselves and write does not become part of the page's HTML. */
static void
test_page (void)
{
  g_autofree char *code = interview_id_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Shanghai");
  g_autoptr (InterviewRoomReply) reply =
      interview_reply_rule_make (INTERVIEW_ROOM_ANSWER_DECLINED, 0, "</textarea><script>%n", START,
                                 NOW, NULL);
  g_autoptr (InterviewRoom) room =
      g_object_new (INTERVIEW_TYPE_ROOM, "company-name", "<b>Us</b> %s", "position-title", "A & B",
                    "starts-at", START, "reply", reply, NULL);
  InterviewReplyCase found = { .room = room, .zone = zone, .open = TRUE };
  g_autofree char *page = interview_reply_page_make (&found, code, "zh-CN", NULL, NULL);
  g_autofree char *closed = NULL;
  g_autofree char *missing = interview_reply_page_make (NULL, code, "en", NULL, NULL);

  g_assert_null (strstr (page, "<script>"));
  g_assert_nonnull (strstr (page, "&lt;/textarea&gt;&lt;script&gt;%n"));
  g_assert_nonnull (strstr (page, "&lt;b&gt;Us&lt;/b&gt; %s"));
  g_assert_nonnull (strstr (page, "您已拒绝邀请"));
  g_assert_nonnull (strstr (page, "17:00"));
  found.open = FALSE;
  closed = interview_reply_page_make (&found, code, "en", NULL, NULL);
  g_assert_null (strstr (closed, "<form"));
  g_assert_null (strstr (missing, "<form"));
  g_assert_nonnull (strstr (missing, "There Is No Such Invitation"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/reply-rule/open", test_open);
  g_test_add_func ("/server/reply-rule/proposals", test_proposals);
  g_test_add_func ("/server/reply-rule/other-answers", test_other_answers);
  g_test_add_func ("/server/reply-rule/moved", test_moved);
  g_test_add_func ("/server/reply-rule/page", test_page);
  return g_test_run ();
}
