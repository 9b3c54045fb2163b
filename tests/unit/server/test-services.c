/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/id.h"
#include "core/model/position.h"
#include "sample-store.h"
#include "server/services/company-service.h"
#include "server/services/event-service.h"
#include "server/services/idempotency-service.h"
#include "server/services/relation.h"
#include "server/services/resume-service.h"
#include "server/services/room-service.h"
#include "server/services/score-service.h"
#include "server/services/setup-service.h"
#include "server/services/staff-service.h"

static void
assert_valid (gpointer record)
{
  g_autoptr (GError) error = NULL;

  interview_record_validate (INTERVIEW_RECORD (record), &error);
  g_assert_no_error (error);
}

static void
step_company (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) chinese = sample_store_find_actor (transaction, "chen", "zh-CN");
  g_autoptr (InterviewActor) english = sample_store_find_actor (transaction, "chen", "en");
  g_autoptr (InterviewActor) other = sample_store_find_actor (transaction, "chen", NULL);
  g_autoptr (InterviewCompany) zh = interview_company_service_get (transaction, chinese, NULL);
  g_autoptr (InterviewCompany) en = interview_company_service_get (transaction, english, NULL);
  g_autoptr (InterviewCompany) fallback = interview_company_service_get (transaction, other, NULL);

  assert_valid (zh);
  g_assert_cmpstr (interview_company_get_name (zh), ==, "苇鹭机器人");
  g_assert_cmpstr (interview_company_get_name (en), ==, "Heronreed Robotics");
  g_assert_cmpstr (interview_company_get_name (fallback), ==, "Heronreed Robotics");
  g_assert_cmpuint (interview_company_get_pictures (zh)->len, >=, 3);
  g_assert_cmpuint (interview_company_get_facts (zh)->len, >=, 5);
  g_assert_cmpstr (interview_fact_get_label (interview_company_get_facts (zh)->pdata[0]), ==,
                   "成立");
  g_assert_true (interview_id_is_valid (interview_company_get_logo_blob_id (zh)));
}

static void
step_switch_company (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) admin = sample_store_find_actor (transaction, "shen", "en");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "now-chen");
  g_autoptr (InterviewSwitchRequest) request =
      g_object_new (INTERVIEW_TYPE_SWITCH_REQUEST, "revision", (gint64) 1, "interactive", FALSE,
                    NULL);
  g_autoptr (InterviewCompany) company = NULL;
  g_autoptr (InterviewCompany) again = NULL;
  g_autoptr (InterviewRoom) room = NULL;
  g_autoptr (GError) error = NULL;

  company = interview_company_service_switch (transaction, admin, request, NULL);
  g_assert_false (interview_company_get_interactive (company));
  g_assert_cmpint (interview_company_get_revision (company), ==, 2);
  again = interview_company_service_switch (transaction, admin, request, &error);
  g_assert_null (again);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
  room = interview_room_service_get (transaction, admin, room_id, NULL);
  g_assert_false (interview_room_get_interactive (room));
  g_assert_true (interview_room_get_interactive_in_room (room));
}

static void
test_company (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  g_autoptr (GPtrArray) read = sample_store_run (store, step_company, NULL);
  g_autoptr (GPtrArray) switched = sample_store_run (store, step_switch_company, NULL);
  InterviewPublication *publication;

  g_assert_cmpuint (read->len, ==, 0);
  g_assert_cmpuint (switched->len, ==, 1);
  publication = g_ptr_array_index (switched, 0);
  g_assert_cmpint (interview_event_get_kind (interview_publication_get_event (publication)), ==,
                   INTERVIEW_EVENT_KIND_COMPANY_CHANGED);
  /* Four of the staff and six candidates. */
  g_assert_cmpuint (g_strv_length ((GStrv) interview_publication_get_person_ids (publication)), ==,
                    10);
  assert_valid (interview_publication_get_event (publication));
}

