/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/id.h"
#include "core/model/company.h"
#include "server/handlers/handlers.h"
#include "server/services/access.h"
#include "server/services/setup-service.h"
#include "server/store/notice-table.h"
#include "server/store/outbox-table.h"
#include "server/store/application-table.h"
#include "server/store/blob-table.h"
#include "server/store/membership-table.h"
#include "server/store/position-table.h"
#include "server/store/recording-table.h"
#include "server/store/room-table.h"
#include "server/store/share-table.h"
#include "support/stand-in.h"

/*
 * Who may do what, at the door of a real server: every route of the router's own table for every
 * role, with things that are theirs, that belong to somebody else in their company, to another
 * company, or to nobody. A new route has a row here and in the access policy, or this fails.
 */

typedef enum
{
  NOBODY,
  CANDIDATE,
  RECRUITER,
  HR_ADMIN,
  N_ROLES,
} Who;

typedef enum
{
  OWN,
  COLLEAGUES,
  OTHER_COMPANY,
  UNKNOWN,
  N_OBJECTS,
} Whose;

static const char *const who_names[] = { "nobody", "candidate", "recruiter", "hr-admin" };
static const char *const whose_names[] = { "own", "a colleague's", "another company's",
                                           "an unknown" };

/* Two companies on one server, and the programs of one of them. */
typedef struct
{
  ServerFixture *server;
  StandIn *programs[N_ROLES];
  char *rooms[N_OBJECTS];
  char *blobs[N_OBJECTS];
  char *persons[N_OBJECTS];
  char *deliveries[N_OBJECTS];
  char *shares[N_OBJECTS];
} Fixture;

static char *
add_delivery (InterviewTransaction *transaction,
              const char *company_id,
              const char *unit_id,
              const char *person_id)
{
  g_autofree char *notice_id = interview_id_new ();
  char *id = interview_id_new ();
  const InterviewNewNotice notice = {
    .head = { notice_id, company_id, unit_id, NULL },
    .person_id = person_id,
    .subject = "Subject",
    .content = "{}",
  };
  const InterviewNewDelivery delivery = {
    .id = id,
    .company_id = company_id,
    .notice_id = notice_id,
    .channel = INTERVIEW_DELIVERY_CHANNEL_MAIL,
    .recipient = "somebody@mail.example",
    .due_at = 2051222400 * G_TIME_SPAN_SECOND,
  };

  g_assert_true (interview_notice_table_insert (transaction, &notice, NULL));
  g_assert_true (interview_outbox_table_insert (transaction, &delivery, NULL));
  return id;
}

/* A recording that this person shares, of which nothing was sent yet. */
static char *
add_share (InterviewTransaction *transaction, const InterviewRowHead *room, const char *person_id)
{
  g_autofree char *recording_id = interview_id_new ();
  char *id = interview_id_new ();
  g_autoptr (GBytes) token_hash = g_bytes_new (id, strlen (id));
  const InterviewRowHead recording_head = { recording_id, room->company_id, room->unit_id, NULL };
  const InterviewRowHead head = { id, room->company_id, room->unit_id, NULL };
  const InterviewRecordingRow recording = {
    .room_id = (char *) room->id,
    .asked_by = (char *) person_id,
    .state = INTERVIEW_RECORDING_STATE_STOPPED,
    .text_version = 1,
  };
  const InterviewShareRow share = {
    .recording_id = recording_id,
    .room_id = (char *) room->id,
    .shared_by = (char *) person_id,
    .size = 1,
    .hash = (char *) "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
    .token_hash = token_hash,
    .expires_at = 2051222400 * G_TIME_SPAN_SECOND,
  };

  g_assert_true (interview_recording_table_insert (transaction, &recording_head, &recording, NULL));
  g_assert_true (interview_share_table_insert (transaction, &head, &share, NULL));
  return id;
}

static gboolean
add_own (InterviewTransaction *transaction, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (InterviewRoomRow) room =
      interview_room_table_get_row (transaction, fixture->rooms[OWN], error);
  const InterviewRowHead head = { room->id, room->company_id, room->unit_id, NULL };

  fixture->deliveries[OWN] =
      add_delivery (transaction, room->company_id, room->unit_id, room->candidate_id);
  fixture->shares[OWN] =
      add_share (transaction, &head, stand_in_get_person_id (fixture->programs[RECRUITER]));
  fixture->shares[COLLEAGUES] = add_share (transaction, &head, fixture->persons[COLLEAGUES]);
  return TRUE;
}

