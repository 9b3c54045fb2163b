/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/id.h"
#include "sample-store.h"
#include "server/services/consent-service.h"
#include "server/services/recording-service.h"
#include "server/services/room-service.h"
#include "server/store/audit-table.h"

/* The room that starts now: lin interviews chen. */
typedef struct
{
  char *room_id;
  char *recording_id;
} Facts;

static void
clear_facts (Facts *facts)
{
  g_free (facts->room_id);
  g_free (facts->recording_id);
}

static void
enter (InterviewTransaction *transaction, Facts *facts, const char *const *keys)
{
  g_autoptr (GPtrArray) person_ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    g_ptr_array_add (person_ids, sample_store_find_id (transaction, "person", keys[i]));
  interview_recording_service_set_visitors (transaction, facts->room_id, person_ids, &error);
  g_assert_no_error (error);
}

static InterviewRecording *
ask (InterviewTransaction *transaction,
     Facts *facts,
     const char *key,
     gint64 version,
     GError **error)
{
  g_autoptr (InterviewActor) actor = sample_store_find_actor (transaction, key, "en");
  g_autoptr (InterviewRecordingRequest) request =
      g_object_new (INTERVIEW_TYPE_RECORDING_REQUEST, "scope", INTERVIEW_RECORDING_SCOPE_HIRING,
                    "text-version", version, "language", "en", NULL);

  return interview_recording_service_ask (transaction, actor, facts->room_id, request, error);
}

static InterviewRecording *
decide (InterviewTransaction *transaction,
        Facts *facts,
        const char *key,
        InterviewConsentDecision decision,
        const char *language,
        GError **error)
{
  g_autoptr (InterviewActor) actor = sample_store_find_actor (transaction, key, "zh-CN");
  g_autoptr (InterviewConsentRequest) request =
      g_object_new (INTERVIEW_TYPE_CONSENT_REQUEST, "decision", decision, "text-version",
                    (gint64) 1, "language", language, NULL);

  return interview_recording_service_decide (transaction, actor, facts->room_id,
                                             facts->recording_id, request, error);
}

static void
assert_state (InterviewTransaction *transaction, Facts *facts, InterviewRecordingState state)
{
  g_autoptr (InterviewActor) actor = sample_store_find_actor (transaction, "shen", "zh-CN");
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecording) recording =
      interview_recording_service_get (transaction, actor, facts->room_id, &error);

  g_assert_no_error (error);
  interview_record_validate (INTERVIEW_RECORD (recording), &error);
  g_assert_no_error (error);
  g_assert_cmpint (interview_recording_get_state (recording), ==, state);
}

static void
step_ask (InterviewTransaction *transaction, gpointer data)
{
  const char *const recruiter[] = { "lin", NULL };
  const char *const both[] = { "lin", "chen", NULL };
  Facts *facts = data;
  g_autoptr (InterviewRecording) recording = NULL;
  g_autoptr (InterviewRecording) none = NULL;
  g_autoptr (GError) error = NULL;

  facts->room_id = sample_store_find_id (transaction, "room", "now-chen");
  none = ask (transaction, facts, "lin", 1, &error);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_IN_ROOM);
  g_clear_error (&error);
  enter (transaction, facts, recruiter);
  none = ask (transaction, facts, "lin", 7, &error);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
  g_clear_error (&error);
  enter (transaction, facts, both);
  recording = ask (transaction, facts, "lin", 1, &error);
  g_assert_no_error (error);
  facts->recording_id = g_strdup (interview_recording_get_id (recording));
  g_assert_cmpint (interview_recording_get_state (recording), ==, INTERVIEW_RECORDING_STATE_ASKING);
  g_assert_cmpint (interview_recording_get_started_at (recording), ==, 0);
  g_assert_cmpuint (interview_recording_get_consents (recording)->len, ==, 1);
  none = ask (transaction, facts, "chen", 1, &error);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
}

