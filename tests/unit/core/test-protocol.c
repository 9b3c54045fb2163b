/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/clock.h"
#include "core/error.h"
#include "core/protocol/envelope.h"
#include "core/protocol/room-reference.h"
#include "core/protocol/routes.h"
#include "core/protocol/signal.h"

#define ID_1 "01h0000000000000000000000a"
#define ID_2 "01h0000000000000000000000b"

static void
test_error_codes_are_unique (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < interview_error_count (); i++)
    {
      InterviewErrorCode again;

      g_assert_true (g_hash_table_add (seen, (char *) interview_error_to_code (i)));
      g_assert_true (interview_error_from_code (interview_error_to_code (i), &again));
      g_assert_cmpint (again, ==, i);
      g_assert_cmpuint (interview_error_to_status (i), >=, 400);
    }
  g_assert_false (interview_error_from_code ("from-the-future", NULL));
  g_assert_false (interview_error_from_code (NULL, NULL));
}

/* What is formatted is matched by its own route, and by no other of the same method. */
static void
test_routes_are_unambiguous (void)
{
  for (guint i = 0; i < INTERVIEW_N_ROUTES; i++)
    {
      g_autofree char *path = interview_route_format (i, ID_1, ID_2);

      for (guint j = 0; j < INTERVIEW_N_ROUTES; j++)
        {
          char *arguments[INTERVIEW_ROUTE_MAX_ARGUMENTS + 1] = { NULL };
          gboolean same_method =
              g_str_equal (interview_route_get_method (i), interview_route_get_method (j));
          gboolean same_path =
              g_str_equal (interview_route_get_template (i), interview_route_get_template (j));

          g_assert_cmpint (interview_route_match (j, path, arguments), ==, same_path);
          g_assert_true (i == j || !same_method || !same_path);
          if (arguments[0] != NULL)
            g_assert_cmpstr (arguments[0], ==, ID_1);
          if (arguments[1] != NULL)
            g_assert_cmpstr (arguments[1], ==, ID_2);
          g_free (arguments[0]);
          g_free (arguments[1]);
        }
    }
}

static void
test_paths_are_strict (void)
{
  static const char *const paths[] = {
    "/api/v1/rooms/",
    "/api/v1/rooms/" ID_1 "/",
    "/api/v1/rooms/" ID_1 "x",
    "/api/v1/rooms/../company",
    "/api/v1/rooms/01H0000000000000000000000A",
    "",
    "/",
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      char *arguments[INTERVIEW_ROUTE_MAX_ARGUMENTS + 1] = { NULL };

      g_assert_false (interview_route_match (INTERVIEW_ROUTE_ROOM, paths[i], arguments));
      g_assert_null (arguments[0]);
    }
}

static void
test_envelopes (void)
{
  g_autoptr (GObject) body = g_object_new (INTERVIEW_TYPE_ROOM_REFERENCE, "room-id", ID_1, NULL);
  g_autoptr (InterviewEnvelope) envelope =
      interview_envelope_new (INTERVIEW_MESSAGE_JOIN, INTERVIEW_RECORD (body));
  g_autofree char *text = interview_envelope_to_text (envelope);
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewEnvelope) again = interview_envelope_parse (text, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpint (interview_envelope_get_message_type (again), ==, INTERVIEW_MESSAGE_JOIN);
  g_assert_cmpstr (interview_room_reference_get_room_id (interview_envelope_get_body (again)), ==,
                   ID_1);
}

static void
test_no_envelopes (void)
{
  static const char *const cases[] = {
    "{}",
    "[]",
    "7",
    "{\"type\":\"join\"}",
    "{\"type\":7,\"body\":{}}",
    "{\"type\":[],\"body\":{}}",
    "{\"type\":\"jump\",\"body\":{}}",
    "{\"type\":\"join\",\"body\":{}}",
    "{\"type\":\"join\",\"body\":[]}",
    "{\"type\":\"join\",\"body\":{\"room_id\":\"" ID_1 "\"},\"more\":1}",
    "{\"type\":\"signal\",\"body\":{\"room_id\":\"" ID_1 "\",\"peer\":\"" ID_2
    "\",\"epoch\":0,\"kind\":\"offer\"}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (interview_envelope_parse (cases[i], -1, &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
    }
}

/* What is not said of pictures that are left out is that none are. */
static void
test_media_signal (void)
{
  const char *said = "{\"room_id\":\"" ID_1 "\",\"peer\":\"" ID_2
                     "\",\"epoch\":1,\"kind\":\"media\",\"camera\":true,\"paused\":true}";
  const char *silent = "{\"room_id\":\"" ID_1 "\",\"peer\":\"" ID_2
                       "\",\"epoch\":1,\"kind\":\"media\",\"camera\":true}";
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewSignal) paused =
      interview_record_from_text (INTERVIEW_TYPE_SIGNAL, said, -1, &error);
  g_autoptr (InterviewSignal) other = NULL;
  g_autoptr (InterviewSignal) again = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_true (interview_signal_get_paused (paused));
  text = interview_record_to_text (INTERVIEW_RECORD (paused));
  again = interview_record_from_text (INTERVIEW_TYPE_SIGNAL, text, -1, &error);
  g_assert_no_error (error);
  g_assert_true (interview_signal_get_paused (again));
  other = interview_record_from_text (INTERVIEW_TYPE_SIGNAL, silent, -1, &error);
  g_assert_no_error (error);
  g_assert_false (interview_signal_get_paused (other));
}

static void
test_times (void)
{
  static const gint64 times[] = { 1, 0, -1, 1900000000123456, 253402300799999999 };
  gint64 time = 7;
  gint64 other = 7;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *text = interview_time_format (times[i]);

      g_assert_true (interview_time_parse (text, &time));
      g_assert_cmpint (time, ==, times[i]);
    }
  g_assert_true (interview_time_parse ("2030-01-01T09:00:00+08:00", &time));
  g_assert_true (interview_time_parse ("2030-01-01T01:00:00Z", &other));
  g_assert_cmpint (time, ==, other);
  g_assert_false (interview_time_parse ("2030-01-01", &time));
  g_assert_false (interview_time_parse ("0226-01-01T00:00:00Z", &time));
  g_assert_false (interview_time_parse ("2030-13-01T09:00:00Z", &time));
  g_assert_false (interview_time_parse (NULL, &time));
}

static void
test_fixed_clock (void)
{
  g_autoptr (InterviewClock) fixed = interview_clock_new_fixed (1000);
  g_autoptr (InterviewClock) machine = interview_clock_new_system ();

  interview_clock_advance (fixed, 500);
  g_assert_cmpint (interview_clock_now (fixed), ==, 1500);
  g_assert_cmpint (interview_clock_now (machine), >, 1500000000000000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/error/codes-are-unique", test_error_codes_are_unique);
  g_test_add_func ("/core/routes/unambiguous", test_routes_are_unambiguous);
  g_test_add_func ("/core/routes/strict", test_paths_are_strict);
  g_test_add_func ("/core/envelope/envelopes", test_envelopes);
  g_test_add_func ("/core/envelope/no-envelopes", test_no_envelopes);
  g_test_add_func ("/core/signal/media", test_media_signal);
  g_test_add_func ("/core/clock/times", test_times);
  g_test_add_func ("/core/clock/fixed", test_fixed_clock);
  return g_test_run ();
}