/* A room, a file and a delivery of somebody else, behind the server's back. */
static gboolean
add_company (InterviewTransaction *transaction, gpointer data, GError **error)
{
  const InterviewPositionText text = { "en", "Position", "", "", "", "[]" };
  Fixture *fixture = data;
  g_autoptr (InterviewPerson) admin = NULL;
  g_autofree char *company_id = NULL;
  g_autofree char *unit_id = NULL;
  g_autofree char *position_id = interview_id_new ();
  g_autofree char *new_application_id = interview_id_new ();
  g_autofree char *application_id = NULL;
  InterviewNewRoom room = { .starts_at = 1, .duration_minutes = 30 };
  InterviewBlobRow blob = { 0 };
  InterviewRole role;

  admin = interview_setup_service_create (transaction, "Others", "en", "Otto", "otto@example.com",
                                          "none", error);
  g_assert_nonnull (admin);
  interview_membership_table_find (transaction, interview_person_get_id (admin), &company_id,
                                   &unit_id, &role, error);
  room.head = (InterviewRowHead){ position_id, company_id, unit_id, NULL };
  g_assert_true (interview_position_table_insert (transaction, &room.head, error));
  g_assert_true (interview_position_table_insert_text (transaction, position_id, &text, error));
  room.head.id = new_application_id;
  application_id =
      interview_application_table_ensure (transaction, &room.head, interview_person_get_id (admin),
                                          position_id, error);
  fixture->rooms[OTHER_COMPANY] = interview_id_new ();
  fixture->blobs[OTHER_COMPANY] = interview_id_new ();
  fixture->persons[OTHER_COMPANY] = g_strdup (interview_person_get_id (admin));
  room.head.id = fixture->rooms[OTHER_COMPANY];
  room.application_id = application_id;
  g_assert_true (interview_room_table_insert (transaction, &room, error));
  room.head.id = fixture->rooms[OTHER_COMPANY];
  fixture->shares[OTHER_COMPANY] =
      add_share (transaction, &room.head, interview_person_get_id (admin));
  room.head.id = blob.id = fixture->blobs[OTHER_COMPANY];
  blob.company_id = company_id;
  blob.hash = (char *) "0000000000000000000000000000000000000000000000000000000000000000";
  blob.size = 1;
  blob.content_type = (char *) "image/png";
  g_assert_true (interview_blob_table_insert (transaction, &room.head, &blob, error));
  fixture->deliveries[OTHER_COMPANY] =
      add_delivery (transaction, company_id, unit_id, interview_person_get_id (admin));
  return TRUE;
}

static char *
get_logo (StandIn *program)
{
  g_autoptr (InterviewCompany) company =
      stand_in_load (program, INTERVIEW_ROUTE_COMPANY, NULL, INTERVIEW_TYPE_COMPANY);

  return g_strdup (interview_company_get_logo_blob_id (company));
}

static char *
list_rooms (StandIn *program)
{
  g_assert_cmpuint (stand_in_call (program, INTERVIEW_ROUTE_ROOMS, NULL, NULL, NULL), ==, 200);
  return g_strdup (stand_in_get_text (program));
}

/* A room in which neither of the two is. */
static char *
find_room_without (StandIn *recruiter, StandIn *candidate, StandIn *admin)
{
  g_autofree char *first = list_rooms (recruiter);
  g_autofree char *second = list_rooms (candidate);
  g_autofree char *all = list_rooms (admin);
  JsonArray *items = json_object_get_array_member (stand_in_get_object (admin), "items");

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *room = json_array_get_object_element (items, i);
      const char *id = json_object_get_string_member (room, "id");

      if (strstr (first, id) == NULL && strstr (second, id) == NULL)
        return g_strdup (id);
    }
  g_assert_not_reached ();
}

