/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "sample-store.h"
#include "core/endpoint.h"
#include "server/services/audit-service.h"
#include "server/services/room-service.h"
#include "server/services/score-service.h"
#include "server/services/staffing-service.h"
#include "server/services/staffing-update.h"
#include "server/services/standing-service.h"
#include "server/store/assignment-table.h"

/* Somebody says something of a recruiter, in a room where nobody has said anything of them yet. */
typedef struct
{
  const char *recruiter;
  gint64 stars;
} Opinion;

static void
execute (InterviewTransaction *transaction, const char *sql, const char *id, gint64 number)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (transaction, sql);
  g_autoptr (GError) error = NULL;

  interview_sqlite_statement_bind (statement, "si", id, number);
  interview_sqlite_statement_run (statement, &error);
  g_assert_no_error (error);
}

static void
update (InterviewTransaction *transaction, gboolean anew)
{
  g_autofree char *company_id = sample_store_find_id (transaction, "company", "heronreed");
  g_autoptr (GError) error = NULL;

  g_assert_true (interview_staffing_update (transaction, company_id, anew, &error));
  g_assert_no_error (error);
}

static void
step_rate (InterviewTransaction *transaction, gpointer data)
{
  const Opinion *opinion = data;
  g_autofree char *recruiter_id = sample_store_find_id (transaction, "person", opinion->recruiter);

  execute (transaction,
           "INSERT INTO rating (id, company_id, unit_id, room_id, recruiter_id, stars, scale,"
           " comment, content_hash, answered_at, received_at)"
           " SELECT lower (hex (randomblob (13))), company_id, unit_id, id, $1, $2, 5, 'Hm',"
           " randomblob (32), 1900000000000000 + (SELECT count (*) FROM rating),"
           " 1900000000000000 + (SELECT count (*) FROM rating) FROM room"
           " WHERE id NOT IN (SELECT room_id FROM rating WHERE recruiter_id = $1) LIMIT 1",
           recruiter_id, opinion->stars);
  update (transaction, FALSE);
}

static GPtrArray *
rate (SampleStore *store, const char *recruiter, gint64 stars)
{
  Opinion opinion = { recruiter, stars };

  return sample_store_run (store, step_rate, &opinion);
}

static void
rate_often (SampleStore *store, const char *recruiter, gint64 stars, guint times)
{
  for (guint i = 0; i < times; i++)
    g_ptr_array_unref (rate (store, recruiter, stars));
}

/* What one reader sees, as text without the time. */
typedef struct
{
  const char *reader;
  InterviewStaffing *staffing;
} View;

static void
step_look (InterviewTransaction *transaction, gpointer data)
{
  View *view = data;
  g_autoptr (InterviewActor) actor = sample_store_find_actor (transaction, view->reader, "en");
  g_autoptr (GError) error = NULL;

  view->staffing = interview_staffing_service_get (transaction, actor, &error);
  g_assert_no_error (error);
  interview_record_validate (INTERVIEW_RECORD (view->staffing), &error);
  g_assert_no_error (error);
}

static InterviewStaffing *
look (SampleStore *store, const char *reader)
{
  View view = { reader, NULL };

  sample_store_do (store, step_look, &view);
  return view.staffing;
}

static InterviewStaffingEntry *
find_entry (InterviewStaffing *staffing, const char *name)
{
  GPtrArray *entries = interview_staffing_get_recruiters (staffing);

  for (guint i = 0; i < entries->len; i++)
    {
      InterviewStaffingEntry *entry = g_ptr_array_index (entries, i);

      if (strstr (interview_staffing_entry_get_display_name (entry), name) != NULL)
        return entry;
    }
  g_assert_not_reached ();
}