static guint
count_rooms (InterviewTransaction *transaction, const char *key, guint limit)
{
  g_autoptr (InterviewActor) actor = sample_store_find_actor (transaction, key, "en");
  g_autofree char *cursor = NULL;
  gint64 last = G_MININT64;
  guint count = 0;

  do
    {
      g_autofree char *next = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rooms =
          interview_room_service_list (transaction, actor, 0, 0, cursor, limit, &next, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (rooms->len, <=, limit);
      for (guint i = 0; i < rooms->len; i++)
        {
          assert_valid (rooms->pdata[i]);
          g_assert_cmpint (interview_room_get_starts_at (rooms->pdata[i]), >=, last);
          last = interview_room_get_starts_at (rooms->pdata[i]);
        }
      count += rooms->len;
      g_free (cursor);
      cursor = g_steal_pointer (&next);
    }
  while (cursor != NULL);
  return count;
}

static void
step_rooms (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autoptr (GPtrArray) today = NULL;
  g_autofree char *next = NULL;

  g_assert_cmpuint (count_rooms (transaction, "chen", 3), ==, 2);
  g_assert_cmpuint (count_rooms (transaction, "shen", 3), ==, 16);
  g_assert_cmpuint (count_rooms (transaction, "shen", 100), ==, 16);
  g_assert_cmpuint (count_rooms (transaction, "bayar", 1), ==, 4);
  today = interview_room_service_list (transaction, lin, SAMPLE_NOW, SAMPLE_NOW + G_TIME_SPAN_HOUR,
                                       NULL, 0, &next, NULL);
  g_assert_cmpuint (today->len, ==, 1);
  g_assert_cmpstr (interview_room_get_position_title (today->pdata[0]), ==,
                   "Embedded software engineer, motion control");
}

static void
step_people (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "zh-CN");
  g_autofree char *first_cursor = NULL, *second_cursor = NULL, *none = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) positions =
      interview_staff_service_list_positions (transaction, lin, NULL, 0, &none, &error);
  g_autoptr (GPtrArray) first =
      interview_staff_service_list_candidates (transaction, lin, NULL, 4, &first_cursor, NULL);
  g_autoptr (GPtrArray) second =
      interview_staff_service_list_candidates (transaction, lin, first_cursor, 4, &second_cursor,
                                               NULL);

  g_assert_no_error (error);
  g_assert_null (none);
  g_assert_cmpuint (positions->len, ==, 2);
  assert_valid (positions->pdata[0]);
  g_assert_cmpstr (interview_position_get_title (positions->pdata[0]), ==,
                   "嵌入式软件工程师（运动控制）");
  g_assert_cmpuint (first->len, ==, 4);
  g_assert_cmpuint (second->len, ==, 2);
  g_assert_null (second_cursor);
  for (guint i = 0; i < first->len; i++)
    assert_valid (first->pdata[i]);
}