static char *
find_colleague (StandIn *admin, const char *recruiter_id)
{
  JsonArray *items;

  g_assert_cmpuint (stand_in_call (admin, INTERVIEW_ROUTE_RECRUITERS, NULL, NULL, NULL), ==, 200);
  items = json_object_get_array_member (stand_in_get_object (admin), "items");
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *person = json_array_get_object_element (items, i);
      const char *id = json_object_get_string_member (person, "person_id");

      if (!g_str_equal (id, recruiter_id) && !g_str_equal (id, stand_in_get_person_id (admin)))
        return g_strdup (id);
    }
  g_assert_not_reached ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  InterviewSample *sample;

  fixture->server = server_fixture_new ();
  server_fixture_start (fixture->server);
  server_fixture_run (fixture->server, add_company, fixture);
  sample = server_fixture_get_sample (fixture->server);
  fixture->programs[NOBODY] = stand_in_new (fixture->server);
  fixture->programs[CANDIDATE] =
      stand_in_new_redeemed (fixture->server, interview_sample_get_candidate_code (sample));
  fixture->programs[RECRUITER] =
      stand_in_new_redeemed (fixture->server, interview_sample_get_recruiter_code (sample));
  fixture->programs[HR_ADMIN] =
      stand_in_new_redeemed (fixture->server, interview_sample_get_admin_code (sample));
  fixture->rooms[OWN] = g_strdup (stand_in_get_room_id (fixture->programs[CANDIDATE]));
  fixture->rooms[COLLEAGUES] =
      find_room_without (fixture->programs[RECRUITER], fixture->programs[CANDIDATE],
                         fixture->programs[HR_ADMIN]);
  fixture->rooms[UNKNOWN] = interview_id_new ();
  fixture->blobs[OWN] = get_logo (fixture->programs[CANDIDATE]);
  fixture->blobs[UNKNOWN] = interview_id_new ();
  fixture->persons[COLLEAGUES] =
      find_colleague (fixture->programs[HR_ADMIN],
                      stand_in_get_person_id (fixture->programs[RECRUITER]));
  fixture->persons[UNKNOWN] = interview_id_new ();
  fixture->deliveries[UNKNOWN] = interview_id_new ();
  fixture->shares[UNKNOWN] = interview_id_new ();
  server_fixture_run (fixture->server, add_own, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N_ROLES; i++)
    stand_in_free (fixture->programs[i]);
  for (guint i = 0; i < N_OBJECTS; i++)
    {
      g_free (fixture->rooms[i]);
      g_free (fixture->blobs[i]);
      g_free (fixture->persons[i]);
      g_free (fixture->deliveries[i]);
      g_free (fixture->shares[i]);
    }
  server_fixture_free (fixture->server);
}

/* What a program in this role is told about such a thing; 0 where it may have it. */
static guint
get_refusal (InterviewRoute route, Who who, Whose whose)
{
  InterviewObjectKind object = interview_access_get_object (route);
  InterviewRole role = who == CANDIDATE   ? INTERVIEW_ROLE_CANDIDATE
                       : who == RECRUITER ? INTERVIEW_ROLE_RECRUITER
                                          : INTERVIEW_ROLE_HR_ADMIN;
  InterviewRelation relation = INTERVIEW_RELATION_NONE;

  if (whose == OWN || whose == COLLEAGUES)
    relation |= INTERVIEW_RELATION_COMPANY;
  if (object == INTERVIEW_OBJECT_BLOB && whose == OWN)
    relation |= INTERVIEW_RELATION_PICTURE;
  if (object == INTERVIEW_OBJECT_ROOM && whose == OWN && who == CANDIDATE)
    relation |= INTERVIEW_RELATION_ROOM_CANDIDATE;
  if (object == INTERVIEW_OBJECT_ROOM && whose == OWN && who == RECRUITER)
    relation |= INTERVIEW_RELATION_ROOM_RECRUITER;
  if (object == INTERVIEW_OBJECT_PERSON && whose == OWN)
    relation |= INTERVIEW_RELATION_SELF;
  if (object == INTERVIEW_OBJECT_SHARE && whose == OWN && who == RECRUITER)
    relation |= INTERVIEW_RELATION_SELF;
  switch (interview_access_decide (route, who != NOBODY, role, relation))
    {
    case INTERVIEW_ACCESS_UNAUTHENTICATED:
      return 401;
    case INTERVIEW_ACCESS_FORBIDDEN:
      return 403;
    case INTERVIEW_ACCESS_NOT_FOUND:
      return 404;
    case INTERVIEW_ACCESS_ALLOWED:
    default:
      return 0;
    }
}