/* No state of a recording comes from a program: only agreement makes it run. */
static void
step_agree (InterviewTransaction *transaction, gpointer data)
{
  const char *const three[] = { "lin", "chen", "marcus", NULL };
  const char *const both[] = { "lin", "chen", NULL };
  Facts *facts = data;
  g_autoptr (InterviewRecording) none = NULL;
  g_autoptr (InterviewRecording) recording = NULL;
  g_autoptr (InterviewRecording) again = NULL;
  g_autoptr (GError) error = NULL;

  enter (transaction, facts, both);
  assert_state (transaction, facts, INTERVIEW_RECORDING_STATE_ASKING);
  none = decide (transaction, facts, "chen", INTERVIEW_CONSENT_DECISION_WITHDRAWN, "zh-CN", &error);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
  g_clear_error (&error);
  /* In a language in which there is no such text. */
  none = decide (transaction, facts, "chen", INTERVIEW_CONSENT_DECISION_GIVEN, "fr", &error);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
  g_clear_error (&error);

  recording =
      decide (transaction, facts, "chen", INTERVIEW_CONSENT_DECISION_GIVEN, "zh-CN", &error);
  g_assert_no_error (error);
  g_assert_cmpint (interview_recording_get_state (recording), ==,
                   INTERVIEW_RECORDING_STATE_RUNNING);
  g_assert_cmpint (interview_recording_get_started_at (recording), ==, SAMPLE_NOW);
  g_assert_cmpstr (interview_consent_text_get_language (interview_recording_get_text (recording)),
                   ==, "zh-CN");
  again = decide (transaction, facts, "chen", INTERVIEW_CONSENT_DECISION_GIVEN, "zh-CN", &error);
  g_assert_no_error (error);
  g_assert_cmpint (sample_store_count (transaction, "SELECT count(*) FROM consent"), ==, 2);

  enter (transaction, facts, three);
  assert_state (transaction, facts, INTERVIEW_RECORDING_STATE_ASKING);
  enter (transaction, facts, both);
  assert_state (transaction, facts, INTERVIEW_RECORDING_STATE_RUNNING);
}

static void
step_withdraw (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecording) recording =
      decide (transaction, facts, "chen", INTERVIEW_CONSENT_DECISION_WITHDRAWN, "zh-CN", &error);
  g_autoptr (InterviewRecording) none = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (interview_recording_get_state (recording), ==,
                   INTERVIEW_RECORDING_STATE_WITHDRAWN);
  none = decide (transaction, facts, "chen", INTERVIEW_CONSENT_DECISION_GIVEN, "zh-CN", &error);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
}

static void
step_ledger (InterviewTransaction *transaction, gpointer data)
{
  static const InterviewConsentDecision decisions[] = {
    INTERVIEW_CONSENT_DECISION_WITHDRAWN,
    INTERVIEW_CONSENT_DECISION_GIVEN,
    INTERVIEW_CONSENT_DECISION_GIVEN,
  };
  g_autoptr (InterviewActor) admin = sample_store_find_actor (transaction, "shen", "en");
  g_autofree char *cursor = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    {
      g_autofree char *next_cursor = NULL;
      g_autoptr (GPtrArray) lines =
          interview_consent_service_list (transaction, admin, cursor, 1, &next_cursor, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (lines->len, ==, 1);
      interview_record_validate (lines->pdata[0], &error);
      g_assert_no_error (error);
      g_assert_cmpint (interview_consent_get_decision (lines->pdata[0]), ==, decisions[i]);
      g_assert_cmpstr (interview_consent_get_language (lines->pdata[0]), ==,
                       i < 2 ? "zh-CN" : "en");
      g_assert_cmpint (interview_consent_get_at (lines->pdata[0]), ==, SAMPLE_NOW);
      g_free (cursor);
      cursor = g_steal_pointer (&next_cursor);
    }
}

static void
test_recording (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  g_auto (GStrv) readers = NULL;
  g_autoptr (GPtrArray) withdrawn = NULL;
  InterviewPublication *publication;
  Facts facts = { 0 };

  sample_store_do (store, step_ask, &facts);
  sample_store_do (store, step_agree, &facts);
  withdrawn = sample_store_run (store, step_withdraw, &facts);
  publication = g_ptr_array_index (withdrawn, 0);
  g_assert_cmpuint (withdrawn->len, ==, 1);
  g_assert_cmpint (interview_event_get_kind (interview_publication_get_event (publication)), ==,
                   INTERVIEW_EVENT_KIND_RECORDING_CHANGED);
  /* The candidate, the recruiter and HR. */
  g_assert_cmpuint (g_strv_length ((GStrv) interview_publication_get_person_ids (publication)), ==,
                    3);
  sample_store_do (store, step_ledger, &facts);
  clear_facts (&facts);
}

static void
step_run (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecording) recording = NULL;

  step_ask (transaction, data);
  recording = decide (transaction, data, "chen", INTERVIEW_CONSENT_DECISION_GIVEN, "en", &error);
  g_assert_no_error (error);
  assert_state (transaction, data, INTERVIEW_RECORDING_STATE_RUNNING);
}

