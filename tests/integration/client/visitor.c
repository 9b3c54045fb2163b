/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "visitor.h"

#include "client/question-api.h"
#include "client/room-api.h"
#include "client/session-api.h"
#include "client/staff-api.h"
#include "support/await.h"

static void
on_session_ended (InterviewEventChannel *events, const GError *error, gpointer user_data)
{
  ((Visitor *) user_data)->ended = g_error_copy (error);
}

static void
on_presence (InterviewSignalling *signalling, InterviewPresence *presence, gpointer user_data)
{
  g_queue_push_tail (&((Visitor *) user_data)->presences, g_object_ref (presence));
}

static void
on_received (InterviewSignalling *signalling, InterviewSignal *signal, gpointer user_data)
{
  g_queue_push_tail (&((Visitor *) user_data)->signals, g_object_ref (signal));
}

static void
on_refused (InterviewCallChannel *call, const GError *error, gpointer user_data)
{
  ((Visitor *) user_data)->refused = g_error_copy (error);
}

/**
 * visitor_new:
 * @endpoint: (transfer none): where the server is
 *
 * Returns: (transfer full): a visitor who is not signed in
 */
Visitor *
visitor_new (InterviewEndpoint *endpoint)
{
  static const char *const languages[] = { "en", NULL };
  Visitor *self = g_new0 (Visitor, 1);

  g_queue_init (&self->presences);
  g_queue_init (&self->signals);
  self->connection = interview_connection_new (endpoint, NULL, languages, FALSE);
  self->events = interview_event_channel_new (self->connection);
  g_signal_connect (self->events, "session-ended", G_CALLBACK (on_session_ended), self);
  return self;
}

/**
 * visitor_free:
 * @self: (transfer full): a visitor
 *
 * Drops the socket without leaving the room, as a program that crashes.
 */
void
visitor_free (Visitor *self)
{
  if (self->call != NULL)
    test_clear_last (&self->call);
  test_clear_last (&self->events);
  test_clear_last (&self->connection);
  g_queue_clear_full (&self->presences, g_object_unref);
  g_queue_clear_full (&self->signals, g_object_unref);
  g_clear_error (&self->ended);
  g_clear_error (&self->refused);
  g_free (self);
}

/**
 * visitor_sign_in:
 * @email: of somebody of the staff
 * @password: the password
 * @error: return location
 *
 * Returns: (transfer full): the session, or %NULL
 */
InterviewSession *
visitor_sign_in (Visitor *self, const char *email, const char *password, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  interview_session_api_sign_in_async (self->connection, email, password, NULL, test_keep_result,
                                       &self->result);
  result = test_await_result (&self->result);
  return interview_session_api_sign_in_finish (self->connection, result, error);
}

/**
 * visitor_redeem:
 * @code: a code
 * @error: return location
 *
 * Returns: (transfer full): the session, or %NULL
 */
InterviewSession *
visitor_redeem (Visitor *self, const char *code, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  interview_session_api_redeem_async (self->connection, code, NULL, test_keep_result,
                                      &self->result);
  result = test_await_result (&self->result);
  return interview_session_api_redeem_finish (self->connection, result, error);
}

/**
 * visitor_expect_redeemed:
 * @code: a code that is good
 */
void
visitor_expect_redeemed (Visitor *self, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewSession) session = visitor_redeem (self, code, &error);

  g_assert_no_error (error);
  g_assert_nonnull (session);
}

/**
 * visitor_get_session:
 * @error: return location
 *
 * Returns: (transfer full): the session, or %NULL
 */
InterviewSession *
visitor_get_session (Visitor *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  interview_session_api_get_async (self->connection, NULL, test_keep_result, &self->result);
  result = test_await_result (&self->result);
  return interview_session_api_get_finish (self->connection, result, error);
}

/**
 * visitor_list_rooms:
 *
 * Returns: (transfer full) (element-type InterviewRoom): the first page
 */
GPtrArray *
visitor_list_rooms (Visitor *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewPage) page = NULL;

  interview_room_api_list_async (self->connection, 0, 0, NULL, NULL, test_keep_result,
                                 &self->result);
  result = test_await_result (&self->result);
  page = interview_room_api_list_finish (self->connection, result, &error);
  g_assert_no_error (error);
  return g_ptr_array_ref (interview_page_get_items (page));
}

/**
 * visitor_get_room:
 * @room_id: a room
 *
 * Returns: (transfer full): the room
 */
InterviewRoom *
visitor_get_room (Visitor *self, const char *room_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  InterviewRoom *room;

  interview_room_api_get_async (self->connection, room_id, NULL, test_keep_result, &self->result);
  result = test_await_result (&self->result);
  room = interview_room_api_get_finish (self->connection, result, &error);
  g_assert_no_error (error);
  return room;
}

static gpointer
get_first (InterviewPage *page)
{
  GPtrArray *items = interview_page_get_items (page);

  g_assert_cmpuint (items->len, >, 0);
  return g_ptr_array_index (items, 0);
}

