/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <libsoup/soup.h>

#include "client/failure.h"
#include "core/clock.h"
#include "core/error.h"

static InterviewProblem *
make_problem (const char *code, guint status)
{
  return g_object_new (INTERVIEW_TYPE_PROBLEM, "type", "about:blank", "title", "errno 5 at 0x1234",
                       "detail", "SQLITE_IOERR", "status", (gint64) status, "code", code, NULL);
}

/* A message is a sentence or more, and shows nothing of the insides. */
static void
assert_is_for_people (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_cmpuint (g_utf8_strlen (error->message, -1), >, 20);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strstr (error->message, "errno"));
  g_assert_null (strstr (error->message, "SQLITE"));
}

static void
test_every_code (void)
{
  for (guint code = 0; code < interview_error_count (); code++)
    {
      g_autoptr (InterviewProblem) problem =
          make_problem (interview_error_to_code (code), interview_error_to_status (code));
      g_autoptr (GError) error = interview_failure_from_problem (problem);

      g_assert_error (error, INTERVIEW_ERROR, (int) code);
      assert_is_for_people (error);
    }
}

static void
test_invitations_differ (void)
{
  static const InterviewErrorCode codes[] = {
    INTERVIEW_ERROR_INVITATION_UNKNOWN, INTERVIEW_ERROR_INVITATION_EXPIRED,
    INTERVIEW_ERROR_INVITATION_REVOKED, INTERVIEW_ERROR_INVITATION_USED,
    INTERVIEW_ERROR_INVITATION_EARLY,
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (InterviewProblem) problem = make_problem (interview_error_to_code (codes[i]), 410);
      g_autoptr (GError) error = interview_failure_from_problem (problem);

      g_assert_true (g_hash_table_add (seen, g_strdup (error->message)));
    }
}

static void
test_early_says_when (void)
{
  g_autoptr (InterviewProblem) problem =
      make_problem (interview_error_to_code (INTERVIEW_ERROR_INVITATION_EARLY), 403);
  g_autoptr (GDateTime) local = g_date_time_new_local (2031, 5, 17, 9, 30, 0);
  g_autoptr (GError) error = NULL;

  g_object_set (problem, "opens_at", g_date_time_to_unix (local) * G_USEC_PER_SEC, NULL);
  error = interview_failure_from_problem (problem);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVITATION_EARLY);
  g_assert_nonnull (strstr (error->message, "17 May, 09:30"));
}

static void
test_rate_limit_says_how_long (void)
{
  g_autoptr (InterviewProblem) problem = make_problem ("rate-limited", 429);
  g_autoptr (GError) error = NULL;

  g_object_set (problem, "retry_after", (gint64) 61, NULL);
  error = interview_failure_from_problem (problem);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_RATE_LIMITED);
  g_assert_nonnull (strstr (error->message, "2 minutes"));
}

static void
test_unknown_code (void)
{
  g_autoptr (InterviewProblem) problem = make_problem ("made-up-later", 409);
  g_autoptr (GError) error = interview_failure_from_problem (problem);

  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
}

static void
test_statuses (void)
{
  for (guint status = 0; status < 620; status++)
    {
      g_autoptr (GError) error = interview_failure_from_status (status);

      assert_is_for_people (error);
    }
}

/* Who speaks without encryption is told apart from who cannot be reached, and on this computer the
 * way out is named; nowhere else. */
static void
test_encryption (void)
{
  static const struct
  {
    const char *host;
    gboolean way_out;
  } cases[] = { { "127.0.0.1", TRUE }, { "localhost", TRUE }, { "a.example", FALSE } };
  g_autoptr (GError) cause = g_error_new_literal (G_TLS_ERROR, G_TLS_ERROR_MISC, "errno 111");
  g_autoptr (GError) required = interview_failure_from_status (426);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InterviewEndpoint) endpoint =
          interview_endpoint_new (cases[i].host, 0, TRUE, NULL);
      g_autoptr (GError) error = interview_failure_from_transport (cause, endpoint);

      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CERTIFICATE);
      g_assert_nonnull (strstr (error->message, "encrypt"));
      g_assert_true ((strstr (error->message, "tls=no") != NULL) == cases[i].way_out);
    }
  g_assert_error (required, INTERVIEW_ERROR, INTERVIEW_ERROR_CERTIFICATE);
  g_assert_nonnull (strstr (required->message, "tls=no"));
}

static void
test_transport (void)
{
  static const struct
  {
    int code;
    InterviewErrorCode expected;
  } cases[] = {
    { G_IO_ERROR_CONNECTION_REFUSED, INTERVIEW_ERROR_NETWORK },
    { G_IO_ERROR_HOST_UNREACHABLE, INTERVIEW_ERROR_NETWORK },
    { G_IO_ERROR_TIMED_OUT, INTERVIEW_ERROR_NETWORK },
    { G_IO_ERROR_PARTIAL_INPUT, INTERVIEW_ERROR_NETWORK },
  };
  g_autoptr (InterviewEndpoint) endpoint = interview_endpoint_new ("a.example", 0, TRUE, NULL);
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "no");
  g_autoptr (GError) kept = interview_failure_from_transport (cancelled, endpoint);

  g_assert_error (kept, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) cause = g_error_new_literal (G_IO_ERROR, cases[i].code, "errno 111");
      g_autoptr (GError) error = interview_failure_from_transport (cause, endpoint);

      g_assert_error (error, INTERVIEW_ERROR, (int) cases[i].expected);
      assert_is_for_people (error);
      g_assert_nonnull (strstr (error->message, "a.example"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/client/failure/every-code", test_every_code);
  g_test_add_func ("/client/failure/invitations-differ", test_invitations_differ);
  g_test_add_func ("/client/failure/early-says-when", test_early_says_when);
  g_test_add_func ("/client/failure/rate-limit", test_rate_limit_says_how_long);
  g_test_add_func ("/client/failure/unknown-code", test_unknown_code);
  g_test_add_func ("/client/failure/statuses", test_statuses);
  g_test_add_func ("/client/failure/encryption", test_encryption);
  g_test_add_func ("/client/failure/transport", test_transport);
  return g_test_run ();
}