static void
step_create_room (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autofree char *position_id = sample_store_find_id (transaction, "position", "field");
  g_autoptr (InterviewEndpoint) endpoint = interview_endpoint_new ("127.0.0.1", 8080, FALSE, NULL);
  g_autoptr (InterviewCandidateRequest) candidate_request =
      g_object_new (INTERVIEW_TYPE_CANDIDATE_REQUEST, "display-name", "Ada", "email",
                    "ada@mail.example", NULL);
  g_autoptr (InterviewPerson) candidate =
      interview_staff_service_create_candidate (transaction, lin, candidate_request, NULL);
  g_autoptr (InterviewRoomRequest) request = NULL;
  g_autoptr (InterviewRoomRequest) past = NULL;
  g_autoptr (InterviewCreatedRoom) created = NULL;
  g_autoptr (GError) error = NULL;

  assert_valid (candidate);
  request = g_object_new (INTERVIEW_TYPE_ROOM_REQUEST, "candidate-id",
                          interview_person_get_id (candidate), "position-id", position_id,
                          "starts-at", SAMPLE_NOW + G_TIME_SPAN_DAY, "duration-minutes",
                          (gint64) 30, "interactive", TRUE, NULL);
  created = interview_room_service_create (transaction, lin, request, endpoint, &error);
  g_assert_no_error (error);
  assert_valid (created);
  g_assert_nonnull (
      interview_invitation_get_link (interview_created_room_get_invitation (created)));
  g_assert_cmpuint (interview_room_get_recruiters (interview_created_room_get_room (created))->len,
                    ==, 1);

  past = g_object_new (INTERVIEW_TYPE_ROOM_REQUEST, "candidate-id",
                       interview_person_get_id (candidate), "position-id", position_id, "starts-at",
                       SAMPLE_NOW - G_TIME_SPAN_DAY, "duration-minutes", (gint64) 30, NULL);
  g_assert_null (interview_room_service_create (transaction, lin, past, endpoint, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
}

static void
test_rooms (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  g_autoptr (GPtrArray) created = NULL;

  sample_store_do (store, step_rooms, NULL);
  sample_store_do (store, step_people, NULL);
  created = sample_store_run (store, step_create_room, NULL);
  g_assert_cmpuint (created->len, ==, 1);
}

static void
step_life_of_a_room (InterviewTransaction *transaction, gpointer data)
{
  static const struct
  {
    gboolean candidate, recruiter;
    InterviewRoomState state;
  } steps[] = {
    { TRUE, FALSE, INTERVIEW_ROOM_STATE_WAITING },
    { TRUE, TRUE, INTERVIEW_ROOM_STATE_LIVE },
    { FALSE, TRUE, INTERVIEW_ROOM_STATE_INTERRUPTED },
    { TRUE, TRUE, INTERVIEW_ROOM_STATE_LIVE },
  };
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autoptr (InterviewActor) chen = sample_store_find_actor (transaction, "chen", "en");
  g_autoptr (InterviewActor) rajiv = sample_store_find_actor (transaction, "rajiv", "en");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "now-chen");
  g_autofree char *later_id = sample_store_find_id (transaction, "room", "today-rajiv");
  g_autoptr (InterviewParticipant) participant = NULL;
  g_autoptr (InterviewRoom) ended = NULL;
  g_autoptr (GError) error = NULL;
  gint64 opens_at = 0;

  participant = sample_store_check_join (transaction, chen, room_id, &opens_at, &error);
  g_assert_no_error (error);
  assert_valid (participant);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (InterviewRoom) room = NULL;

      g_assert_true (
          sample_store_occupy (transaction, room_id, steps[i].candidate, steps[i].recruiter, NULL));
      room = interview_room_service_get (transaction, lin, room_id, NULL);
      g_assert_cmpint (interview_room_get_state (room), ==, steps[i].state);
    }
  g_assert_null (sample_store_check_join (transaction, rajiv, room_id, &opens_at, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_IN_ROOM);
  g_clear_error (&error);
  g_assert_null (sample_store_check_join (transaction, rajiv, later_id, &opens_at, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVITATION_EARLY);
  g_assert_cmpint (opens_at, ==, SAMPLE_NOW + G_TIME_SPAN_MINUTE * 30);
  g_clear_error (&error);

  ended = interview_room_service_end (transaction, lin, room_id, NULL);
  g_assert_cmpint (interview_room_get_state (ended), ==, INTERVIEW_ROOM_STATE_ENDED);
  g_assert_null (sample_store_check_join (transaction, chen, room_id, &opens_at, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_ROOM_CLOSED);
}

static void
test_life_of_a_room (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  g_autoptr (GPtrArray) publications = sample_store_run (store, step_life_of_a_room, NULL);
  gint64 last = 0;

  g_assert_cmpuint (publications->len, ==, 5);
  for (guint i = 0; i < publications->len; i++)
    {
      InterviewEvent *event = interview_publication_get_event (publications->pdata[i]);

      g_assert_cmpint (interview_event_get_sequence (event), >, last);
      last = interview_event_get_sequence (event);
      /* The candidate, the recruiter, the HR admin. */
      g_assert_cmpuint (g_strv_length (
                            (GStrv) interview_publication_get_person_ids (publications->pdata[i])),
                        ==, 3);
    }
}

static void
step_scores (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) shen = sample_store_find_actor (transaction, "shen", "en");
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autoptr (GPtrArray) all = interview_score_service_list (transaction, shen, NULL);
  g_autoptr (GPtrArray) own = interview_score_service_list (transaction, lin, NULL);

  g_assert_cmpuint (all->len, ==, 3);
  for (guint i = 0; i < all->len; i++)
    {
      InterviewRecruiterScore *score = all->pdata[i];

      assert_valid (score);
      g_assert_cmpint (interview_recruiter_score_get_shown (score), ==,
                       interview_recruiter_score_get_ratings (score) >= 3);
      if (interview_recruiter_score_get_shown (score))
        g_assert_cmpfloat (interview_recruiter_score_get_score (score), >, 3);
    }
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpstr (interview_recruiter_score_get_recruiter_id (own->pdata[0]), ==,
                   interview_actor_get_person_id (lin));
}

static void
step_resumes (InterviewTransaction *transaction, gpointer data)
{
  static const char *const rooms[] = { "now-chen",         "now-amelia",        "today-rajiv",
                                       "today-abdurishit", "today-maximiliana", "today-he" };
  g_autoptr (InterviewActor) shen = sample_store_find_actor (transaction, "shen", "en");

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *room_id = sample_store_find_id (transaction, "room", rooms[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (InterviewResume) resume =
          interview_resume_service_get (transaction, shen, room_id, &error);

      g_assert_no_error (error);
      assert_valid (resume);
    }
}

static void
test_scores_and_resumes (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  sample_store_do (store, step_scores, NULL);
  sample_store_do (store, step_resumes, NULL);
}

static void
step_relations (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autoptr (InterviewActor) bayar = sample_store_find_actor (transaction, "bayar", "en");
  g_autoptr (InterviewActor) chen = sample_store_find_actor (transaction, "chen", "en");
  g_autoptr (InterviewActor) stranger =
      g_object_new (INTERVIEW_TYPE_ACTOR, "person-id", interview_actor_get_person_id (lin),
                    "company-id", "another", "role", INTERVIEW_ROLE_HR_ADMIN, NULL);
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "now-chen");
  g_autofree char *none = interview_id_new ();
  g_autoptr (InterviewResume) resume = NULL;
  const char *blob_id;
  const struct
  {
    InterviewActor *actor;
    InterviewRoute route;
    gboolean resume;
    int code;
  } cases[] = {
    { lin, INTERVIEW_ROUTE_ROOM, FALSE, -1 },
    { chen, INTERVIEW_ROUTE_ROOM, FALSE, -1 },
    { bayar, INTERVIEW_ROUTE_ROOM, FALSE, INTERVIEW_ERROR_FORBIDDEN },
    { stranger, INTERVIEW_ROUTE_ROOM, FALSE, INTERVIEW_ERROR_NOT_FOUND },
    { NULL, INTERVIEW_ROUTE_ROOM, FALSE, INTERVIEW_ERROR_UNAUTHENTICATED },
    { lin, INTERVIEW_ROUTE_BLOB, TRUE, -1 },
    { chen, INTERVIEW_ROUTE_BLOB, TRUE, -1 },
    { bayar, INTERVIEW_ROUTE_BLOB, TRUE, INTERVIEW_ERROR_FORBIDDEN },
    { stranger, INTERVIEW_ROUTE_BLOB, TRUE, INTERVIEW_ERROR_NOT_FOUND },
  };
  g_autoptr (GError) missing = NULL;

  resume = interview_resume_service_get (transaction, lin, room_id, NULL);
  blob_id = interview_resume_get_original_blob_id (resume);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean allowed =
          interview_relation_check_access (transaction, cases[i].actor, cases[i].route,
                                           cases[i].resume ? blob_id : room_id, &error);

      if (cases[i].code < 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, INTERVIEW_ERROR, cases[i].code);
      g_assert_cmpint (allowed, ==, cases[i].code < 0);
    }
  g_assert_false (
      interview_relation_check_access (transaction, lin, INTERVIEW_ROUTE_ROOM, none, &missing));
  g_assert_error (missing, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND);
}

static void
test_relations (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  sample_store_do (store, step_relations, NULL);
}

static void
step_missed_events (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autoptr (InterviewActor) bayar = sample_store_find_actor (transaction, "bayar", "en");
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) future = NULL;
  gboolean complete = FALSE;
  gint64 last = 0;

  g_assert_true (interview_event_service_get_last (transaction, lin, &last, NULL));
  g_assert_cmpint (last, ==, 5);
  some = interview_event_service_list_since (transaction, lin, 2, &complete, NULL);
  g_assert_true (complete);
  g_assert_cmpuint (some->len, ==, 3);
  none = interview_event_service_list_since (transaction, bayar, 0, &complete, NULL);
  g_assert_true (complete);
  g_assert_cmpuint (none->len, ==, 0);
  future = interview_event_service_list_since (transaction, lin, 6, &complete, NULL);
  g_assert_false (complete);
}

