/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/model/company.h"
#include "core/model/rating.h"
#include "core/model/room.h"
#include "core/protocol/hello.h"
#include "core/protocol/json-text.h"
#include "core/protocol/limits.h"
#include "core/protocol/room-request.h"

#define ID_1 "01h0000000000000000000000a"
#define ID_2 "01h0000000000000000000000b"

static void
assert_refused (GType type, const char *text, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) record = interview_record_from_text (type, text, -1, &error);

  g_assert_null (record);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, what));
}

static InterviewRating *
make_rating (const char *comment, gint64 stars)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (marks, g_object_new (INTERVIEW_TYPE_ASPECT_MARK, "aspect-id", ID_2, "stars",
                                        (gint64) 3, NULL));
  return g_object_new (INTERVIEW_TYPE_RATING, "id", ID_1, "room-id", ID_1, "recruiter-id", ID_2,
                       "stars", stars, "aspects", marks, "comment", comment, "answered-at",
                       (gint64) 1900000000123456, "delivery-token", "secret", NULL);
}

static void
test_round_trip (void)
{
  g_autoptr (InterviewRating) rating = make_rating ("很好 “fair”\n\tthanks", 4);
  g_autofree char *text = interview_record_to_text (INTERVIEW_RECORD (rating));
  g_autofree char *again_text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRating) again =
      interview_record_from_text (INTERVIEW_TYPE_RATING, text, -1, &error);
  InterviewAspectMark *mark;

  g_assert_no_error (error);
  again_text = interview_record_to_text (INTERVIEW_RECORD (again));
  g_assert_cmpstr (text, ==, again_text);
  g_assert_cmpint (interview_rating_get_answered_at (again), ==, 1900000000123456);
  g_assert_cmpstr (interview_rating_get_comment (again), ==, "很好 “fair”\n\tthanks");
  g_assert_cmpuint (interview_rating_get_aspects (again)->len, ==, 1);
  mark = g_ptr_array_index (interview_rating_get_aspects (again), 0);
  g_assert_cmpint (interview_aspect_mark_get_stars (mark), ==, 3);
}

/* Every field comes along, and what is set in a copy stays in it. */
static void
test_copy (void)
{
  g_autoptr (InterviewRating) rating = make_rating ("fair", 4);
  g_autoptr (InterviewRating) copy = interview_record_copy (INTERVIEW_RECORD (rating));
  g_autofree char *text = interview_record_to_text (INTERVIEW_RECORD (rating));
  g_autofree char *copied_text = interview_record_to_text (INTERVIEW_RECORD (copy));

  g_assert_cmpstr (copied_text, ==, text);
  g_object_set (copy, "comment", "better", NULL);
  g_assert_cmpstr (interview_rating_get_comment (copy), ==, "better");
  g_assert_cmpstr (interview_rating_get_comment (rating), ==, "fair");
}

static void
test_unset_is_left_out (void)
{
  g_autoptr (InterviewRating) rating = make_rating (NULL, 4);
  g_autoptr (JsonNode) node = interview_record_to_json (INTERVIEW_RECORD (rating));

  g_assert_false (json_object_has_member (json_node_get_object (node), "comment"));
}

static void
test_refusals (void)
{
  assert_refused (INTERVIEW_TYPE_HELLO, "[]", "object");
  assert_refused (INTERVIEW_TYPE_HELLO, "null", "object");
  assert_refused (INTERVIEW_TYPE_HELLO, "{", "JSON");
  assert_refused (INTERVIEW_TYPE_HELLO, "{}{}", "JSON");
  assert_refused (INTERVIEW_TYPE_HELLO, "{} 1", "JSON");
  assert_refused (INTERVIEW_TYPE_HELLO, "\"\"{}1}", "object");
  assert_refused (INTERVIEW_TYPE_HELLO, "", "empty");
  assert_refused (INTERVIEW_TYPE_HELLO, "\"\xff\"", "UTF-8");
  assert_refused (INTERVIEW_TYPE_HELLO, "{}", "instance");
  assert_refused (INTERVIEW_TYPE_HELLO, "{\"instance\":\"" ID_1 "\"}", "last_sequence");
  assert_refused (INTERVIEW_TYPE_HELLO, "{\"instance\":null,\"last_sequence\":0}", "instance");
  assert_refused (INTERVIEW_TYPE_HELLO, "{\"instance\":7,\"last_sequence\":0}", "instance");
  assert_refused (INTERVIEW_TYPE_HELLO, "{\"instance\":\"short\",\"last_sequence\":0}", "instance");
  assert_refused (INTERVIEW_TYPE_HELLO, "{\"instance\":\"" ID_1 "\",\"last_sequence\":-1}",
                  "last_sequence");
  assert_refused (INTERVIEW_TYPE_HELLO, "{\"instance\":\"" ID_1 "\",\"last_sequence\":1.5}",
                  "last_sequence");
  assert_refused (INTERVIEW_TYPE_HELLO, "{\"instance\":\"" ID_1 "\",\"last_sequence\":\"1\"}",
                  "last_sequence");
  assert_refused (INTERVIEW_TYPE_HELLO,
                  "{\"instance\":\"" ID_1 "\",\"last_sequence\":0,\"more\":1}", "more");
}