/**
 * visitor_new_room_request:
 * @starts_in_minutes: when the room starts
 *
 * Returns: (transfer full): what asks for a room of the first candidate and position
 */
InterviewRoomRequest *
visitor_new_room_request (Visitor *self, int starts_in_minutes)
{
  g_autoptr (GAsyncResult) candidates_result = NULL;
  g_autoptr (GAsyncResult) positions_result = NULL;
  g_autoptr (InterviewPage) candidates = NULL;
  g_autoptr (InterviewPage) positions = NULL;
  g_autoptr (GError) error = NULL;

  interview_staff_api_list_candidates_async (self->connection, NULL, NULL, test_keep_result,
                                             &self->result);
  candidates_result = test_await_result (&self->result);
  candidates =
      interview_staff_api_list_candidates_finish (self->connection, candidates_result, &error);
  g_assert_no_error (error);
  interview_staff_api_list_positions_async (self->connection, NULL, NULL, test_keep_result,
                                            &self->result);
  positions_result = test_await_result (&self->result);
  positions =
      interview_staff_api_list_positions_finish (self->connection, positions_result, &error);
  g_assert_no_error (error);
  return g_object_new (INTERVIEW_TYPE_ROOM_REQUEST, "candidate_id",
                       interview_person_get_id (get_first (candidates)), "position_id",
                       interview_position_get_id (get_first (positions)), "starts_at",
                       g_get_real_time () + starts_in_minutes * G_TIME_SPAN_MINUTE,
                       "duration_minutes", (gint64) 45, "interactive", TRUE, NULL);
}

/**
 * visitor_send_room_request:
 * @request: what to ask
 * @key: (nullable): Idempotency-Key
 *
 * Returns: (transfer full): the room
 */
InterviewCreatedRoom *
visitor_send_room_request (Visitor *self, InterviewRoomRequest *request, const char *key)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  InterviewCreatedRoom *created;

  interview_room_api_create_async (self->connection, request, key, NULL, test_keep_result,
                                   &self->result);
  result = test_await_result (&self->result);
  created = interview_room_api_create_finish (self->connection, result, &error);
  g_assert_no_error (error);
  return created;
}

/**
 * visitor_create_room:
 * @starts_in_minutes: from now
 *
 * Returns: (transfer full): a new room for the first candidate and the first position
 */
InterviewCreatedRoom *
visitor_create_room (Visitor *self, int starts_in_minutes)
{
  g_autoptr (InterviewRoomRequest) request = visitor_new_room_request (self, starts_in_minutes);

  return visitor_send_room_request (self, request, NULL);
}

/**
 * visitor_schedule:
 * @room_id: a room
 * @request: its time and its panel from now on
 */
void
visitor_schedule (Visitor *self, const char *room_id, InterviewScheduleRequest *request)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (InterviewRoom) room = NULL;
  g_autoptr (GError) error = NULL;

  interview_room_api_schedule_async (self->connection, room_id, request, NULL, test_keep_result,
                                     &self->result);
  result = test_await_result (&self->result);
  room = interview_room_api_schedule_finish (self->connection, result, &error);
  g_assert_no_error (error);
}

/**
 * visitor_admit:
 * @room_id: a room of which the visitor is a recruiter
 *
 * Lets its candidate out of the lobby.
 */
void
visitor_admit (Visitor *self, const char *room_id)
{
  g_autoptr (InterviewEntranceRequest) request =
      g_object_new (INTERVIEW_TYPE_ENTRANCE_REQUEST, "seen", INTERVIEW_ROOM_ENTRANCE_LOBBY,
                    "entrance", INTERVIEW_ROOM_ENTRANCE_ADMITTED, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (InterviewRoom) room = NULL;
  g_autoptr (GError) error = NULL;

  interview_room_api_set_entrance_async (self->connection, room_id, request, NULL, test_keep_result,
                                         &self->result);
  result = test_await_result (&self->result);
  room = interview_room_api_set_entrance_finish (self->connection, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (interview_room_get_entrance (room), ==, INTERVIEW_ROOM_ENTRANCE_ADMITTED);
}

/**
 * visitor_renew_invitation:
 * @room_id: a room
 *
 * Returns: (transfer full): the new invitation
 */
InterviewInvitation *
visitor_renew_invitation (Visitor *self, const char *room_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  InterviewInvitation *invitation;

  interview_room_api_renew_invitation_async (self->connection, room_id, NULL, test_keep_result,
                                             &self->result);
  result = test_await_result (&self->result);
  invitation = interview_room_api_renew_invitation_finish (self->connection, result, &error);
  g_assert_no_error (error);
  return invitation;
}

/**
 * visitor_revoke_invitation:
 * @room_id: a room
 */
void
visitor_revoke_invitation (Visitor *self, const char *room_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  interview_room_api_revoke_invitation_async (self->connection, room_id, NULL, test_keep_result,
                                              &self->result);
  result = test_await_result (&self->result);
  interview_room_api_revoke_invitation_finish (self->connection, result, &error);
  g_assert_no_error (error);
}

/**
 * visitor_list_questions:
 * @room_id: a room
 *
 * Returns: (transfer full) (element-type InterviewQuestion): what is recommended, best first
 */
GPtrArray *
visitor_list_questions (Visitor *self, const char *room_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewPage) page = NULL;

  interview_question_api_list_async (self->connection, room_id, NULL, test_keep_result,
                                     &self->result);
  result = test_await_result (&self->result);
  page = interview_question_api_list_finish (self->connection, result, &error);
  g_assert_no_error (error);
  return g_ptr_array_ref (interview_page_get_items (page));
}

/**
 * visitor_tick:
 * @room_id: a room
 * @question_id: a question that was asked there
 */
void
visitor_tick (Visitor *self, const char *room_id, const char *question_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewQuestion) question = NULL;

  interview_question_api_set_asked_async (self->connection, room_id, question_id, TRUE, NULL,
                                          test_keep_result, &self->result);
  result = test_await_result (&self->result);
  question = interview_question_api_set_asked_finish (self->connection, result, &error);
  g_assert_no_error (error);
  g_assert_true (interview_question_get_asked (question));
}

