/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/id.h"
#include "core/protocol/limits.h"
#include "sample-store.h"
#include "server/services/recording-service.h"
#include "server/services/share-page.h"
#include "server/services/share-service.h"
#include "server/services/sharing-policy-service.h"
#include "server/store/share-table.h"

#define HELLO_HASH "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"

/* A recording of the room that starts now: lin recorded chen, and has stopped. */
typedef struct
{
  char *room_id;
  char *recording_id;
  char *share_id;
  char *token;
  InterviewEndpoint *endpoint;
} Facts;

static void
clear_facts (Facts *facts)
{
  g_free (facts->room_id);
  g_free (facts->recording_id);
  g_free (facts->share_id);
  g_free (facts->token);
  g_clear_object (&facts->endpoint);
}

static void
record (InterviewTransaction *transaction, Facts *facts, InterviewRecordingScope scope)
{
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autoptr (InterviewActor) chen = sample_store_find_actor (transaction, "chen", "zh-CN");
  g_autoptr (GPtrArray) person_ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (InterviewRecordingRequest) request =
      g_object_new (INTERVIEW_TYPE_RECORDING_REQUEST, "scope", scope, "text-version", (gint64) 1,
                    "language", "en", NULL);
  g_autoptr (InterviewConsentRequest) consent =
      g_object_new (INTERVIEW_TYPE_CONSENT_REQUEST, "decision", INTERVIEW_CONSENT_DECISION_GIVEN,
                    "text-version", (gint64) 1, "language", "zh-CN", NULL);
  g_autoptr (InterviewRecording) asked = NULL, given = NULL, stopped = NULL;
  g_autoptr (GError) error = NULL;

  facts->room_id = sample_store_find_id (transaction, "room", "now-chen");
  facts->endpoint = interview_endpoint_new ("interview.example", 443, TRUE, NULL);
  g_ptr_array_add (person_ids, g_strdup (interview_actor_get_person_id (lin)));
  g_ptr_array_add (person_ids, g_strdup (interview_actor_get_person_id (chen)));
  interview_recording_service_set_visitors (transaction, facts->room_id, person_ids, &error);
  g_assert_no_error (error);
  asked = interview_recording_service_ask (transaction, lin, facts->room_id, request, &error);
  g_assert_no_error (error);
  facts->recording_id = g_strdup (interview_recording_get_id (asked));
  given = interview_recording_service_decide (transaction, chen, facts->room_id,
                                              facts->recording_id, consent, &error);
  g_assert_no_error (error);
  stopped = interview_recording_service_stop (transaction, lin, facts->room_id, facts->recording_id,
                                              &error);
  g_assert_no_error (error);
}

static InterviewRecordingShare *
create (InterviewTransaction *transaction,
        Facts *facts,
        const char *key,
        gint64 size,
        gint64 days,
        GError **error)
{
  g_autoptr (InterviewActor) actor = sample_store_find_actor (transaction, key, "en");
  g_autoptr (InterviewShareRequest) request =
      g_object_new (INTERVIEW_TYPE_SHARE_REQUEST, "size", size, "sha256", HELLO_HASH, "days", days,
                    NULL);

  return interview_share_service_create (transaction, actor, facts->room_id, facts->recording_id,
                                         request, facts->endpoint, error);
}

static void
step_record (InterviewTransaction *transaction, gpointer data)
{
  record (transaction, data, INTERVIEW_RECORDING_SCOPE_HIRING);
}

static void
step_record_privately (InterviewTransaction *transaction, gpointer data)
{
  record (transaction, data, INTERVIEW_RECORDING_SCOPE_PRIVATE);
}

static void
step_create (InterviewTransaction *transaction, gpointer data)
{
  const char *prefix = "https://interview.example:443/shared/";
  Facts *facts = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecordingShare) share = create (transaction, facts, "lin", 5, 7, &error);
  const char *link;

  g_assert_no_error (error);
  interview_record_validate (INTERVIEW_RECORD (share), &error);
  g_assert_no_error (error);
  g_assert_cmpint (interview_recording_share_get_expires_at (share), ==,
                   SAMPLE_NOW + 7 * G_TIME_SPAN_DAY);
  link = interview_recording_share_get_link (share);
  g_assert_true (g_str_has_prefix (link, prefix));
  facts->token = g_strdup (link + strlen (prefix));
  facts->share_id = g_strdup (interview_recording_share_get_id (share));
  /* The store has nothing with which a link could be made. */
  g_assert_cmpint (sample_store_count (transaction, "SELECT count(*) FROM recording_share"
                                                    " WHERE length (token_hash) = 32"),
                   ==, 1);
}