/* A body that the strict reader takes; it is refused or allowed before it matters what it says. */
static const char *
get_body (InterviewRoute route)
{
  switch (route)
    {
    case INTERVIEW_ROUTE_PASSWORD:
      return "{\"current\":\"not the password\",\"replacement\":\"another password\"}";
    case INTERVIEW_ROUTE_COMPANY_SWITCH:
    case INTERVIEW_ROUTE_ROOM_SWITCH:
      return "{\"revision\":2000000,\"interactive\":true}";
    case INTERVIEW_ROUTE_CANDIDATE_CREATE:
      return "{\"display_name\":\"Somebody\"}";
    case INTERVIEW_ROUTE_ROOM_CREATE:
      return "{\"candidate_id\":\"00000000000000000000000000\",\"position_id\":"
             "\"00000000000000000000000000\",\"starts_at\":\"2035-01-01T00:00:00Z\","
             "\"duration_minutes\":30,\"interactive\":true}";
    case INTERVIEW_ROUTE_ROOM_ENTRANCE:
      return "{\"seen\":\"lobby\",\"entrance\":\"lobby\"}";
    case INTERVIEW_ROUTE_HELP_ASK:
      return "{\"place\":\"lobby\",\"no_camera\":false,\"no_microphone\":false,"
             "\"bad_network\":false}";
    case INTERVIEW_ROUTE_ROOM_SCHEDULE:
      return "{\"revision\":2000000,\"recruiter_ids\":[\"00000000000000000000000000\"],"
             "\"starts_at\":\"2035-01-01T00:00:00Z\",\"duration_minutes\":30}";
    case INTERVIEW_ROUTE_ROOM_REPLY:
      return "{\"starts_at\":\"2035-01-01T00:00:00Z\",\"answer\":\"accepted\"}";
    case INTERVIEW_ROUTE_STAFFING_PREVIEW:
    case INTERVIEW_ROUTE_STAFFING_POLICY_REPLACE:
      return "{\"revision\":2000000,\"order\":\"evenly\",\"half_life_days\":0,\"minimum_ratings\":"
             "3,"
             "\"threshold_percent\":0,\"withdrawal\":\"confirm\",\"capacity\":3,\"choice\":false,"
             "\"time_zone\":\"UTC\"}";
    case INTERVIEW_ROUTE_RATING_DRAFT_REPLACE:
      return "{\"revision\":2000000,\"scale\":5,\"minimum\":3,\"comment\":true,"
             "\"titles\":[{\"language\":\"en\",\"text\":\"How was it?\"}]}";
    case INTERVIEW_ROUTE_ROOM_CHOOSE:
      return "{\"recruiter_id\":\"00000000000000000000000000\"}";
    case INTERVIEW_ROUTE_STANDING_DECIDE:
      return "{\"revision\":2000000,\"decision\":\"confirm\",\"reason\":\"Because\"}";
    case INTERVIEW_ROUTE_STANDING_APPEAL:
      return "{\"revision\":2000000,\"reason\":\"Because\"}";
    case INTERVIEW_ROUTE_RECORDING_ASK:
      return "{\"scope\":\"private\",\"text_version\":1,\"language\":\"en\"}";
    case INTERVIEW_ROUTE_RECORDING_DECIDE:
      return "{\"decision\":\"given\",\"text_version\":1,\"language\":\"en\"}";
    case INTERVIEW_ROUTE_CONSENT_EDITION_CHANGE:
      return "{\"version\":2000000,\"texts\":[{\"version\":1,\"language\":\"en\",\"text\":\"x\"}]}";
    case INTERVIEW_ROUTE_ONBOARDING_SEND:
      return "{\"starts_at\":\"2035-01-01T00:00:00Z\",\"time_zone\":\"UTC\",\"place\":\"Here\"}";
    case INTERVIEW_ROUTE_NOTICE_TEMPLATE_REPLACE:
    case INTERVIEW_ROUTE_NOTICE_PREVIEW:
    case INTERVIEW_ROUTE_NOTICE_TEST:
      return "{\"kind\":\"contact\",\"language\":\"en\",\"revision\":2000000,\"custom\":true,"
             "\"subject\":\"Subject\",\"body\":\"Body\"}";
    case INTERVIEW_ROUTE_TIME_ZONE:
      return "{\"time_zone\":\"Asia/Shanghai\"}";
    case INTERVIEW_ROUTE_NOTICE_SETTINGS_REPLACE:
      return "{\"revision\":2000000,\"reminder_minutes\":0,\"smtp_port\":587,"
             "\"smtp_security\":\"tls\",\"sms_provider\":\"none\"}";
    case INTERVIEW_ROUTE_SHARE_CREATE:
      return "{\"size\":1,\"days\":1,\"sha256\":"
             "\"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\"}";
    case INTERVIEW_ROUTE_SHARE_WRITE:
      return "x";
    case INTERVIEW_ROUTE_SHARING_POLICY_REPLACE:
      return "{\"revision\":2000000,\"allowed\":true,\"longest_days\":1,\"quota_mib\":100}";
    case INTERVIEW_ROUTE_QUESTION_ASKED:
      return "{\"asked\":true}";
    case INTERVIEW_ROUTE_RESUME_ANSWER:
    case INTERVIEW_ROUTE_PROFILE_ANSWER:
      return "{\"agreed\":false,\"keep\":false}";
    case INTERVIEW_ROUTE_CHAT_SEND:
    case INTERVIEW_ROUTE_PANEL_CHAT_SEND:
    case INTERVIEW_ROUTE_HELP_CHAT_SEND:
    case INTERVIEW_ROUTE_QUESTION_TYPE:
      return "{\"text\":\"Hello\"}";
    default:
      return NULL;
    }
}

