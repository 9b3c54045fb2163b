/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "sample-store.h"
#include "server/services/disclosure-service.h"
#include "server/services/resume-service.h"
#include "server/services/room-service.h"
#include "server/services/setup-service.h"

/* What one side asks the other for: once, given by who it is about, kept only as agreed. */

#define RESUME INTERVIEW_DISCLOSURE_KIND_RESUME
#define PROFILE INTERVIEW_DISCLOSURE_KIND_COMPANY

static gboolean
run (InterviewTransaction *transaction, const char *sql)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (transaction, sql);

  return interview_sqlite_statement_run (statement, NULL);
}

static InterviewDisclosure *
ask (InterviewTransaction *transaction,
     const char *person,
     InterviewDisclosureKind kind,
     GError **error)
{
  g_autoptr (InterviewActor) actor = sample_store_find_actor (transaction, person, "en");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "now-chen");

  return interview_disclosure_service_ask (transaction, actor, room_id, kind, error);
}

static InterviewDisclosure *
answer (InterviewTransaction *transaction,
        const char *person,
        InterviewDisclosureKind kind,
        const char *headline,
        gboolean keep,
        GError **error)
{
  static const char *const items[] = { "TIG", "MIG", NULL };
  g_autoptr (InterviewActor) actor = sample_store_find_actor (transaction, person, "en");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "now-chen");
  g_autoptr (InterviewDisclosureAnswer) body = NULL;
  g_autoptr (InterviewDisclosedText) contents = NULL;

  if (headline != NULL)
    contents = g_object_new (INTERVIEW_TYPE_DISCLOSED_TEXT, "headline", headline, "text",
                             "Ten years", "items", items, NULL);
  body = g_object_new (INTERVIEW_TYPE_DISCLOSURE_ANSWER, "agreed", contents != NULL, "keep", keep,
                       "contents", contents, NULL);
  return interview_disclosure_service_answer (transaction, actor, room_id, kind, body, error);
}

static InterviewDisclosedText *
get_contents (InterviewTransaction *transaction)
{
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "now-chen");
  g_autoptr (GPtrArray) list = interview_disclosure_service_list (transaction, room_id, NULL);
  InterviewDisclosedText *contents;

  g_assert_cmpuint (list->len, ==, 1);
  contents = interview_disclosure_get_contents (list->pdata[0]);
  return contents != NULL ? g_object_ref (contents) : NULL;
}