static void
assert_no_link (InterviewTransaction *transaction, Facts *facts)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (interview_share_service_open_page (transaction, facts->token, "en", &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (interview_share_service_open_recording (transaction, facts->token, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND);
}

static gboolean
send_part (InterviewTransaction *transaction,
           Facts *facts,
           gint64 offset,
           const char *text,
           gint64 size,
           GError **error)
{
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autoptr (InterviewRecordingShare) share = NULL;
  InterviewUploadWork work = { .offset = offset,
                               .size = size,
                               .part = g_bytes_new_static (text, strlen (text)) };

  if (interview_share_service_begin_part (transaction, facts->share_id, &work, error))
    share = interview_share_service_end_part (transaction, lin, &work, error);
  interview_upload_work_clear (&work);
  return share != NULL;
}

static void
step_upload (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  static const struct
  {
    gint64 offset;
    const char *text;
    gint64 size;
    InterviewErrorCode code;
  } bad[] = {
    { 1, "ello", 5, INTERVIEW_ERROR_OUT_OF_ORDER }, { 0, "", 5, INTERVIEW_ERROR_INVALID },
    { 0, "hello!", 5, INTERVIEW_ERROR_INVALID },    { 0, "hel", 6, INTERVIEW_ERROR_INVALID },
    { -1, "hel", 5, INTERVIEW_ERROR_OUT_OF_ORDER },
  };
  InterviewUploadWork work = { 0 };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (
          send_part (transaction, facts, bad[i].offset, bad[i].text, bad[i].size, &error));
      g_assert_error (error, INTERVIEW_ERROR, (int) bad[i].code);
      g_clear_error (&error);
    }
  g_assert_true (send_part (transaction, facts, 0, "hel", 5, &error));
  /* What came twice is not counted twice. */
  g_assert_false (send_part (transaction, facts, 0, "hel", 5, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_OUT_OF_ORDER);
  g_clear_error (&error);
  g_assert_false (
      interview_share_service_begin_check (transaction, facts->share_id, &work, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_OUT_OF_ORDER);
  g_clear_error (&error);
  g_assert_true (send_part (transaction, facts, 3, "lo", 5, &error));
  assert_no_link (transaction, facts);
}

static void
step_finish (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autoptr (InterviewRecordingShare) share = NULL;
  InterviewUploadWork work = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (interview_share_service_begin_check (transaction, facts->share_id, &work, &error));
  g_assert_cmpstr (work.hash, ==, HELLO_HASH);
  g_assert_cmpint (work.size, ==, 5);
  share = interview_share_service_end_check (transaction, lin, &work, &error);
  g_assert_no_error (error);
  g_assert_cmpint (interview_recording_share_get_state (share), ==,
                   INTERVIEW_RECORDING_SHARE_STATE_READY);
  /* The link is said once. */
  g_assert_null (interview_recording_share_get_link (share));
  interview_upload_work_clear (&work);
  g_assert_false (send_part (transaction, facts, 5, "!", 5, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
}

static void
step_opens (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecordingShare) share =
      interview_share_service_open_page (transaction, facts->token, "zh-CN", &error);
  g_autoptr (InterviewBlobRow) blob = NULL;
  g_autofree char *page = NULL;

  g_assert_no_error (error);
  blob = interview_share_service_open_recording (transaction, facts->token, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (blob->id, ==, facts->share_id);
  g_assert_true (blob->uploaded);
  page = interview_share_page_make (share, facts->token, "zh-CN");
  g_assert_nonnull (strstr (page, "面试录像"));
  g_assert_nonnull (strstr (page, interview_recording_share_get_position (share)));
  g_assert_null (strstr (page, interview_recording_share_get_candidate (share)));
}

static void
step_closed (InterviewTransaction *transaction, gpointer data)
{
  assert_no_link (transaction, data);
}

static void
step_expire (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (GError) error = NULL;

  interview_share_service_expire (transaction, &error);
  g_assert_no_error (error);
}

static void
assert_to_delete (InterviewTransaction *transaction, guint expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = interview_share_service_list_to_delete (transaction, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, expected);
}

static void
step_nothing_to_delete (InterviewTransaction *transaction, gpointer data)
{
  assert_to_delete (transaction, 0);
}

static void
step_delete (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autoptr (InterviewActor) admin = sample_store_find_actor (transaction, "shen", "en");
  g_autoptr (InterviewSharingPolicy) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  assert_to_delete (transaction, 1);
  before = interview_sharing_policy_service_get (transaction, admin, &error);
  g_assert_cmpint (interview_sharing_policy_get_used_mib (before), ==, 1);
  interview_share_table_set_deleted (transaction, facts->share_id, &error);
  g_assert_no_error (error);
  assert_to_delete (transaction, 0);
  after = interview_sharing_policy_service_get (transaction, admin, &error);
  g_assert_cmpint (interview_sharing_policy_get_used_mib (after), ==, 0);
}

/* Until the end of its time, and not a moment longer; then the file goes. */
static void
test_life (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  Facts facts = { 0 };

  sample_store_do (store, step_record, &facts);
  sample_store_do (store, step_create, &facts);
  sample_store_do (store, step_upload, &facts);
  sample_store_do (store, step_finish, &facts);
  sample_store_do (store, step_opens, &facts);
  interview_clock_advance (store->clock, 7 * G_TIME_SPAN_DAY - 1);
  sample_store_do (store, step_expire, &facts);
  sample_store_do (store, step_opens, &facts);
  interview_clock_advance (store->clock, 1);
  sample_store_do (store, step_closed, &facts);
  sample_store_do (store, step_expire, &facts);
  sample_store_do (store, step_closed, &facts);
  sample_store_do (store, step_nothing_to_delete, &facts);
  interview_clock_advance (store->clock, 5 * G_TIME_SPAN_SECOND);
  sample_store_do (store, step_delete, &facts);
  clear_facts (&facts);
}

static void
assert_refused (InterviewTransaction *transaction,
                Facts *facts,
                const char *key,
                gint64 size,
                gint64 days,
                InterviewErrorCode code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (create (transaction, facts, key, size, days, &error));
  g_assert_error (error, INTERVIEW_ERROR, (int) code);
}

static void
set_policy (InterviewTransaction *transaction, gint64 revision, gboolean allowed, gint64 quota)
{
  g_autoptr (InterviewActor) admin = sample_store_find_actor (transaction, "shen", "en");
  g_autoptr (InterviewSharingPolicy) policy =
      g_object_new (INTERVIEW_TYPE_SHARING_POLICY, "revision", revision, "allowed", allowed,
                    "longest-days", (gint64) 30, "quota-mib", quota, NULL);
  g_autoptr (InterviewSharingPolicy) kept = NULL, stale = NULL;
  g_autoptr (GError) error = NULL;

  kept = interview_sharing_policy_service_replace (transaction, admin, policy, &error);
  g_assert_no_error (error);
  g_assert_cmpint (interview_sharing_policy_get_revision (kept), ==, revision + 1);
  stale = interview_sharing_policy_service_replace (transaction, admin, policy, &error);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
}

static void
step_rules (InterviewTransaction *transaction, gpointer data)
{
  const gint64 quota = G_GINT64_CONSTANT (100) * 1024 * 1024;
  Facts *facts = data;
  g_autoptr (InterviewRecordingShare) rest = NULL;
  g_autoptr (GError) error = NULL;

  assert_refused (transaction, facts, "chen", 5, 7, INTERVIEW_ERROR_FORBIDDEN);
  assert_refused (transaction, facts, "lin", 5, 31, INTERVIEW_ERROR_INVALID);
  set_policy (transaction, 0, TRUE, 100);
  assert_refused (transaction, facts, "lin", quota + 1, 7, INTERVIEW_ERROR_TOO_LARGE);
  rest = create (transaction, facts, "lin", quota, 7, &error);
  g_assert_no_error (error);
  assert_refused (transaction, facts, "lin", 1, 7, INTERVIEW_ERROR_TOO_LARGE);
  set_policy (transaction, 1, FALSE, 1000);
  assert_refused (transaction, facts, "lin", 5, 7, INTERVIEW_ERROR_FORBIDDEN);
}

static void
step_too_many (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < INTERVIEW_LIMIT_SHARES; i++)
    {
      g_autoptr (InterviewRecordingShare) share = create (transaction, data, "lin", 1, 7, &error);

      g_assert_no_error (error);
    }
  assert_refused (transaction, data, "lin", 1, 7, INTERVIEW_ERROR_CONFLICT);
}

static void
step_private (InterviewTransaction *transaction, gpointer data)
{
  assert_refused (transaction, data, "lin", 5, 7, INTERVIEW_ERROR_FORBIDDEN);
}

static void
test_rules (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  g_autoptr (SampleStore) crowded = sample_store_new ();
  g_autoptr (SampleStore) private = sample_store_new ();
  Facts facts = { 0 }, many = { 0 }, alone = { 0 };

  sample_store_do (store, step_record, &facts);
  sample_store_do (store, step_rules, &facts);
  sample_store_do (crowded, step_record, &many);
  sample_store_do (crowded, step_too_many, &many);
  sample_store_do (private, step_record_privately, &alone);
  sample_store_do (private, step_private, &alone);
  clear_facts (&facts);
  clear_facts (&many);
  clear_facts (&alone);
}

/* Whoever is in the recording has the last word, however long after it. */
static void
step_take_back (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autoptr (InterviewActor) chen = sample_store_find_actor (transaction, "chen", "zh-CN");
  g_autoptr (InterviewConsentRequest) request =
      g_object_new (INTERVIEW_TYPE_CONSENT_REQUEST, "decision",
                    INTERVIEW_CONSENT_DECISION_WITHDRAWN, "text-version", (gint64) 1, "language",
                    "zh-CN", NULL);
  g_autoptr (InterviewRecording) recording = NULL;
  g_autoptr (GError) error = NULL;

  recording = interview_recording_service_decide (transaction, chen, facts->room_id,
                                                  facts->recording_id, request, &error);
  g_assert_no_error (error);
  assert_refused (transaction, facts, "lin", 5, 7, INTERVIEW_ERROR_FORBIDDEN);
  g_assert_cmpint (sample_store_count (transaction, "SELECT count(*) FROM audit_entry"
                                                    " WHERE kind = 'share-withdrawn'"),
                   ==, 1);
}

static guint
count_seen (InterviewTransaction *transaction, const char *key)
{
  g_autoptr (InterviewActor) actor = sample_store_find_actor (transaction, key, "en");
  g_autofree char *next_cursor = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shares =
      interview_share_service_list (transaction, actor, NULL, 0, &next_cursor, &error);

  g_assert_no_error (error);
  return shares->len;
}

static void
step_who_sees (InterviewTransaction *transaction, gpointer data)
{
  g_assert_cmpuint (count_seen (transaction, "lin"), ==, 1);
  g_assert_cmpuint (count_seen (transaction, "chen"), ==, 1);
  g_assert_cmpuint (count_seen (transaction, "shen"), ==, 1);
  g_assert_cmpuint (count_seen (transaction, "marcus"), ==, 0);
}

static void
test_consent_taken_back (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  Facts facts = { 0 };

  sample_store_do (store, step_record, &facts);
  sample_store_do (store, step_create, &facts);
  sample_store_do (store, step_upload, &facts);
  sample_store_do (store, step_finish, &facts);
  sample_store_do (store, step_who_sees, &facts);
  sample_store_do (store, step_opens, &facts);
  sample_store_do (store, step_take_back, &facts);
  sample_store_do (store, step_closed, &facts);
  interview_clock_advance (store->clock, 5 * G_TIME_SPAN_SECOND);
  sample_store_do (store, step_delete, &facts);
  clear_facts (&facts);
}

static void
step_withdraw (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autoptr (InterviewActor) admin = sample_store_find_actor (transaction, "shen", "en");
  g_autoptr (GError) error = NULL;

  for (guint times = 0; times < 2; times++)
    {
      g_autoptr (InterviewRecordingShare) share =
          interview_share_service_withdraw (transaction, admin, facts->share_id, &error);

      g_assert_no_error (error);
      g_assert_cmpint (interview_recording_share_get_state (share), ==,
                       INTERVIEW_RECORDING_SHARE_STATE_WITHDRAWN);
    }
  g_assert_cmpint (sample_store_count (transaction, "SELECT count(*) FROM audit_entry"
                                                    " WHERE kind = 'share-withdrawn'"),
                   ==, 1);
  g_assert_false (send_part (transaction, facts, 0, "hel", 5, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
}

static void
test_withdrawn (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  Facts facts = { 0 };

  sample_store_do (store, step_record, &facts);
  sample_store_do (store, step_create, &facts);
  sample_store_do (store, step_withdraw, &facts);
  sample_store_do (store, step_closed, &facts);
  clear_facts (&facts);
}

/* What a company calls its positions does not become part of the page's HTML. */
static void
test_page (void)
{
  g_autofree char *id = interview_id_new ();
  g_autoptr (InterviewParticipant) person =
      g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id", id, "display-name", "A & <b>B</b>",
                    "role", INTERVIEW_ROLE_RECRUITER, NULL);
  g_autoptr (InterviewRecordingShare) share =
      g_object_new (INTERVIEW_TYPE_RECORDING_SHARE, "position", "<script>%s%n</script>",
                    "shared-by", person, "expires-at", SAMPLE_NOW, NULL);
  g_autofree char *page = interview_share_page_make (share, id, "en");
  g_autofree char *missing = interview_share_page_make (NULL, id, "zh-CN");

  g_assert_null (strstr (page, "<script>"));
  g_assert_nonnull (strstr (page, "&lt;script&gt;%s%n&lt;/script&gt;"));
  g_assert_nonnull (strstr (page, "A &amp; &lt;b&gt;B"));
  g_assert_nonnull (strstr (page, "2030-03-05 09:00"));
  g_assert_nonnull (strstr (missing, "lang=\"zh-CN\""));
  g_assert_null (strstr (missing, "<video"));
}

void
add_share_tests (void)
{
  g_test_add_func ("/server/share/life", test_life);
  g_test_add_func ("/server/share/rules", test_rules);
  g_test_add_func ("/server/share/consent-taken-back", test_consent_taken_back);
  g_test_add_func ("/server/share/withdrawn", test_withdrawn);
  g_test_add_func ("/server/share/page", test_page);
}