static void
write_policy (InterviewTransaction *transaction, gint64 threshold, gboolean automatic)
{
  g_autoptr (InterviewActor) shen = sample_store_find_actor (transaction, "shen", "en");
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewStaffingPolicy) policy =
      interview_staffing_service_get_policy (transaction, shen, &error);
  g_autoptr (InterviewStaffingPolicy) changed = NULL;

  g_assert_no_error (error);
  g_object_set (policy, "minimum-ratings", (gint64) 3, "threshold-percent", threshold, "withdrawal",
                automatic ? INTERVIEW_WITHDRAWAL_MODE_AUTOMATIC : INTERVIEW_WITHDRAWAL_MODE_CONFIRM,
                "capacity", (gint64) 8, NULL);
  changed = interview_staffing_service_replace_policy (transaction, shen, policy, &error);
  g_assert_no_error (error);
}

static void
step_confirm_policy (InterviewTransaction *transaction, gpointer data)
{
  write_policy (transaction, 50, FALSE);
}

static void
step_automatic_policy (InterviewTransaction *transaction, gpointer data)
{
  write_policy (transaction, 50, TRUE);
}

/* What does not complete a batch is seen by nobody but HR: not the score, not the number. The order
 * follows every rating at once, for everybody. */
static void
test_batches (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  /* Marcus has five ratings, of which three are a batch. */
  for (gint64 ratings = 6; ratings <= 10; ratings++)
    {
      gboolean whole = ratings % 3 == 0;
      g_autoptr (InterviewStaffing) before = look (store, "marcus");
      g_autoptr (InterviewStaffing) seen = NULL;
      g_autoptr (InterviewStaffing) by_hr = NULL;
      InterviewStaffingEntry *former = find_entry (before, "Marcus");
      InterviewStaffingEntry *entry, *for_hr;

      rate_often (store, "marcus", 1, 1);
      seen = look (store, "marcus");
      entry = find_entry (seen, "Marcus");
      g_assert_cmpint (interview_staffing_entry_get_ratings (entry), ==, ratings / 3 * 3);
      g_assert_cmpint (interview_staffing_entry_get_latest_ratings (entry), ==, ratings / 3 * 3);
      g_assert_cmpfloat (interview_staffing_entry_get_latest_score (entry), ==,
                         interview_staffing_entry_get_score (entry));
      g_assert_cmpint (interview_staffing_entry_get_score (entry) ==
                           interview_staffing_entry_get_score (former),
                       ==, !whole);
      by_hr = look (store, "shen");
      for_hr = find_entry (by_hr, "Marcus");
      g_assert_cmpint (interview_staffing_entry_get_latest_ratings (for_hr), ==, ratings);
      g_assert_cmpint (interview_staffing_entry_get_place (entry), ==,
                       interview_staffing_entry_get_place (for_hr));
      if (!whole)
        g_assert_cmpfloat (interview_staffing_entry_get_latest_score (for_hr), <,
                           interview_staffing_entry_get_score (for_hr));
    }
}

static void
assert_says_nothing (InterviewPublication *publication)
{
  InterviewEvent *event = interview_publication_get_event (publication);

  g_assert_cmpint (interview_event_get_kind (event), ==, INTERVIEW_EVENT_KIND_STAFFING_CHANGED);
  g_assert_null (interview_event_get_room_id (event));
  g_assert_null (interview_event_get_question_id (event));
  /* Three recruiters and HR, whoever was rated. */
  g_assert_cmpuint (g_strv_length ((GStrv) interview_publication_get_person_ids (publication)), ==,
                    4);
}

/* Every recruiter program is told the moment that a rating lands, and told nothing but that. */
static void
test_pushed (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GPtrArray) publications = rate (store, "bayar", 5);

      g_assert_cmpuint (publications->len, >=, 1);
      assert_says_nothing (g_ptr_array_index (publications, publications->len - 1));
    }
}

static gint64
get_place (SampleStore *store, const char *name)
{
  g_autoptr (InterviewStaffing) staffing = look (store, "lin");

  return interview_staffing_entry_get_place (find_entry (staffing, name));
}

