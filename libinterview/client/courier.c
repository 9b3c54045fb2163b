/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/courier.h"

#include "client/request.h"
#include "core/error.h"
#include "core/model/question.h"
#include "core/model/rating.h"
#include "core/protocol/chat-request.h"
#include "core/protocol/question-request.h"

/*
 * InterviewCourier takes what lies in the spool to the server that it was meant for: a rating
 * whoever is signed in now, for it carries its own delivery token, a message or a question by the
 * sign-in of who wrote it. The spool owns it; on the default main context.
 */
struct _InterviewCourier
{
  GObject parent_instance;

  gboolean insecure;
  GHashTable *connections;
  InterviewConnection *session; /* (nullable) */
  char *session_endpoint;
  char *person_id;
};

G_DEFINE_FINAL_TYPE (InterviewCourier, interview_courier, G_TYPE_OBJECT)

typedef struct
{
  InterviewRequest *request;
  gboolean by_session;
  gboolean final;
} Delivery;

static void
delivery_free (gpointer data)
{
  Delivery *delivery = data;

  g_clear_object (&delivery->request);
  g_free (delivery);
}

static void
interview_courier_finalize (GObject *object)
{
  InterviewCourier *self = INTERVIEW_COURIER (object);

  g_hash_table_unref (self->connections);
  g_clear_object (&self->session);
  g_free (self->session_endpoint);
  g_free (self->person_id);

  G_OBJECT_CLASS (interview_courier_parent_class)->finalize (object);
}

static void
interview_courier_class_init (InterviewCourierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_courier_finalize;
}