static gboolean
is_online (gpointer events)
{
  return interview_event_channel_get_state (events) == INTERVIEW_CHANNEL_STATE_ONLINE;
}

/**
 * visitor_go_online:
 *
 * Starts the event channel and waits until it is up; also after a break.
 */
void
visitor_go_online (Visitor *self)
{
  interview_event_channel_start (self->events);
  test_await (is_online, self->events);
}

/**
 * visitor_join:
 * @room_id: a room
 *
 * Begins to join; see visitor_await_joined().
 */
void
visitor_join (Visitor *self, const char *room_id)
{
  interview_event_channel_start (self->events);
  if (self->call == NULL)
    {
      self->call = interview_call_channel_new (self->events, room_id);
      g_signal_connect (self->call, "presence", G_CALLBACK (on_presence), self);
      g_signal_connect (self->call, "received", G_CALLBACK (on_received), self);
      g_signal_connect (self->call, "refused", G_CALLBACK (on_refused), self);
    }
  interview_call_channel_join (self->call);
}

static gboolean
is_joined (gpointer call)
{
  return interview_call_channel_get_joined (call);
}

static gboolean
is_not_joined (gpointer call)
{
  return !interview_call_channel_get_joined (call);
}

/**
 * visitor_await_joined:
 * @joined: what to wait for
 */
void
visitor_await_joined (Visitor *self, gboolean joined)
{
  test_await (joined ? is_joined : is_not_joined, self->call);
}

static gboolean
has_any (gpointer queue)
{
  return !g_queue_is_empty (queue);
}

/**
 * visitor_expect_presence:
 * @cause: what to wait for; other changes before it are forgotten
 *
 * Returns: (transfer full): who is in the room
 */
InterviewPresence *
visitor_expect_presence (Visitor *self, InterviewPresenceCause cause)
{
  while (TRUE)
    {
      g_autoptr (InterviewPresence) presence = NULL;

      test_await (has_any, &self->presences);
      presence = g_queue_pop_head (&self->presences);
      if (interview_presence_get_cause (presence) == cause)
        return g_steal_pointer (&presence);
    }
}

/**
 * visitor_send:
 * @peer: instance of another one in the room
 * @epoch: to tell the signals apart
 */
void
visitor_send (Visitor *self, const char *peer, gint64 epoch)
{
  g_autoptr (InterviewSignal) signal =
      g_object_new (INTERVIEW_TYPE_SIGNAL, "room_id",
                    interview_signalling_get_room_id (INTERVIEW_SIGNALLING (self->call)), "peer",
                    peer, "epoch", epoch, "kind", INTERVIEW_SIGNAL_KIND_OFFER, "sdp", "v=0", NULL);

  interview_signalling_send (INTERVIEW_SIGNALLING (self->call), signal);
}

/**
 * visitor_expect_signal:
 *
 * Returns: (transfer full): the next signal
 */
InterviewSignal *
visitor_expect_signal (Visitor *self)
{
  test_await (has_any, &self->signals);
  return g_queue_pop_head (&self->signals);
}

static gboolean
is_set (gpointer error)
{
  return *(GError **) error != NULL;
}

/**
 * visitor_expect_ended:
 * @code: why the session ends
 */
void
visitor_expect_ended (Visitor *self, InterviewErrorCode code)
{
  test_await (is_set, &self->ended);
  g_assert_error (self->ended, INTERVIEW_ERROR, (int) code);
}

/**
 * visitor_expect_refused:
 * @code: why the room is closed to the visitor
 */
void
visitor_expect_refused (Visitor *self, InterviewErrorCode code)
{
  test_await (is_set, &self->refused);
  g_assert_error (self->refused, INTERVIEW_ERROR, (int) code);
}

/**
 * visitor_get_instance:
 *
 * Returns: (transfer none): this run of the program
 */
const char *
visitor_get_instance (Visitor *self)
{
  return interview_event_channel_get_instance (self->events);
}