static void
step_there (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (GError) resume = NULL;
  g_autoptr (GError) profile = NULL;
  g_autoptr (GError) unasked = NULL;

  g_assert_null (ask (transaction, "lin", RESUME, &resume));
  g_assert_error (resume, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
  g_assert_null (ask (transaction, "chen", PROFILE, &profile));
  g_assert_error (profile, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
  g_assert_null (answer (transaction, "chen", RESUME, "Welder", FALSE, &unasked));
  g_assert_error (unasked, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND);
}

static void
step_pass_on (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewDisclosure) asked = NULL;
  g_autoptr (InterviewDisclosure) refused = NULL;
  g_autoptr (InterviewDisclosure) again = NULL;
  g_autoptr (InterviewDisclosure) given = NULL;
  g_autoptr (InterviewDisclosure) taken_back = NULL;
  g_autoptr (InterviewDisclosedText) contents = NULL;
  g_autoptr (InterviewDisclosedText) nothing = NULL;
  g_autoptr (GError) blank = NULL;

  g_assert_true (run (transaction, "DELETE FROM resume"));
  asked = ask (transaction, "lin", RESUME, NULL);
  g_assert_cmpint (interview_disclosure_get_state (asked), ==, INTERVIEW_DISCLOSURE_STATE_ASKED);
  refused = answer (transaction, "chen", RESUME, NULL, FALSE, NULL);
  g_assert_cmpint (interview_disclosure_get_state (refused), ==,
                   INTERVIEW_DISCLOSURE_STATE_REFUSED);
  again = ask (transaction, "lin", RESUME, NULL);
  g_assert_cmpint (interview_disclosure_get_state (again), ==, INTERVIEW_DISCLOSURE_STATE_REFUSED);

  g_assert_null (answer (transaction, "chen", RESUME, "  ", FALSE, &blank));
  g_assert_error (blank, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
  given = answer (transaction, "chen", RESUME, "Welder", FALSE, NULL);
  g_assert_cmpint (interview_disclosure_get_state (given), ==, INTERVIEW_DISCLOSURE_STATE_GIVEN);
  contents = get_contents (transaction);
  g_assert_cmpstr (interview_disclosed_text_get_headline (contents), ==, "Welder");
  g_assert_cmpint (sample_store_count (transaction, "SELECT count (*) FROM resume"), ==, 0);
  taken_back = answer (transaction, "chen", RESUME, NULL, FALSE, NULL);
  nothing = get_contents (transaction);
  g_assert_null (nothing);
  g_assert_cmpint (sample_store_count (transaction, "SELECT count (*) FROM disclosure"
                                                    " WHERE contents IS NOT NULL"),
                   ==, 0);
}

/* What was given for one interview is not to be read after it, and soon is nowhere. */
static void
step_over (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "now-chen");
  g_autoptr (InterviewDisclosure) given =
      answer (transaction, "chen", RESUME, "Welder", FALSE, NULL);
  g_autoptr (InterviewRoom) ended = NULL;
  g_autoptr (InterviewDisclosedText) contents = NULL;
  g_autoptr (GError) late = NULL;

  g_assert_nonnull (given);
  ended = interview_room_service_end (transaction, lin, room_id, NULL);
  g_assert_nonnull (ended);
  contents = get_contents (transaction);
  g_assert_null (contents);
  g_assert_null (answer (transaction, "chen", RESUME, "Welder", FALSE, &late));
  g_assert_error (late, INTERVIEW_ERROR, INTERVIEW_ERROR_ROOM_CLOSED);
  g_assert_true (interview_setup_service_clean_up (transaction, NULL));
  g_assert_cmpint (sample_store_count (transaction, "SELECT count (*) FROM disclosure"
                                                    " WHERE contents IS NOT NULL"),
                   ==, 0);
}

static void
test_pass_on (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  sample_store_do (store, step_there, NULL);
  sample_store_do (store, step_pass_on, NULL);
  sample_store_do (store, step_over, NULL);
}

static void
step_keep (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "now-chen");
  g_autoptr (InterviewDisclosure) asked = NULL;
  g_autoptr (InterviewDisclosure) given = NULL;
  g_autoptr (InterviewResume) resume = NULL;
  g_autoptr (GError) twice = NULL;

  g_assert_true (run (transaction, "DELETE FROM resume"));
  asked = ask (transaction, "lin", RESUME, NULL);
  given = answer (transaction, "chen", RESUME, "Welder", TRUE, NULL);
  g_assert_true (interview_disclosure_get_kept (given));
  resume = interview_resume_service_get (transaction, lin, room_id, NULL);
  g_assert_cmpstr (interview_resume_get_headline (resume), ==, "Welder");
  g_assert_cmpstr (interview_resume_get_summary (resume), ==, "Ten years");
  g_assert_cmpstr (interview_resume_get_skills (resume)[1], ==, "MIG");
  g_assert_null (answer (transaction, "chen", RESUME, "Welder", TRUE, &twice));
  g_assert_error (twice, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
}

/* A recruiter may tell of the company, and not change what it says of itself. */
static void
step_profile (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewDisclosure) asked = NULL;
  g_autoptr (InterviewDisclosure) given = NULL;
  g_autoptr (GError) kept = NULL;

  g_assert_true (run (transaction, "UPDATE company_text SET about = NULL, tagline = NULL"));
  asked = ask (transaction, "chen", PROFILE, NULL);
  g_assert_nonnull (asked);
  g_assert_null (answer (transaction, "lin", PROFILE, "Robots", TRUE, &kept));
  g_assert_error (kept, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
  given = answer (transaction, "lin", PROFILE, "Robots", FALSE, NULL);
  g_assert_cmpstr (interview_disclosed_text_get_headline (
                       interview_disclosure_get_contents (given)),
                   ==, "Robots");
  g_assert_cmpint (sample_store_count (transaction, "SELECT count (*) FROM company_text"
                                                    " WHERE about IS NOT NULL"),
                   ==, 0);
}

static void
test_keep (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  sample_store_do (store, step_keep, NULL);
  sample_store_do (store, step_profile, NULL);
}

void
add_disclosure_tests (void)
{
  g_test_add_func ("/server/services/disclosure/pass-on", test_pass_on);
  g_test_add_func ("/server/services/disclosure/keep", test_keep);
}