/* Their own identifier differs from program to program; who is not signed in guesses one. */
static const char *
get_person (Fixture *fixture, StandIn *program, Whose whose)
{
  const char *own = stand_in_get_person_id (program);

  if (whose != OWN)
    return fixture->persons[whose];
  return own != NULL ? own : fixture->persons[COLLEAGUES];
}

static void
check (Fixture *fixture, InterviewRoute route, Who who, Whose whose)
{
  InterviewObjectKind object = interview_access_get_object (route);
  StandIn *program = fixture->programs[who];
  const char *first = object == INTERVIEW_OBJECT_ROOM       ? fixture->rooms[whose]
                      : object == INTERVIEW_OBJECT_BLOB     ? fixture->blobs[whose]
                      : object == INTERVIEW_OBJECT_DELIVERY ? fixture->deliveries[whose]
                      : object == INTERVIEW_OBJECT_SHARE    ? fixture->shares[whose]
                      : object == INTERVIEW_OBJECT_PERSON   ? get_person (fixture, program, whose)
                                                            : NULL;
  guint expected = get_refusal (route, who, whose);
  g_autofree char *code = NULL;
  guint status;

  if (object != INTERVIEW_OBJECT_NONE && first == NULL)
    return;
  g_test_message ("%s: %s with %s", interview_route_get_name (route), who_names[who],
                  whose_names[whose]);
  if (interview_handler_takes_bytes (interview_handler_get (route)))
    {
      stand_in_set_header (program, "Content-Type", "application/octet-stream");
      stand_in_set_header (program, "Content-Range", "bytes 0-0/1");
    }
  status = stand_in_call (program, route, first, "00000000000000000000000000", get_body (route));
  stand_in_set_header (program, "Content-Type", NULL);
  stand_in_set_header (program, "Content-Range", NULL);
  if (expected != 0)
    {
      g_assert_cmpuint (status, ==, expected);
      code = stand_in_get_code (program);
      g_assert_cmpstr (code, ==,
                       expected == 401   ? "unauthenticated"
                       : expected == 403 ? "forbidden"
                                         : "not-found");
      return;
    }
  /* Allowed: whatever else is wrong with the request, it is not that. */
  g_assert_cmpuint (status, !=, 500);
  if (status >= 400)
    {
      code = stand_in_get_code (program);
      g_assert_cmpstr (code, !=, "unauthenticated");
      g_assert_cmpstr (code, !=, "forbidden");
    }
}

static gboolean
ends_what_others_need (InterviewRoute route)
{
  return route == INTERVIEW_ROUTE_SIGN_OUT || route == INTERVIEW_ROUTE_ROOM_END ||
         route == INTERVIEW_ROUTE_ROOM_CANCEL || route == INTERVIEW_ROUTE_INVITATION_RENEW ||
         route == INTERVIEW_ROUTE_INVITATION_REVOKE;
}

