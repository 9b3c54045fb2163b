/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "sample-store.h"
#include "server/services/invitation-service.h"
#include "server/services/room-service.h"
#include "server/services/schedule-service.h"
#include "server/services/staff-service.h"

/* When rooms are, who is on their panel, and what becomes of them when nobody comes. */

#define LATER (SAMPLE_NOW + G_TIME_SPAN_DAY * 2)

static InterviewRoom *
get_room (InterviewTransaction *transaction, const char *key)
{
  g_autoptr (InterviewActor) shen = sample_store_find_actor (transaction, "shen", "en");
  g_autofree char *id = sample_store_find_id (transaction, "room", key);
  g_autoptr (GError) error = NULL;
  InterviewRoom *room = interview_room_service_get (transaction, shen, id, &error);

  g_assert_no_error (error);
  return room;
}

/* Moves the room as HR, to a panel of up to three that ends at the first %NULL. */
static InterviewRoom *
schedule (InterviewTransaction *transaction,
          const char *key,
          gint64 revision,
          gint64 starts_at,
          const char *const panel[3],
          GError **error)
{
  g_autoptr (InterviewActor) shen = sample_store_find_actor (transaction, "shen", "en");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", key);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  g_autoptr (InterviewScheduleRequest) request = NULL;

  for (guint i = 0; i < 3 && panel[i] != NULL; i++)
    {
      g_autofree char *id = sample_store_find_id (transaction, "person", panel[i]);

      g_strv_builder_add (builder, id);
    }
  ids = g_strv_builder_end (builder);
  request = g_object_new (INTERVIEW_TYPE_SCHEDULE_REQUEST, "revision", revision, "recruiter-ids",
                          ids, "starts-at", starts_at, "duration-minutes", (gint64) 60, "time-zone",
                          "Europe/Berlin", NULL);
  return interview_schedule_service_change (transaction, shen, room_id, request, error);
}