static void
interview_courier_init (InterviewCourier *self)
{
  self->connections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/**
 * interview_courier_new:
 * @insecure: allow plain HTTP to another machine
 *
 * Returns: (transfer full): a new courier
 */
InterviewCourier *
interview_courier_new (gboolean insecure)
{
  InterviewCourier *self = g_object_new (INTERVIEW_TYPE_COURIER, NULL);

  self->insecure = insecure;
  return self;
}

static InterviewConnection *
get_connection (InterviewCourier *self, const char *text, GError **error)
{
  InterviewConnection *connection = g_hash_table_lookup (self->connections, text);
  g_autoptr (InterviewEndpoint) endpoint = NULL;

  if (connection != NULL)
    return connection;
  endpoint = interview_endpoint_parse (text, error);
  if (endpoint == NULL)
    return NULL;
  connection = interview_connection_new (endpoint, NULL, NULL, self->insecure);
  g_hash_table_insert (self->connections, g_strdup (text), connection);
  return connection;
}

/**
 * interview_courier_set_session:
 * @session: (nullable): a signed-in connection
 * @person_id: (nullable): who is signed in
 */
void
interview_courier_set_session (InterviewCourier *self,
                               InterviewConnection *session,
                               const char *person_id)
{
  g_return_if_fail (INTERVIEW_IS_COURIER (self));
  g_return_if_fail ((session == NULL) == (person_id == NULL));

  g_set_object (&self->session, session);
  g_clear_pointer (&self->session_endpoint, g_free);
  if (session != NULL)
    self->session_endpoint =
        interview_endpoint_to_text (interview_connection_get_endpoint (session));
  g_free (self->person_id);
  self->person_id = g_strdup (person_id);
}

/* Whose sign-in an entry needs; %NULL for none. */
static const char *
get_author (const InterviewSpoolRow *row)
{
  if (row->entry == NULL)
    return NULL;
  switch (row->kind)
    {
    case INTERVIEW_SPOOL_KIND_MESSAGE:
      return interview_participant_get_person_id (
          interview_chat_message_get_sender (INTERVIEW_CHAT_MESSAGE (row->entry)));
    case INTERVIEW_SPOOL_KIND_QUESTION:
      return interview_own_question_get_person_id (INTERVIEW_OWN_QUESTION (row->entry));
    case INTERVIEW_SPOOL_KIND_RATING:
    default:
      return NULL;
    }
}

/**
 * interview_courier_can_deliver:
 * @row: an entry
 *
 * Returns: whether it makes sense to try it now; some have to wait for their author's sign-in
 */
gboolean
interview_courier_can_deliver (InterviewCourier *self, const InterviewSpoolRow *row)
{
  const char *author = get_author (row);

  g_return_val_if_fail (INTERVIEW_IS_COURIER (self), FALSE);

  return author == NULL ||
         (self->session != NULL && g_strcmp0 (self->session_endpoint, row->endpoint) == 0 &&
          g_strcmp0 (author, self->person_id) == 0);
}

/* Whether the same entry would be refused again however often it is delivered. Only the server
 * itself can say that; a proxy before it that answers in its place cannot. */
static gboolean
is_final (InterviewRequest *request, gboolean by_session, const GError *error)
{
  if (interview_request_get_problem (request) == NULL || error->domain != INTERVIEW_ERROR)
    return FALSE;
  switch ((InterviewErrorCode) error->code)
    {
    case INTERVIEW_ERROR_INVALID:
    case INTERVIEW_ERROR_TOO_LARGE:
    case INTERVIEW_ERROR_FORBIDDEN:
    case INTERVIEW_ERROR_NOT_FOUND:
    case INTERVIEW_ERROR_CONFLICT:
    case INTERVIEW_ERROR_ALREADY_RATED:
    case INTERVIEW_ERROR_NOT_IN_ROOM:
    case INTERVIEW_ERROR_ROOM_CLOSED:
      return TRUE;
    case INTERVIEW_ERROR_UNAUTHENTICATED:
      return !by_session;
    default:
      return FALSE;
    }
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Delivery *delivery = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (InterviewRecord) stored =
      interview_request_send_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (stored != NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  delivery->final = is_final (delivery->request, delivery->by_session, error);
  g_task_return_error (task, error);
}

static InterviewRequest *
make_rating (InterviewCourier *self, const InterviewSpoolRow *row, GError **error)
{
  InterviewConnection *connection = get_connection (self, row->endpoint, error);
  InterviewRequest *request;

  if (connection == NULL)
    return NULL;
  request = interview_request_new (connection, INTERVIEW_ROUTE_RATING, row->id, NULL);
  interview_request_set_body (request, row->entry);
  interview_request_expect_record (request, INTERVIEW_TYPE_RATING);
  return request;
}

static InterviewRequest *
make_message (InterviewCourier *self, InterviewChatMessage *message)
{
  static const InterviewRoute routes[INTERVIEW_N_CHAT_SCOPES] = {
    [INTERVIEW_CHAT_SCOPE_ROOM] = INTERVIEW_ROUTE_CHAT_SEND,
    [INTERVIEW_CHAT_SCOPE_PANEL] = INTERVIEW_ROUTE_PANEL_CHAT_SEND,
    [INTERVIEW_CHAT_SCOPE_HELP] = INTERVIEW_ROUTE_HELP_CHAT_SEND,
  };
  g_autoptr (InterviewChatRequest) body = NULL;
  InterviewRequest *request;

  body = g_object_new (INTERVIEW_TYPE_CHAT_REQUEST, "text",
                       interview_chat_message_get_text (message), NULL);
  request =
      interview_request_new (self->session, routes[interview_chat_message_get_scope (message)],
                             interview_chat_message_get_room_id (message),
                             interview_chat_message_get_id (message));
  interview_request_set_body (request, INTERVIEW_RECORD (body));
  interview_request_expect_record (request, INTERVIEW_TYPE_CHAT_MESSAGE);
  return request;
}

static InterviewRequest *
make_question (InterviewCourier *self, InterviewOwnQuestion *question)
{
  g_autoptr (InterviewQuestionRequest) body = NULL;
  InterviewRequest *request;

  body = g_object_new (INTERVIEW_TYPE_QUESTION_REQUEST, "text",
                       interview_own_question_get_text (question), NULL);
  request = interview_request_new (self->session, INTERVIEW_ROUTE_QUESTION_TYPE,
                                   interview_own_question_get_room_id (question),
                                   interview_own_question_get_id (question));
  interview_request_set_body (request, INTERVIEW_RECORD (body));
  interview_request_expect_record (request, INTERVIEW_TYPE_QUESTION);
  return request;
}

static InterviewRequest *
make_request (InterviewCourier *self, const InterviewSpoolRow *row, GError **error)
{
  if (row->entry == NULL)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "what is kept cannot be read");
      return NULL;
    }
  switch (row->kind)
    {
    case INTERVIEW_SPOOL_KIND_MESSAGE:
      return make_message (self, INTERVIEW_CHAT_MESSAGE (row->entry));
    case INTERVIEW_SPOOL_KIND_QUESTION:
      return make_question (self, INTERVIEW_OWN_QUESTION (row->entry));
    case INTERVIEW_SPOOL_KIND_RATING:
    default:
      return make_rating (self, row, error);
    }
}

/**
 * interview_courier_deliver_async:
 * @row: an entry that can be delivered
 * @cancellable: (nullable): to give up; it may have been delivered all the same
 * @callback: called on the default main context
 * @user_data: for @callback
 */
void
interview_courier_deliver_async (InterviewCourier *self,
                                 const InterviewSpoolRow *row,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Delivery *delivery = g_new0 (Delivery, 1);
  GError *error = NULL;

  g_return_if_fail (INTERVIEW_IS_COURIER (self));
  g_return_if_fail (interview_courier_can_deliver (self, row));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_courier_deliver_async);
  g_task_set_task_data (task, delivery, delivery_free);
  delivery->by_session = get_author (row) != NULL;
  delivery->request = make_request (self, row, &error);
  if (delivery->request == NULL)
    {
      delivery->final = TRUE;
      g_task_return_error (task, error);
      return;
    }
  interview_request_send_async (delivery->request, cancellable, on_answered,
                                g_steal_pointer (&task));
}

/**
 * interview_courier_deliver_finish:
 * @result: what the callback got
 * @final: (out): after an error, whether trying again is of no use
 * @error: return location; with a message for people
 *
 * Returns: whether the server confirmed that it has the entry
 */
gboolean
interview_courier_deliver_finish (InterviewCourier *self,
                                  GAsyncResult *result,
                                  gboolean *final,
                                  GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  *final = ((Delivery *) g_task_get_task_data (G_TASK (result)))->final;
  return g_task_propagate_boolean (G_TASK (result), error);
}