static void
step_find_order_entry (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) shen = sample_store_find_actor (transaction, "shen", "en");
  g_autofree char *next_cursor = NULL;
  g_autoptr (GPtrArray) entries =
      interview_audit_service_list (transaction, shen, NULL, 0, &next_cursor, NULL);
  InterviewAuditEntry *entry = g_ptr_array_index (entries, 0);

  g_assert_cmpint (interview_audit_entry_get_kind (entry), ==, INTERVIEW_AUDIT_KIND_ORDER_CHANGED);
  g_assert_null (interview_audit_entry_get_actor_id (entry));
  g_assert_true (g_str_has_prefix (interview_audit_entry_get_former (entry), "1. 林雅婷"));
  g_assert_true (g_str_has_prefix (interview_audit_entry_get_latter (entry), "1. Marcus"));
}

static void
test_order_turns (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  g_assert_cmpint (get_place (store, "林雅婷"), ==, 1);
  for (guint ratings = 0; get_place (store, "Marcus") != 1; ratings++)
    {
      g_assert_cmpuint (ratings, <, 20);
      rate_often (store, "marcus", 5, 1);
    }
  sample_store_do (store, step_find_order_entry, NULL);
}

static gint64
count_tasks (SampleStore *store, const char *name)
{
  g_autoptr (InterviewStaffing) staffing = look (store, "shen");

  return interview_staffing_entry_get_tasks (find_entry (staffing, name));
}

static InterviewStandingState
get_state (SampleStore *store, const char *reader, const char *name)
{
  g_autoptr (InterviewStaffing) staffing = look (store, reader);

  return interview_staffing_entry_get_state (find_entry (staffing, name));
}

/* Who decides what about Marcus, and on the ground of which revision. */
typedef struct
{
  int decision; /* -1 for the recruiter's own appeal */
  gint64 revision;
  InterviewErrorCode code;
} Ruling;

static void
step_rule (InterviewTransaction *transaction, gpointer data)
{
  const Ruling *ruling = data;
  g_autoptr (InterviewActor) shen = sample_store_find_actor (transaction, "shen", "en");
  g_autoptr (InterviewActor) marcus = sample_store_find_actor (transaction, "marcus", "en");
  g_autofree char *marcus_id = sample_store_find_id (transaction, "person", "marcus");
  g_autoptr (InterviewAppealRequest) appeal =
      g_object_new (INTERVIEW_TYPE_APPEAL_REQUEST, "revision", ruling->revision, "reason",
                    "Please hear me", NULL);
  g_autoptr (InterviewStandingRequest) request =
      g_object_new (INTERVIEW_TYPE_STANDING_REQUEST, "revision", ruling->revision, "decision",
                    MAX (ruling->decision, 0), "reason", "We talked", NULL);
  g_autoptr (InterviewStanding) standing = NULL;
  g_autoptr (GError) error = NULL;

  standing =
      ruling->decision < 0
          ? interview_standing_service_appeal (transaction, marcus, appeal, &error)
          : interview_standing_service_decide (transaction, shen, marcus_id, request, &error);
  if (ruling->code == 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, INTERVIEW_ERROR, (int) ruling->code);
}

static void
rule (SampleStore *store, int decision)
{
  g_autoptr (InterviewStaffing) staffing = look (store, "marcus");
  InterviewStaffingEntry *entry = find_entry (staffing, "Marcus");
  Ruling ruling = { decision, interview_staffing_entry_get_revision (entry), 0 };

  g_ptr_array_unref (sample_store_run (store, step_rule, &ruling));
}

static void
step_nobody_without_recruiter (InterviewTransaction *transaction, gpointer data)
{
  g_assert_cmpint (sample_store_count (transaction,
                                       "SELECT count (*) FROM assignment s JOIN person p"
                                       " ON p.id = s.recruiter_id JOIN room r ON r.id = s.room_id"
                                       " WHERE p.external_id = 'marcus' AND r.state = 'scheduled'"),
                   ==, 0);
  g_assert_cmpint (sample_store_count (transaction,
                                       "SELECT count (*) FROM assignment WHERE source = 'plan'"),
                   >, 0);
}