static void
step_move (InterviewTransaction *transaction, gpointer data)
{
  static const char *const panel[3] = { "bayar", "marcus", NULL };
  g_autoptr (InterviewActor) chen = sample_store_find_actor (transaction, "chen", "en");
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autoptr (InterviewRoom) before = get_room (transaction, "now-chen");
  gint64 revision = interview_room_get_revision (before);
  const char *room_id = interview_room_get_id (before);
  g_autoptr (InterviewRoom) after = NULL;
  g_autoptr (InterviewRoom) late = NULL;
  g_autoptr (GError) error = NULL;
  gint64 opens_at = 0;

  after = schedule (transaction, "now-chen", revision, LATER, panel, &error);
  g_assert_no_error (error);
  g_assert_true (interview_record_validate (INTERVIEW_RECORD (after), NULL));
  g_assert_cmpint (interview_room_get_starts_at (after), ==, LATER);
  g_assert_cmpint (interview_room_get_duration_minutes (after), ==, 60);
  g_assert_cmpstr (interview_room_get_time_zone (after), ==, "Europe/Berlin");
  g_assert_cmpuint (interview_room_get_recruiters (after)->len, ==, 2);
  g_assert_cmpint (interview_room_get_revision (after), >, revision);

  late = schedule (transaction, "now-chen", revision, LATER, panel, &error);
  g_assert_null (late);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (sample_store_check_join (transaction, lin, room_id, &opens_at, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_IN_ROOM);
  g_clear_error (&error);
  g_assert_null (sample_store_check_join (transaction, chen, room_id, &opens_at, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVITATION_EARLY);
}

/* Who leaves the panel is told as well as who comes. */
static void
test_move (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  g_autoptr (GPtrArray) published = sample_store_run (store, step_move, NULL);
  InterviewPublication *publication;
  const InterviewRoomStanding *standing;

  g_assert_cmpuint (published->len, ==, 1);
  publication = g_ptr_array_index (published, 0);
  g_assert_cmpint (interview_event_get_kind (interview_publication_get_event (publication)), ==,
                   INTERVIEW_EVENT_KIND_ROOM_RESCHEDULED);
  g_assert_cmpuint (g_strv_length ((GStrv) interview_publication_get_person_ids (publication)), ==,
                    5);
  standing = interview_publication_get_standing (publication);
  g_assert_cmpuint (g_strv_length (standing->recruiter_ids), ==, 2);
  g_assert_true (interview_room_standing_admits (standing, standing->recruiter_ids[0]));
  g_assert_true (interview_room_standing_admits (standing, standing->candidate_id));
  g_assert_false (interview_room_standing_admits (standing, "00000000000000000000000000"));
}

static void
step_bad_panels (InterviewTransaction *transaction, gpointer data)
{
  static const char *const twice[3] = { "bayar", "bayar", NULL };
  static const char *const candidate[3] = { "lin", "rajiv", NULL };
  static const char *const *const bad[] = { twice, candidate };
  g_autoptr (InterviewRoom) room = get_room (transaction, "now-chen");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (schedule (transaction, "now-chen", interview_room_get_revision (room) + i,
                               LATER, bad[i], &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
    }
}

static void
step_bad_times (InterviewTransaction *transaction, gpointer data)
{
  static const char *const zones[] = { "Nowhere/Land", "../Europe/Berlin", "/etc/passwd", "" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_assert_false (interview_schedule_service_check (transaction, LATER, 30, zones[i], &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_true (
      interview_schedule_service_check (transaction, LATER, 30, "Asia/Shanghai", &error));
  g_assert_true (interview_schedule_service_check (transaction,
                                                   SAMPLE_NOW - G_TIME_SPAN_MINUTE * 29, 30, NULL,
                                                   &error));
  g_assert_false (interview_schedule_service_check (transaction,
                                                    SAMPLE_NOW - G_TIME_SPAN_MINUTE * 30, 30, NULL,
                                                    &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
}

static void
test_bad_schedules (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  sample_store_do (store, step_bad_panels, NULL);
  sample_store_do (store, step_bad_times, NULL);
}

/* While people talk the panel can change and the time not, and the room cannot be called off. */
static void
step_under_way (InterviewTransaction *transaction, gpointer data)
{
  static const char *const panel[3] = { "lin", "bayar", NULL };
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "now-chen");
  g_autoptr (InterviewRoom) live = NULL;
  g_autoptr (InterviewRoom) joined = NULL;
  g_autoptr (InterviewScheduleRequest) request = NULL;
  g_autoptr (GError) error = NULL;
  const char *ids[3] = { NULL };

  g_assert_true (sample_store_occupy (transaction, room_id, TRUE, TRUE, NULL));
  live = get_room (transaction, "now-chen");
  g_assert_null (
      schedule (transaction, "now-chen", interview_room_get_revision (live), LATER, panel, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (interview_schedule_service_cancel (transaction, lin, room_id, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
  g_clear_error (&error);

  ids[0] = interview_actor_get_person_id (lin);
  request =
      g_object_new (INTERVIEW_TYPE_SCHEDULE_REQUEST, "revision", interview_room_get_revision (live),
                    "recruiter-ids", ids, "starts-at", interview_room_get_starts_at (live),
                    "duration-minutes", interview_room_get_duration_minutes (live), NULL);
  joined = interview_schedule_service_change (transaction, lin, room_id, request, &error);
  g_assert_no_error (error);
  g_assert_cmpint (interview_room_get_state (joined), ==, INTERVIEW_ROOM_STATE_LIVE);
}

static void
test_under_way (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  sample_store_do (store, step_under_way, NULL);
}

static void
step_cancel (InterviewTransaction *transaction, gpointer data)
{
  static const char *const panel[3] = { "lin", NULL };
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autoptr (InterviewActor) chen = sample_store_find_actor (transaction, "chen", "en");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "now-chen");
  g_autoptr (InterviewRoom) first = NULL;
  g_autoptr (InterviewRoom) second = NULL;
  g_autoptr (GError) error = NULL;
  gint64 opens_at = 0;

  first = interview_schedule_service_cancel (transaction, lin, room_id, &error);
  g_assert_no_error (error);
  second = interview_schedule_service_cancel (transaction, lin, room_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (interview_room_get_state (second), ==, INTERVIEW_ROOM_STATE_CANCELLED);
  g_assert_cmpint (interview_room_get_revision (second), ==, interview_room_get_revision (first));
  g_assert_null (sample_store_check_join (transaction, chen, room_id, &opens_at, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_ROOM_CLOSED);
  g_clear_error (&error);
  g_assert_null (schedule (transaction, "now-chen", interview_room_get_revision (second), LATER,
                           panel, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_ROOM_CLOSED);
}

static void
test_cancel (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  g_autoptr (GPtrArray) published = sample_store_run (store, step_cancel, NULL);
  InterviewPublication *publication;

  g_assert_cmpuint (published->len, ==, 1);
  publication = g_ptr_array_index (published, 0);
  g_assert_cmpint (interview_event_get_kind (interview_publication_get_event (publication)), ==,
                   INTERVIEW_EVENT_KIND_ROOM_CANCELLED);
  g_assert_true (interview_publication_get_standing (publication)->over);
}

static void
step_miss (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (interview_schedule_service_miss (transaction, &error));
  g_assert_no_error (error);
}

static void
step_begin (InterviewTransaction *transaction, gpointer data)
{
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "today-rajiv");

  g_assert_true (sample_store_occupy (transaction, room_id, TRUE, TRUE, NULL));
}

static void
step_states_after (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewRoom) missed = get_room (transaction, "now-chen");
  g_autoptr (InterviewRoom) begun = get_room (transaction, "today-rajiv");

  g_assert_cmpint (interview_room_get_state (missed), ==, INTERVIEW_ROOM_STATE_MISSED);
  g_assert_cmpint (interview_room_get_state (begun), ==, INTERVIEW_ROOM_STATE_LIVE);
}

/* A room is missed when its time is over, not before, once, and not if it has begun. */
static void
test_missed (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  g_autoptr (GPtrArray) early = NULL;
  g_autoptr (GPtrArray) late = NULL;
  g_autoptr (GPtrArray) again = NULL;

  sample_store_do (store, step_begin, NULL);
  early = sample_store_run (store, step_miss, NULL);
  g_assert_cmpuint (early->len, ==, 0);
  interview_clock_advance (store->clock, G_TIME_SPAN_HOUR * 3);
  late = sample_store_run (store, step_miss, NULL);
  g_assert_cmpuint (late->len, >=, 1);
  again = sample_store_run (store, step_miss, NULL);
  g_assert_cmpuint (again->len, ==, 0);
  sample_store_do (store, step_states_after, NULL);
}

typedef struct
{
  char *code;
  gint64 opens_at;
} Invited;

static void
step_invite (InterviewTransaction *transaction, gpointer data)
{
  Invited *invited = data;
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autofree char *room_id = sample_store_find_id (transaction, "room", "now-chen");
  g_autoptr (InterviewInvitation) invitation =
      interview_invitation_service_renew (transaction, lin, room_id, NULL, NULL);

  invited->code = g_strdup (interview_invitation_get_code (invitation));
}

/* The same link leads to the room at its new time. */
static void
step_redeem (InterviewTransaction *transaction, gpointer data)
{
  Invited *invited = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewSession) session =
      interview_invitation_service_redeem (transaction, invited->code, "en", &invited->opens_at,
                                           &error);

  if (invited->opens_at != 0)
    g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVITATION_EARLY);
  else
    g_assert_no_error (error);
}

static void
test_invitation_moves (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();
  Invited invited = { NULL, 0 };

  sample_store_do (store, step_invite, &invited);
  sample_store_do (store, step_redeem, &invited);
  g_assert_cmpint (invited.opens_at, ==, 0);
  sample_store_do (store, step_move, NULL);
  sample_store_do (store, step_redeem, &invited);
  g_assert_cmpint (invited.opens_at, ==, LATER - G_TIME_SPAN_MINUTE * 30);
  interview_clock_advance (store->clock, G_TIME_SPAN_DAY * 2);
  sample_store_do (store, step_redeem, &invited);
  g_assert_cmpint (invited.opens_at, ==, 0);
  g_free (invited.code);
}

static void
step_recruiters (InterviewTransaction *transaction, gpointer data)
{
  g_autoptr (InterviewActor) lin = sample_store_find_actor (transaction, "lin", "en");
  g_autofree char *first_cursor = NULL, *second_cursor = NULL;
  g_autoptr (GPtrArray) first =
      interview_staff_service_list_recruiters (transaction, lin, NULL, 2, &first_cursor, NULL);
  g_autoptr (GPtrArray) second =
      interview_staff_service_list_recruiters (transaction, lin, first_cursor, 2, &second_cursor,
                                               NULL);

  g_assert_cmpuint (first->len, ==, 2);
  g_assert_cmpuint (second->len, ==, 1);
  g_assert_null (second_cursor);
  g_assert_true (interview_record_validate (second->pdata[0], NULL));
}

static void
test_recruiters (void)
{
  g_autoptr (SampleStore) store = sample_store_new ();

  sample_store_do (store, step_recruiters, NULL);
}

void
add_schedule_tests (void)
{
  g_test_add_func ("/server/schedule/move", test_move);
  g_test_add_func ("/server/schedule/bad-schedules", test_bad_schedules);
  g_test_add_func ("/server/schedule/under-way", test_under_way);
  g_test_add_func ("/server/schedule/cancel", test_cancel);
  g_test_add_func ("/server/schedule/missed", test_missed);
  g_test_add_func ("/server/schedule/invitation-moves", test_invitation_moves);
  g_test_add_func ("/server/schedule/recruiters", test_recruiters);
}