static void
step_end_room (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRoom) room = NULL;
  g_autoptr (InterviewRecording) none = NULL;
  g_autoptr (InterviewRecording) later = NULL;

  room = interview_room_service_end (transaction, lin, facts->room_id, &error);
  g_assert_no_error (error);
  assert_state (transaction, facts, INTERVIEW_RECORDING_STATE_STOPPED);
  none = ask (transaction, facts, "lin", 1, &error);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_ROOM_CLOSED);
  g_clear_error (&error);
  /* An agreement can be taken back also then. */
  later = decide (transaction, facts, "chen", INTERVIEW_CONSENT_DECISION_WITHDRAWN, "en", &error);
  g_assert_no_error (error);
  assert_state (transaction, facts, INTERVIEW_RECORDING_STATE_WITHDRAWN);
}

static void
test_room_over (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  Facts facts = { 0 };

  sample_store_do (store, step_run, &facts);
  sample_store_do (store, step_end_room, &facts);
  clear_facts (&facts);
}

static void
step_list (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autoptr (InterviewActor) admin = sample_store_find_actor (transaction, "shen", "en");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) recordings = NULL;
  g_autoptr (InterviewRecording) stopped = NULL;
  g_autoptr (InterviewRecording) second = NULL;
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");

  stopped = interview_recording_service_stop (transaction, lin, facts->room_id, facts->recording_id,
                                              &error);
  g_assert_no_error (error);
  second = ask (transaction, facts, "chen", 1, &error);
  g_assert_no_error (error);
  recordings = interview_recording_service_list (transaction, admin, facts->room_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recordings->len, ==, 2);
  for (guint i = 0; i < recordings->len; i++)
    {
      interview_record_validate (recordings->pdata[i], &error);
      g_assert_no_error (error);
    }
}

static void
test_list (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  Facts facts = { 0 };

  sample_store_do (store, step_run, &facts);
  sample_store_do (store, step_list, &facts);
  clear_facts (&facts);
}

static void
step_restart (InterviewTransaction *transaction, gpointer data)
{
  const char *const candidate[] = { "chen", NULL };
  g_autoptr (GError) error = NULL;

  interview_recording_service_begin (transaction, &error);
  g_assert_no_error (error);
  enter (transaction, data, candidate);
  assert_state (transaction, data, INTERVIEW_RECORDING_STATE_RUNNING);
}

static void
step_abandon (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (GError) error = NULL;

  interview_recording_service_abandon (transaction, &error);
  g_assert_no_error (error);
}

static void
step_still_runs (InterviewTransaction *transaction, gpointer data)
{
  const char *const both[] = { "lin", "chen", NULL };

  assert_state (transaction, data, INTERVIEW_RECORDING_STATE_RUNNING);
  enter (transaction, data, both);
}

static void
step_is_over (InterviewTransaction *transaction, gpointer data)
{
  assert_state (transaction, data, INTERVIEW_RECORDING_STATE_ABANDONED);
}

/* The server is started again while it runs; the recorder comes back, or does not. */
static void
test_absence (gconstpointer data)
{
  gboolean returns = GPOINTER_TO_INT (data);
  g_autoptr (SampleStore) store = sample_store_new ();
  Facts facts = { 0 };

  sample_store_do (store, step_run, &facts);
  sample_store_do (store, step_restart, &facts);
  interview_clock_advance (store->clock, 50 * G_TIME_SPAN_SECOND);
  sample_store_do (store, step_abandon, &facts);
  if (returns)
    sample_store_do (store, step_still_runs, &facts);
  interview_clock_advance (store->clock, 20 * G_TIME_SPAN_SECOND);
  sample_store_do (store, step_abandon, &facts);
  sample_store_do (store, returns ? step_still_runs : step_is_over, &facts);
  clear_facts (&facts);
}