/* Proposed, contested, confirmed, upheld, reinstated: by people, each step written down, and the
 * interviews go to the others only when it is decided. */
static void
test_withdrawal (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  gint64 tasks;

  g_ptr_array_unref (sample_store_run (store, step_confirm_policy, NULL));
  tasks = count_tasks (store, "Marcus");
  g_assert_cmpint (tasks, >, 0);
  rate_often (store, "marcus", 1, 1);
  g_assert_cmpint (get_state (store, "shen", "Marcus"), ==, INTERVIEW_STANDING_STATE_QUALIFIED);
  rate_often (store, "marcus", 1, 6);
  g_assert_cmpint (get_state (store, "shen", "Marcus"), ==, INTERVIEW_STANDING_STATE_PROPOSED);
  g_assert_cmpint (get_state (store, "marcus", "Marcus"), ==, INTERVIEW_STANDING_STATE_PROPOSED);
  /* What is only proposed is no colleague's business. */
  g_assert_cmpint (get_state (store, "bayar", "Marcus"), ==, INTERVIEW_STANDING_STATE_QUALIFIED);
  g_assert_cmpint (count_tasks (store, "Marcus"), ==, tasks);

  rule (store, INTERVIEW_STANDING_DECISION_CONFIRM);
  g_assert_cmpint (get_state (store, "bayar", "Marcus"), ==, INTERVIEW_STANDING_STATE_WITHDRAWN);
  g_assert_cmpint (get_place (store, "Marcus"), ==, 0);
  sample_store_do (store, step_nobody_without_recruiter, NULL);
  rule (store, -1);
  g_assert_cmpint (get_state (store, "shen", "Marcus"), ==, INTERVIEW_STANDING_STATE_APPEALED);
  rule (store, INTERVIEW_STANDING_DECISION_REINSTATE);
  g_assert_cmpint (get_state (store, "bayar", "Marcus"), ==, INTERVIEW_STANDING_STATE_QUALIFIED);
  g_assert_cmpint (get_place (store, "Marcus"), >, 0);
  /* What was said before is forgiven: one more batch of one bad one does not take it away again. */
  rate_often (store, "marcus", 5, 2);
  rate_often (store, "marcus", 1, 1);
  g_assert_cmpint (get_state (store, "shen", "Marcus"), ==, INTERVIEW_STANDING_STATE_REINSTATED);
}

static void
test_rulings_collide (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  Ruling nothing = { INTERVIEW_STANDING_DECISION_CONFIRM, 0, INTERVIEW_ERROR_CONFLICT };
  Ruling late = { INTERVIEW_STANDING_DECISION_CONFIRM, 7, INTERVIEW_ERROR_CONFLICT };
  Ruling appeal = { -1, 0, INTERVIEW_ERROR_CONFLICT };

  sample_store_do (store, step_rule, &nothing);
  sample_store_do (store, step_rule, &appeal);
  g_ptr_array_unref (sample_store_run (store, step_confirm_policy, NULL));
  rate_often (store, "marcus", 1, 7);
  g_assert_cmpint (get_state (store, "shen", "Marcus"), ==, INTERVIEW_STANDING_STATE_PROPOSED);
  sample_store_do (store, step_rule, &late);
}

static void
test_automatic (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  g_ptr_array_unref (sample_store_run (store, step_automatic_policy, NULL));
  rate_often (store, "marcus", 1, 7);
  g_assert_cmpint (get_state (store, "shen", "Marcus"), ==, INTERVIEW_STANDING_STATE_WITHDRAWN);
  sample_store_do (store, step_nobody_without_recruiter, NULL);
  rule (store, -1);
  g_assert_cmpint (get_state (store, "shen", "Marcus"), ==, INTERVIEW_STANDING_STATE_APPEALED);
}

