/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/id.h"
#include "core/model/received-rating.h"
#include "sample-store.h"
#include "server/services/rating-draft-service.h"
#include "server/services/rating-service.h"
#include "server/services/room-service.h"

/* A form of the room that starts now, and ratings made from it. */
typedef struct
{
  InterviewRatingForm *form;
  char *room_id;
  char *recruiter_id;
  char *rating_id;
} Facts;

static void
clear_facts (Facts *facts)
{
  g_clear_object (&facts->form);
  g_free (facts->room_id);
  g_free (facts->recruiter_id);
  g_free (facts->rating_id);
}

static void
step_get_form (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autoptr (InterviewActor) chen = sample_store_find_actor (transaction, "chen", "zh-CN");
  g_autoptr (GError) error = NULL;
  InterviewParticipant *recruiter;

  facts->room_id = sample_store_find_id (transaction, "room", "now-chen");
  facts->form = interview_rating_service_get_form (transaction, chen, facts->room_id, &error);
  g_assert_no_error (error);
  interview_record_validate (INTERVIEW_RECORD (facts->form), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (interview_rating_form_get_title (facts->form), ==, "这次面试怎么样？");
  g_assert_cmpuint (interview_rating_form_get_recruiters (facts->form)->len, ==, 1);
  recruiter = interview_rating_form_get_recruiters (facts->form)->pdata[0];
  facts->recruiter_id = g_strdup (interview_participant_get_person_id (recruiter));
  facts->rating_id = interview_id_new ();
}

static InterviewRating *
make_rating (Facts *facts, const char *id, gint64 stars)
{
  InterviewRatingAspect *aspect = interview_rating_form_get_aspects (facts->form)->pdata[0];
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  InterviewRating *rating;

  g_ptr_array_add (marks,
                   g_object_new (INTERVIEW_TYPE_ASPECT_MARK, "aspect-id",
                                 interview_rating_aspect_get_id (aspect), "stars", stars, NULL));
  rating = g_object_new (INTERVIEW_TYPE_RATING, "id", id, "room-id", facts->room_id, "recruiter-id",
                         facts->recruiter_id, "stars", stars, "aspects", marks, "comment", "谢谢",
                         "answered-at", SAMPLE_NOW, "delivery-token",
                         interview_rating_form_get_delivery_token (facts->form), NULL);
  interview_record_validate (INTERVIEW_RECORD (rating), &error);
  g_assert_no_error (error);
  return rating;
}

static gboolean
submit (InterviewTransaction *transaction, InterviewRating *rating, GError **error)
{
  gboolean created = FALSE;
  g_autoptr (InterviewRating) stored =
      interview_rating_service_submit (transaction, interview_rating_get_id (rating), rating,
                                       &created, error);

  g_assert_cmpint (stored != NULL, ==, error == NULL || *error == NULL);
  return created;
}

static void
step_submit (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autoptr (InterviewRating) rating = make_rating (facts, facts->rating_id, 4);
  g_autoptr (GError) error = NULL;

  g_assert_true (submit (transaction, rating, &error));
  g_assert_no_error (error);
}

/* The answer to the first delivery was lost: the second one changes nothing. */
static void
step_submit_again (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autofree char *another_id = interview_id_new ();
  g_autoptr (InterviewRating) same = make_rating (facts, facts->rating_id, 4);
  g_autoptr (InterviewRating) changed = make_rating (facts, facts->rating_id, 1);
  g_autoptr (InterviewRating) another = make_rating (facts, another_id, 4);
  g_autoptr (InterviewActor) chen = sample_store_find_actor (transaction, "chen", "en");
  g_autoptr (InterviewRatingForm) form = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (submit (transaction, same, &error));
  g_assert_no_error (error);
  submit (transaction, changed, &error);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_ALREADY_RATED);
  g_clear_error (&error);
  submit (transaction, another, &error);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_ALREADY_RATED);
  g_clear_error (&error);

  form = interview_rating_service_get_form (transaction, chen, facts->room_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (interview_rating_form_get_recruiters (form)->len, ==, 0);
  /* With the token of a later form it is the same rating, too. */
  g_object_set (same, "delivery-token", interview_rating_form_get_delivery_token (form), NULL);
  g_assert_false (submit (transaction, same, &error));
  g_assert_no_error (error);
}

static void
test_exactly_once (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  Facts facts = { 0 };
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;

  sample_store_do (store, step_get_form, &facts);
  /* Weeks later it is still welcome. */
  interview_clock_advance (store->clock, G_TIME_SPAN_DAY * 50);
  first = sample_store_run (store, step_submit, &facts);
  second = sample_store_run (store, step_submit_again, &facts);
  /* That it came, and that the staffing was made anew. */
  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpuint (second->len, ==, 0);
  clear_facts (&facts);
}

static void
assert_refused (InterviewTransaction *transaction, InterviewRating *rating, InterviewErrorCode code)
{
  g_autoptr (GError) error = NULL;

  submit (transaction, rating, &error);
  g_assert_error (error, INTERVIEW_ERROR, (int) code);
}

