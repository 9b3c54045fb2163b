/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/model/recording.h"
#include "core/model/room.h"
#include "core/protocol/consent-request.h"
#include "core/protocol/event.h"
#include "core/protocol/recording-request.h"
#include "core/protocol/room-reference.h"
#include "core/protocol/schedule-request.h"
#include "support/await.h"
#include "support/stand-in.h"

/* Recording with consent at a real server: who comes and goes is what the sockets say. */

#define N_STEPS 60

enum
{
  RECRUITER,
  COLLEAGUE,
  CANDIDATE,
  N_PEOPLE,
};

typedef struct
{
  ServerFixture *server;
  StandIn *people[N_PEOPLE];
  StandIn *admin;
  const char *room_id;
} Fixture;

/* Both recruiters are on the panel. */
static void
set_panel (Fixture *fixture)
{
  g_autoptr (InterviewRoom) room =
      stand_in_load (fixture->admin, INTERVIEW_ROUTE_ROOM, fixture->room_id, INTERVIEW_TYPE_ROOM);
  const char *ids[] = { stand_in_get_person_id (fixture->people[RECRUITER]),
                        stand_in_get_person_id (fixture->people[COLLEAGUE]), NULL };
  g_autoptr (InterviewScheduleRequest) request =
      g_object_new (INTERVIEW_TYPE_SCHEDULE_REQUEST, "revision", interview_room_get_revision (room),
                    "recruiter-ids", ids, "starts-at", interview_room_get_starts_at (room),
                    "duration-minutes", interview_room_get_duration_minutes (room), NULL);
  g_autofree char *body = interview_record_to_text (INTERVIEW_RECORD (request));

  g_assert_cmpuint (stand_in_call (fixture->admin, INTERVIEW_ROUTE_ROOM_SCHEDULE, fixture->room_id,
                                   NULL, body),
                    ==, 200);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  InterviewSample *sample;

  fixture->server = server_fixture_new ();
  server_fixture_start (fixture->server);
  sample = server_fixture_get_sample (fixture->server);
  fixture->people[RECRUITER] =
      stand_in_new_redeemed (fixture->server, interview_sample_get_recruiter_code (sample));
  fixture->people[COLLEAGUE] =
      stand_in_new_signed_in (fixture->server, "marcus.oyelaran@heronreed.example",
                              "quiet-harbour-17");
  fixture->people[CANDIDATE] =
      stand_in_new_redeemed (fixture->server, interview_sample_get_candidate_code (sample));
  fixture->admin =
      stand_in_new_redeemed (fixture->server, interview_sample_get_admin_code (sample));
  fixture->room_id = stand_in_get_room_id (fixture->people[CANDIDATE]);
  set_panel (fixture);
  stand_in_admit (fixture->people[RECRUITER], fixture->room_id);
  for (guint i = 0; i < N_PEOPLE; i++)
    stand_in_connect (fixture->people[i], 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    stand_in_free (fixture->people[i]);
  stand_in_free (fixture->admin);
  server_fixture_free (fixture->server);
}

static InterviewRecording *
load (Fixture *fixture)
{
  return stand_in_load (fixture->admin, INTERVIEW_ROUTE_RECORDING, fixture->room_id,
                        INTERVIEW_TYPE_RECORDING);
}

/* What was said of others meanwhile is passed over. */
static void
join (Fixture *fixture, guint who)
{
  g_autoptr (InterviewRoomReference) reference =
      g_object_new (INTERVIEW_TYPE_ROOM_REFERENCE, "room-id", fixture->room_id, NULL);
  gboolean in = FALSE;

  stand_in_say (fixture->people[who], INTERVIEW_MESSAGE_JOIN, reference);
  while (!in)
    {
      g_autoptr (InterviewPresence) presence =
          stand_in_expect (fixture->people[who], INTERVIEW_MESSAGE_PRESENCE);

      in = interview_presence_get_cause (presence) == INTERVIEW_PRESENCE_CAUSE_CURRENT;
    }
}

static guint
ask (Fixture *fixture, guint who)
{
  return stand_in_call (fixture->people[who], INTERVIEW_ROUTE_RECORDING_ASK, fixture->room_id, NULL,
                        "{\"scope\":\"hiring\",\"text_version\":1,\"language\":\"en\"}");
}

/* The server learns of it a moment after the socket does. */
static void
ask_when_in (Fixture *fixture, guint who)
{
  guint status;

  do
    status = ask (fixture, who);
  while (status == 403);
  g_assert_cmpuint (status, ==, 201);
}

static guint
decide (Fixture *fixture, guint who, const char *decision)
{
  g_autoptr (InterviewRecording) recording = load (fixture);
  g_autofree char *body =
      g_strdup_printf ("{\"decision\":\"%s\",\"text_version\":1,\"language\":\"zh-CN\"}", decision);

  return stand_in_call (fixture->people[who], INTERVIEW_ROUTE_RECORDING_DECIDE, fixture->room_id,
                        interview_recording_get_id (recording), body);
}

/* Waits for events and looks each time, as a program does. */
static void
await_state (Fixture *fixture, guint who, InterviewRecordingState state)
{
  while (TRUE)
    {
      g_autoptr (InterviewEvent) event = NULL;
      g_autoptr (InterviewRecording) recording = NULL;

      event = stand_in_expect (fixture->people[who], INTERVIEW_MESSAGE_EVENT);
      if (interview_event_get_kind (event) != INTERVIEW_EVENT_KIND_RECORDING_CHANGED)
        continue;
      recording = load (fixture);
      if (interview_recording_get_state (recording) == state)
        return;
    }
}

static void
test_handshake (Fixture *fixture, gconstpointer data)
{
  join (fixture, RECRUITER);
  join (fixture, CANDIDATE);
  ask_when_in (fixture, RECRUITER);
  await_state (fixture, CANDIDATE, INTERVIEW_RECORDING_STATE_ASKING);
  g_assert_cmpuint (ask (fixture, CANDIDATE), ==, 409);
  g_assert_cmpuint (decide (fixture, CANDIDATE, "given"), ==, 200);
  await_state (fixture, RECRUITER, INTERVIEW_RECORDING_STATE_RUNNING);

  /* Somebody new: it stands still on everybody's screen until they agree. */
  join (fixture, COLLEAGUE);
  await_state (fixture, RECRUITER, INTERVIEW_RECORDING_STATE_ASKING);
  await_state (fixture, COLLEAGUE, INTERVIEW_RECORDING_STATE_ASKING);
  g_assert_cmpuint (decide (fixture, COLLEAGUE, "given"), ==, 200);
  await_state (fixture, CANDIDATE, INTERVIEW_RECORDING_STATE_RUNNING);

  /* Reconnecting changes nothing. */
  stand_in_drop (fixture->people[CANDIDATE]);
  stand_in_connect (fixture->people[CANDIDATE], 0);
  join (fixture, CANDIDATE);
  g_assert_cmpuint (decide (fixture, CANDIDATE, "withdrawn"), ==, 200);
  await_state (fixture, RECRUITER, INTERVIEW_RECORDING_STATE_WITHDRAWN);
  g_assert_cmpuint (decide (fixture, CANDIDATE, "given"), ==, 409);

  /* The other side may ask, too; a refusal ends it, and the call goes on. */
  ask_when_in (fixture, CANDIDATE);
  await_state (fixture, COLLEAGUE, INTERVIEW_RECORDING_STATE_ASKING);
  g_assert_cmpuint (decide (fixture, RECRUITER, "given"), ==, 200);
  g_assert_cmpuint (decide (fixture, COLLEAGUE, "refused"), ==, 200);
  await_state (fixture, CANDIDATE, INTERVIEW_RECORDING_STATE_REFUSED);
}

static gboolean
has_agreed (InterviewRecording *recording, const char *person_id)
{
  GPtrArray *consents = interview_recording_get_consents (recording);

  for (guint i = 0; i < consents->len; i++)
    {
      InterviewConsent *consent = g_ptr_array_index (consents, i);

      if (g_strcmp0 (interview_participant_get_person_id (interview_consent_get_person (consent)),
                     person_id) == 0)
        return interview_consent_get_decision (consent) == INTERVIEW_CONSENT_DECISION_GIVEN;
    }
  return FALSE;
}

static void
restart (Fixture *fixture, gboolean *there)
{
  server_fixture_stop (fixture->server);
  server_fixture_start (fixture->server);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      stand_in_drop (fixture->people[i]);
      stand_in_connect (fixture->people[i], 0);
      if (there[i])
        join (fixture, i);
    }
}