static void
step_own_scores (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) marcus = sample_store_find_actor (transaction, "marcus", "en");
  g_autofree char *marcus_id = sample_store_find_id (transaction, "person", "marcus");
  g_autoptr (GPtrArray) scores = interview_score_service_list (transaction, marcus, NULL);

  g_assert_cmpuint (scores->len, ==, 1);
  g_assert_cmpint (interview_recruiter_score_get_ratings (scores->pdata[0]), ==, 3);
}

/* The older list of scores says no more than the staffing. */
static void
test_own_score (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  sample_store_do (store, step_own_scores, NULL);
}

/* A room that is left to the plan, and what became of it. */
typedef struct
{
  char *room_id;
  char *recruiter;
} Planned;

static void
step_make_planned (InterviewTransaction *transaction, gpointer data)
{
  Planned *planned = data;
  g_autoptr (InterviewActor) shen = sample_store_find_actor (transaction, "shen", "en");
  g_autofree char *position_id = sample_store_find_id (transaction, "position", "field");
  g_autofree char *candidate_id = sample_store_find_id (transaction, "person", "he");
  g_autoptr (InterviewEndpoint) endpoint = interview_endpoint_new ("127.0.0.1", 8700, TRUE, NULL);
  g_autoptr (InterviewRoomRequest) request =
      g_object_new (INTERVIEW_TYPE_ROOM_REQUEST, "candidate-id", candidate_id, "position-id",
                    position_id, "starts-at", SAMPLE_NOW + 3 * G_TIME_SPAN_DAY, "duration-minutes",
                    (gint64) 30, "interactive", TRUE, "by-plan", TRUE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewCreatedRoom) created =
      interview_room_service_create (transaction, shen, request, endpoint, &error);

  g_assert_no_error (error);
  planned->room_id = g_strdup (interview_room_get_id (interview_created_room_get_room (created)));
}

static void
step_find_planned (InterviewTransaction *transaction, gpointer data)
{
  Planned *planned = data;
  g_autoptr (GPtrArray) recruiters =
      interview_assignment_table_list (transaction, planned->room_id, NULL);

  g_free (planned->recruiter);
  g_assert_cmpuint (recruiters->len, ==, 1);
  planned->recruiter = g_strdup (interview_participant_get_display_name (recruiters->pdata[0]));
}

static void
assert_planned (SampleStore *store, Planned *planned, const char *name)
{
  sample_store_do (store, step_find_planned, planned);
  if (strstr (planned->recruiter, name) == NULL)
    g_error ("%s has the room, not %s", planned->recruiter, name);
}

/* What is left to the plan goes to the best one, and to another one when the order turns. */
static void
test_left_to_plan (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  Planned planned = { NULL, NULL };

  g_ptr_array_unref (sample_store_run (store, step_make_planned, &planned));
  assert_planned (store, &planned, "林雅婷");
  rate_often (store, "marcus", 5, 10);
  rate_often (store, "lin", 1, 1);
  g_assert_cmpint (get_place (store, "Marcus"), ==, 1);
  assert_planned (store, &planned, "Marcus");
  g_free (planned.room_id);
  g_free (planned.recruiter);
}

void
add_staffing_tests (void)
{
  g_test_add_func ("/server/staffing/batches", test_batches);
  g_test_add_func ("/server/staffing/pushed", test_pushed);
  g_test_add_func ("/server/staffing/order-turns", test_order_turns);
  g_test_add_func ("/server/staffing/withdrawal", test_withdrawal);
  g_test_add_func ("/server/staffing/rulings-collide", test_rulings_collide);
  g_test_add_func ("/server/staffing/automatic", test_automatic);
  g_test_add_func ("/server/staffing/own-score", test_own_score);
  g_test_add_func ("/server/staffing/left-to-plan", test_left_to_plan);
}