static void
step_clean_up (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autoptr (GPtrArray) gone = NULL;
  gboolean complete = TRUE;
  gint64 last = 0;

  g_assert_true (interview_setup_service_clean_up (transaction, NULL));
  g_assert_true (interview_event_service_get_last (transaction, lin, &last, NULL));
  g_assert_cmpint (last, ==, 5);
  gone = interview_event_service_list_since (transaction, lin, 2, &complete, NULL);
  g_assert_false (complete);
  g_assert_cmpint (sample_store_count (transaction, "SELECT count(*) FROM event"), ==, 1);
}

static void
test_events (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  sample_store_do (store, step_life_of_a_room, NULL);
  sample_store_do (store, step_missed_events, NULL);
  interview_clock_advance (store->clock, G_TIME_SPAN_DAY * 40);
  sample_store_do (store, step_clean_up, NULL);
}

static void
step_idempotency (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autoptr (InterviewActor) bayar = sample_store_find_actor (transaction, "bayar", "en");
  g_autoptr (GBytes) hash = g_bytes_new_static ("one", 3);
  g_autoptr (GBytes) other = g_bytes_new_static ("two", 3);
  g_autofree char *body = NULL;
  g_autoptr (GError) error = NULL;
  guint status = 1;

  g_assert_true (interview_idempotency_service_find (transaction, lin, "token", "key", hash,
                                                     &status, &body, NULL));
  g_assert_cmpuint (status, ==, 0);
  g_assert_true (interview_idempotency_service_record (transaction, lin, "token", "key", hash, 201,
                                                       "{}", NULL));
  g_assert_true (interview_idempotency_service_find (transaction, lin, "token", "key", hash,
                                                     &status, &body, NULL));
  g_assert_cmpuint (status, ==, 201);
  g_assert_cmpstr (body, ==, "{}");
  g_clear_pointer (&body, g_free);
  g_assert_true (interview_idempotency_service_find (transaction, bayar, "token", "key", other,
                                                     &status, &body, NULL));
  g_assert_cmpuint (status, ==, 0);
  g_assert_false (interview_idempotency_service_find (transaction, lin, "token", "key", other,
                                                      &status, &body, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_KEY_REUSED);
  g_clear_error (&error);
  g_assert_false (interview_idempotency_service_find (transaction, lin, "later", "key", hash,
                                                      &status, &body, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_KEY_REUSED);
  g_assert_null (body);
}

static void
test_idempotency (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  sample_store_do (store, step_idempotency, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/services/company", test_company);
  g_test_add_func ("/server/services/rooms", test_rooms);
  g_test_add_func ("/server/services/life-of-a-room", test_life_of_a_room);
  add_outbox_tests ();
  add_disclosure_tests ();
  add_question_tests ();
  g_test_add_func ("/server/services/scores-and-resumes", test_scores_and_resumes);
  g_test_add_func ("/server/services/relations", test_relations);
  g_test_add_func ("/server/services/events", test_events);
  g_test_add_func ("/server/services/idempotency", test_idempotency);
  add_audit_tests ();
  add_rating_tests ();
  add_recording_tests ();
  add_share_tests ();
  add_schedule_tests ();
  add_sign_in_tests ();
  add_staffing_tests ();
  return g_test_run ();
}