static void
step_bad_ratings (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autofree char *other_room = sample_store_find_id (transaction, "room", "now-amelia");
  g_autofree char *other_recruiter = sample_store_find_id (transaction, "person", "bayar");
  g_autoptr (InterviewRating) forged = make_rating (facts, facts->rating_id, 5);
  g_autoptr (InterviewRating) elsewhere = make_rating (facts, facts->rating_id, 5);
  g_autoptr (InterviewRating) absent = make_rating (facts, facts->rating_id, 5);
  g_autoptr (InterviewRating) too_good = make_rating (facts, facts->rating_id, 10);
  g_autoptr (InterviewRating) twice = make_rating (facts, facts->rating_id, 5);
  GPtrArray *marks = interview_rating_get_aspects (twice);
  g_autoptr (InterviewRating) renamed = NULL;
  g_autoptr (GError) error = NULL;
  gboolean created = TRUE;

  g_object_set (forged, "delivery-token", "guessed", NULL);
  assert_refused (transaction, forged, INTERVIEW_ERROR_FORBIDDEN);
  g_object_set (elsewhere, "room-id", other_room, NULL);
  assert_refused (transaction, elsewhere, INTERVIEW_ERROR_FORBIDDEN);
  g_object_set (absent, "recruiter-id", other_recruiter, NULL);
  assert_refused (transaction, absent, INTERVIEW_ERROR_INVALID);
  assert_refused (transaction, too_good, INTERVIEW_ERROR_INVALID);
  g_ptr_array_add (marks, g_object_ref (marks->pdata[0]));
  assert_refused (transaction, twice, INTERVIEW_ERROR_INVALID);
  renamed = interview_rating_service_submit (transaction, other_room, absent, &created, &error);
  g_assert_null (renamed);
  g_assert_false (created);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
}

static void
step_late (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autoptr (InterviewRating) rating = make_rating (facts, facts->rating_id, 5);

  assert_refused (transaction, rating, INTERVIEW_ERROR_FORBIDDEN);
}

static void
test_bad_ratings (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  Facts facts = { 0 };
  g_autoptr (GPtrArray) bad = NULL;

  sample_store_do (store, step_get_form, &facts);
  bad = sample_store_run (store, step_bad_ratings, &facts);
  g_assert_cmpuint (bad->len, ==, 0);
  interview_clock_advance (store->clock, G_TIME_SPAN_DAY * 61);
  sample_store_do (store, step_late, &facts);
  clear_facts (&facts);
}

static void
step_change_form (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) shen = sample_store_find_actor (transaction, "shen", "en");
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRatingDraft) draft =
      interview_rating_draft_service_get (transaction, shen, &error);
  g_autoptr (InterviewRatingDraft) changed = NULL;

  g_assert_no_error (error);
  g_ptr_array_set_size (interview_rating_draft_get_aspects (draft), 0);
  g_object_set (draft, "scale", (gint64) 3, NULL);
  changed = interview_rating_draft_service_replace (transaction, shen, draft, &error);
  g_assert_no_error (error);
  g_assert_cmpint (interview_rating_draft_get_scale (changed), ==, 3);
}

static void
step_read_old (InterviewTransaction *transaction, gpointer data)
{
  Facts *facts = data;
  g_autoptr (InterviewActor) shen = sample_store_find_actor (transaction, "shen", "zh-CN");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) received =
      interview_rating_service_list_received (transaction, shen, facts->recruiter_id, &error);
  InterviewReceivedRating *rating;
  InterviewFact *mark;

  g_assert_no_error (error);
  rating = g_ptr_array_index (received, 0);
  g_assert_cmpint (interview_received_rating_get_stars (rating), ==, 4);
  g_assert_cmpint (interview_received_rating_get_scale (rating), ==, 5);
  mark = g_ptr_array_index (interview_received_rating_get_aspects (rating), 0);
  g_assert_cmpstr (interview_fact_get_label (mark), ==, "尊重与守时");
  g_assert_cmpstr (interview_fact_get_value (mark), ==, "4");
}

/* The form changes while a rating is on its way: it is taken as it was meant. */
static void
test_old_form (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  Facts facts = { 0 };

  sample_store_do (store, step_get_form, &facts);
  g_ptr_array_unref (sample_store_run (store, step_change_form, &facts));
  interview_clock_advance (store->clock, G_TIME_SPAN_DAY);
  g_ptr_array_unref (sample_store_run (store, step_submit, &facts));
  sample_store_do (store, step_read_old, &facts);
  clear_facts (&facts);
}

static void
step_switched_off (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) he = sample_store_find_actor (transaction, "he", "en");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "today-he");
  g_autoptr (InterviewRatingForm) form =
      interview_rating_service_get_form (transaction, he, room_id, NULL);

  g_assert_cmpuint (interview_rating_form_get_recruiters (form)->len, ==, 0);
}

static void
test_switched_off (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  sample_store_do (store, step_switched_off, NULL);
}

void
add_rating_tests (void)
{
  g_test_add_func ("/server/rating/exactly-once", test_exactly_once);
  g_test_add_func ("/server/rating/bad-ratings", test_bad_ratings);
  g_test_add_func ("/server/rating/old-form", test_old_form);
  g_test_add_func ("/server/rating/switched-off", test_switched_off);
}