static void
check_all (Fixture *fixture, InterviewRoute route, gboolean allowed)
{
  gboolean has_object = interview_access_get_object (route) != INTERVIEW_OBJECT_NONE;

  for (Who who = NOBODY; who < N_ROLES; who++)
    {
      for (Whose whose = OWN; whose < (has_object ? N_OBJECTS : 1); whose++)
        {
          if ((get_refusal (route, who, whose) == 0) == allowed)
            check (fixture, route, who, whose);
        }
    }
}

static void
test_every_route (Fixture *fixture, gconstpointer data)
{
  for (InterviewRoute route = 0; route < INTERVIEW_N_ROUTES; route++)
    {
      g_assert_true (interview_access_has_row (route));
      if (interview_access_is_public (route))
        continue;
      check_all (fixture, route, FALSE);
      if (!ends_what_others_need (route))
        check_all (fixture, route, TRUE);
    }
}

/* A route is served by somebody, or the router itself. */
static void
test_every_handler (void)
{
  for (InterviewRoute route = 0; route < INTERVIEW_N_ROUTES; route++)
    {
      gboolean by_router = route == INTERVIEW_ROUTE_HEALTH || route == INTERVIEW_ROUTE_EVENTS;
      gboolean changes = !g_str_equal (interview_route_get_method (route), "GET") &&
                         !interview_handler_takes_bytes (interview_handler_get (route));

      g_assert_true ((interview_handler_get (route)->handle == NULL) == by_router);
      g_assert_nonnull (interview_handler_get (route)->query);
      g_assert_true (interview_handler_get (route)->keyed ==
                     (changes && !interview_access_is_public (route)));
    }
}

static void
test_tokens (Fixture *fixture, gconstpointer data)
{
  const char *const tokens[] = { "", "x", "not a token", "00000000000000000000000000" };
  StandIn *program = fixture->programs[NOBODY];

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      g_autofree char *code = NULL;

      stand_in_set_token (program, tokens[i]);
      g_assert_cmpuint (stand_in_call (program, INTERVIEW_ROUTE_SESSION, NULL, NULL, NULL), ==,
                        401);
      code = stand_in_get_code (program);
      g_assert_cmpstr (code, ==, "unauthenticated");
      g_assert_cmpstr (stand_in_get_header (program, "WWW-Authenticate"), ==, "Bearer");
      g_assert_cmpuint (stand_in_open (program), ==, 401);
    }
}

static void
test_password (Fixture *fixture, gconstpointer data)
{
  const char *email = "marcus.oyelaran@heronreed.example";
  g_autoptr (StandIn) first = stand_in_new_signed_in (fixture->server, email, "quiet-harbour-17");
  g_autoptr (StandIn) second = stand_in_new_signed_in (fixture->server, email, "quiet-harbour-17");
  g_autoptr (StandIn) third = NULL;

  g_assert_cmpuint (stand_in_call (first, INTERVIEW_ROUTE_PASSWORD, NULL, NULL,
                                   "{\"current\":\"quiet-harbour-17\","
                                   "\"replacement\":\"a lasting peace 5\"}"),
                    ==, 204);
  g_assert_cmpuint (stand_in_call (first, INTERVIEW_ROUTE_SESSION, NULL, NULL, NULL), ==, 200);
  g_assert_cmpuint (stand_in_call (second, INTERVIEW_ROUTE_SESSION, NULL, NULL, NULL), ==, 401);
  third = stand_in_new_signed_in (fixture->server, email, "a lasting peace 5");
  g_assert_cmpuint (stand_in_call (third, INTERVIEW_ROUTE_SIGN_OUT, NULL, NULL, NULL), ==, 204);
  g_assert_cmpuint (stand_in_call (third, INTERVIEW_ROUTE_SESSION, NULL, NULL, NULL), ==, 401);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/access/every-handler", test_every_handler);
  g_test_add ("/server/access/every-route", Fixture, NULL, set_up, test_every_route, tear_down);
  g_test_add ("/server/access/tokens", Fixture, NULL, set_up, test_tokens, tear_down);
  g_test_add ("/server/access/password", Fixture, NULL, set_up, test_password, tear_down);
  return g_test_run ();
}