static void
test_kinds_are_strict (void)
{
  static const char *const cases[][5] = {
    { "\"2030-01-01T09:00:00Z\"", "45", "true", "[]", NULL },
    { "\"2030-01-01T09:00:00\"", "45", "true", "[]", "starts_at" },
    { "\"yesterday\"", "45", "true", "[]", "starts_at" },
    { "1900000000", "45", "true", "[]", "starts_at" },
    { "\"2030-01-01T09:00:00+08:00\"", "4", "true", "[]", "duration_minutes" },
    { "\"2030-01-01T09:00:00Z\"", "481", "true", "[]", "duration_minutes" },
    { "\"2030-01-01T09:00:00Z\"", "45", "1", "[]", "interactive" },
    { "\"2030-01-01T09:00:00Z\"", "45", "true", "{}", "recruiter_ids" },
    { "\"2030-01-01T09:00:00Z\"", "45", "true", "[1]", "recruiter_ids" },
    { "\"2030-01-01T09:00:00Z\"", "45", "true",
      "[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\"]", "recruiter_ids" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("{\"candidate_id\":\"" ID_1 "\",\"position_id\":\"" ID_2
                           "\",\"starts_at\":%s,\"duration_minutes\":%s,"
                           "\"interactive\":%s,\"recruiter_ids\":%s}",
                           cases[i][0], cases[i][1], cases[i][2], cases[i][3]);

      if (cases[i][4] != NULL)
        assert_refused (INTERVIEW_TYPE_ROOM_REQUEST, text, cases[i][4]);
      else
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GObject) record =
              interview_record_from_text (INTERVIEW_TYPE_ROOM_REQUEST, text, -1, &error);

          g_assert_no_error (error);
          g_assert_nonnull (record);
        }
    }
}

static void
test_limits (void)
{
  g_autofree char *longest = g_strnfill (INTERVIEW_LIMIT_TEXT, 'x');
  g_autofree char *longer = g_strnfill (INTERVIEW_LIMIT_TEXT + 1, 'x');
  g_autoptr (InterviewRating) fits = make_rating (longest, 5);
  g_autoptr (InterviewRating) too_long = make_rating (longer, 5);
  g_autoptr (InterviewRating) no_star = make_rating (NULL, 0);
  g_autoptr (InterviewRating) control = make_rating ("a\x01z", 5);
  g_autoptr (GError) error = NULL;

  g_assert_true (interview_record_validate (INTERVIEW_RECORD (fits), &error));
  g_assert_no_error (error);
  g_assert_false (interview_record_validate (INTERVIEW_RECORD (too_long), NULL));
  g_assert_false (interview_record_validate (INTERVIEW_RECORD (no_star), NULL));
  g_assert_false (interview_record_validate (INTERVIEW_RECORD (control), NULL));
}

static void
test_characters_are_counted (void)
{
  GString *name = g_string_new (NULL);
  g_autoptr (GObject) person = NULL;

  for (guint i = 0; i < INTERVIEW_LIMIT_NAME; i++)
    g_string_append (name, "语");
  person =
      g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id", ID_1, "display-name", name->str, NULL);
  g_assert_true (interview_record_validate (INTERVIEW_RECORD (person), NULL));
  g_string_append (name, "语");
  g_object_set (person, "display-name", name->str, NULL);
  g_assert_false (interview_record_validate (INTERVIEW_RECORD (person), NULL));
  g_string_free (name, TRUE);
}

static void
test_nested_errors_name_the_place (void)
{
  assert_refused (INTERVIEW_TYPE_COMPANY,
                  "{\"id\":\"" ID_1 "\",\"revision\":1,\"name\":\"x\",\"interactive\":true,"
                  "\"facts\":[{\"label\":\"a\",\"value\":\"b\"},{\"label\":\"a\"}]}",
                  "“facts” item 2: “value” is missing");
}

static void
test_depth_and_size (void)
{
  GString *deep = g_string_new (NULL);
  g_autofree char *large = g_strnfill (INTERVIEW_LIMIT_BODY + 1, ' ');
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  g_assert_null (interview_json_parse (deep->str, -1, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (interview_json_parse (large, -1, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_TOO_LARGE);
  g_string_free (deep, TRUE);
}

static void
test_brackets_in_text_are_not_depth (void)
{
  g_autoptr (JsonNode) node =
      interview_json_parse ("{\"a\":\"[[[[[[[[[[[[[[[[[[[[\\\"[[[\"}", -1, NULL);

  g_assert_nonnull (node);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/record/round-trip", test_round_trip);
  g_test_add_func ("/core/record/copy", test_copy);
  g_test_add_func ("/core/record/unset-is-left-out", test_unset_is_left_out);
  g_test_add_func ("/core/record/refusals", test_refusals);
  g_test_add_func ("/core/record/kinds-are-strict", test_kinds_are_strict);
  g_test_add_func ("/core/record/limits", test_limits);
  g_test_add_func ("/core/record/characters-are-counted", test_characters_are_counted);
  g_test_add_func ("/core/record/nested-errors-name-the-place", test_nested_errors_name_the_place);
  g_test_add_func ("/core/record/depth-and-size", test_depth_and_size);
  g_test_add_func ("/core/record/brackets-in-text-are-not-depth",
                   test_brackets_in_text_are_not_depth);
  return g_test_run ();
}