static InterviewConsentEdition *
change (InterviewTransaction *transaction, gint64 version, const char *language, GError **error)
{
  g_autoptr (InterviewActor) admin = sample_store_find_actor (transaction, "shen", "en");
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewConsentEdition) edition = NULL;

  g_ptr_array_add (texts, g_object_new (INTERVIEW_TYPE_CONSENT_TEXT, "version", (gint64) 1,
                                        "language", language, "text", "May we?", NULL));
  edition = g_object_new (INTERVIEW_TYPE_CONSENT_EDITION, "version", version, "texts", texts, NULL);
  return interview_consent_service_change (transaction, admin, edition, error);
}

static void
step_change_text (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) chen = sample_store_find_actor (transaction, "chen", "zh-CN");
  g_autoptr (InterviewActor) admin = sample_store_find_actor (transaction, "shen", "en");
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewConsentText) first =
      interview_consent_service_get_text (transaction, chen, &error);
  g_autoptr (InterviewConsentText) second = NULL;
  g_autoptr (InterviewConsentEdition) edition = NULL;
  g_autoptr (InterviewConsentEdition) none = NULL;
  g_autoptr (InterviewRecording) recording = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (interview_consent_text_get_version (first), ==, 1);
  g_assert_cmpstr (interview_consent_text_get_language (first), ==, "zh-CN");
  edition = change (transaction, 1, "en", &error);
  g_assert_no_error (error);
  g_assert_cmpint (interview_consent_edition_get_version (edition), ==, 2);
  none = change (transaction, 1, "en", &error);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
  g_clear_error (&error);
  none = change (transaction, 2, "xx", &error);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
  g_clear_error (&error);
  second = interview_consent_service_get_text (transaction, chen, &error);
  g_assert_cmpstr (interview_consent_text_get_text (second), ==, "May we?");
  g_assert_cmpint (sample_store_count (transaction, "SELECT count(*) FROM consent_text"), ==, 3);
  entries = interview_audit_table_list (transaction, interview_actor_get_company_id (admin),
                                        G_MAXINT64, "", 10, &error);
  g_assert_cmpint (interview_audit_entry_get_kind (entries->pdata[0]), ==,
                   INTERVIEW_AUDIT_KIND_CONSENT_TEXT_CHANGED);
  /* A recording that was asked for with the first text goes on with it. */
  recording = decide (transaction, data, "chen", INTERVIEW_CONSENT_DECISION_GIVEN, "zh-CN", &error);
  g_assert_no_error (error);
  g_assert_cmpint (interview_consent_text_get_version (interview_recording_get_text (recording)),
                   ==, 1);
}

static void
run_refused (InterviewTransaction *transaction, const char *sql)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (transaction, sql);
  g_autoptr (GError) error = NULL;

  g_assert_false (interview_sqlite_statement_run (statement, &error));
  g_assert_nonnull (error);
}

/* Neither the ledger nor a text that was read can be changed, whoever tries. */
static void
step_forge (InterviewTransaction *transaction, gpointer data)
{
  run_refused (transaction, "UPDATE consent SET decision = 'given'");
  run_refused (transaction, "DELETE FROM consent");
  run_refused (transaction, "INSERT OR REPLACE INTO consent SELECT * FROM consent");
  run_refused (transaction, "UPDATE consent_text SET text = 'other'");
  run_refused (transaction, "DELETE FROM consent_text");
  run_refused (transaction, "INSERT OR REPLACE INTO consent_text SELECT * FROM consent_text");
}

static void
test_text (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  Facts facts = { 0 };

  sample_store_do (store, step_ask, &facts);
  sample_store_do (store, step_change_text, &facts);
  sample_store_do (store, step_forge, &facts);
  clear_facts (&facts);
}

void
add_recording_tests (void)
{
  g_test_add_func ("/server/recording/consent", test_recording);
  g_test_add_func ("/server/recording/room-over", test_room_over);
  g_test_add_data_func ("/server/recording/recorder-returns", GINT_TO_POINTER (TRUE), test_absence);
  g_test_add_data_func ("/server/recording/recorder-gone", GINT_TO_POINTER (FALSE), test_absence);
  g_test_add_func ("/server/recording/list", test_list);
  g_test_add_func ("/server/recording/text", test_text);
}