static void
step (Fixture *fixture, gboolean *there)
{
  guint who = g_test_rand_int_range (0, N_PEOPLE);

  switch (g_test_rand_int_range (0, 20))
    {
    case 0:
      restart (fixture, there);
      break;
    case 1:
      stand_in_drop (fixture->people[who]);
      stand_in_connect (fixture->people[who], 0);
      if (there[who])
        join (fixture, who);
      break;
    case 2:
    case 3:
      if (there[who])
        stand_in_leave (fixture->people[who], fixture->room_id);
      else
        join (fixture, who);
      there[who] = !there[who];
      break;
    case 4:
      decide (fixture, who, "withdrawn");
      break;
    case 5:
      decide (fixture, who, "refused");
      break;
    default:
      if (ask (fixture, who) != 201)
        decide (fixture, who, "given");
      break;
    }
}

/* Whatever happens in whatever order: it never stays running while somebody is there who has not
 * agreed. */
static void
test_interleavings (Fixture *fixture, gconstpointer data)
{
  gboolean there[N_PEOPLE] = { TRUE, FALSE, TRUE };
  guint ran = 0;

  join (fixture, RECRUITER);
  join (fixture, CANDIDATE);
  ask_when_in (fixture, RECRUITER);
  for (guint i = 0; i < N_STEPS; i++)
    {
      gboolean violated;

      step (fixture, there);
      do
        {
          g_autoptr (InterviewRecording) recording = load (fixture);

          violated = FALSE;
          if (interview_recording_get_state (recording) != INTERVIEW_RECORDING_STATE_RUNNING)
            break;
          ran++;
          for (guint who = 0; who < N_PEOPLE; who++)
            violated |= there[who] &&
                        !has_agreed (recording, stand_in_get_person_id (fixture->people[who]));
        }
      while (violated);
    }
  g_test_message ("it was seen running %u times", ran);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/server/recording/handshake", Fixture, NULL, set_up, test_handshake, tear_down);
  g_test_add ("/server/recording/interleavings", Fixture, NULL, set_up, test_interleavings,
              tear_down);

  return g_test_run ();
}
