/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/model/question.h"
#include "support/await.h"
#include "support/server-fixture.h"
#include "visitor.h"

#define OTHER_ROOMS 5

static guint
find (GPtrArray *questions, const char *id)
{
  for (guint i = 0; i < questions->len; i++)
    {
      if (g_str_equal (interview_question_get_id (g_ptr_array_index (questions, i)), id))
        return i;
    }
  return G_MAXUINT;
}

static void
test_order (void)
{
  g_autoptr (ServerFixture) server = server_fixture_new ();
  g_autoptr (Visitor) recruiter = NULL;
  g_autoptr (InterviewCreatedRoom) next = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autofree char *id = NULL;
  InterviewQuestion *question;
  gint64 count;

  server_fixture_start (server);
  recruiter = visitor_new (server_fixture_get_endpoint (server));
  visitor_expect_redeemed (recruiter, interview_sample_get_recruiter_code (
                                          server_fixture_get_sample (server)));
  next = visitor_create_room (recruiter, 0);
  before = visitor_list_questions (recruiter,
                                   interview_room_get_id (interview_created_room_get_room (next)));
  g_assert_cmpuint (before->len, >, 3);
  question = g_ptr_array_index (before, before->len - 1);
  id = g_strdup (interview_question_get_id (question));
  count = interview_question_get_asked_count (question);

  for (guint i = 0; i < OTHER_ROOMS; i++)
    {
      g_autoptr (InterviewCreatedRoom) other = visitor_create_room (recruiter, 0);

      visitor_tick (recruiter, interview_room_get_id (interview_created_room_get_room (other)), id);
    }
  after = visitor_list_questions (recruiter,
                                  interview_room_get_id (interview_created_room_get_room (next)));
  g_assert_cmpuint (find (after, id), <, before->len - 1);
  question = g_ptr_array_index (after, find (after, id));
  g_assert_cmpint (interview_question_get_asked_count (question), ==, count + OTHER_ROOMS);
  g_assert_false (interview_question_get_asked (question));
  for (guint i = 1; i < after->len; i++)
    g_assert_cmpint (interview_question_get_asked_count (g_ptr_array_index (after, i - 1)), >=,
                     interview_question_get_asked_count (g_ptr_array_index (after, i)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/client/questions/order", test_order);
  return g_test_run ();
}
