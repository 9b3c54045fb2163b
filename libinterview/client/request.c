/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/request.h"

#include <libsoup/soup.h>
#include <string.h>

#include "client/backoff.h"
#include "client/connection-private.h"
#include "client/exchange.h"
#include "client/failure.h"
#include "core/error.h"
#include "core/id.h"
#include "core/protocol/json-text.h"
#include "core/protocol/limits.h"
#include "core/source.h"

/* A server that starts again, or a keep-alive that just ended, is bridged without a word; what
 * lasts longer is for the person to see. */
#define MAX_ATTEMPTS 3
#define RETRY_FIRST 100
#define RETRY_WITHIN (5 * G_USEC_PER_SEC)

/*
 * InterviewRequest is one thing that the program wants of the server over REST: a route, its
 * arguments, a query, a record as body, and what kind of answer is expected. It is sent again by
 * itself a few times when the server was not reached, and may be sent again by its owner; its
 * Idempotency-Key stays the same, so that what is asked happens once.
 *
 * Lives on the main context of its connection.
 */
struct _InterviewRequest
{
  GObject parent_instance;

  InterviewConnection *connection;
  InterviewRoute route;
  char *path;
  GString *query;
  GBytes *body;
  gboolean is_part;
  gint64 offset;
  gint64 size;
  char *key;
  GType record_type;
  GType item_type;

  guint status;
  InterviewProblem *problem;
};

G_DEFINE_FINAL_TYPE (InterviewRequest, interview_request, G_TYPE_OBJECT)

typedef struct
{
  InterviewRequest *request;
  SoupMessage *message;
  char *token;
  guint attempt;
  gint64 begun;
  GSource *timer;
} Sending;

static void try_once (GTask *task);

static void
sending_free (gpointer data)
{
  Sending *sending = data;

  interview_source_clear (&sending->timer);
  g_clear_object (&sending->message);
  g_clear_object (&sending->request);
  g_free (sending->token);
  g_free (sending);
}

static void
interview_request_finalize (GObject *object)
{
  InterviewRequest *self = INTERVIEW_REQUEST (object);

  g_clear_object (&self->connection);
  g_free (self->path);
  g_string_free (self->query, TRUE);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->key);
  g_clear_object (&self->problem);

  G_OBJECT_CLASS (interview_request_parent_class)->finalize (object);
}

static void
interview_request_class_init (InterviewRequestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_request_finalize;
}

static void
interview_request_init (InterviewRequest *self)
{
  self->query = g_string_new (NULL);
  self->key = interview_id_new ();
}

/**
 * interview_request_new:
 * @connection: (transfer none): where it goes
 * @route: a route of the REST interface
 * @first: (nullable): first argument of the route
 * @second: (nullable): second argument of the route
 *
 * Returns: (transfer full): a new request that expects an answer without a body
 */
InterviewRequest *
interview_request_new (InterviewConnection *connection,
                       InterviewRoute route,
                       const char *first,
                       const char *second)
{
  InterviewRequest *self;

  g_return_val_if_fail (INTERVIEW_IS_CONNECTION (connection), NULL);

  self = g_object_new (INTERVIEW_TYPE_REQUEST, NULL);
  self->connection = g_object_ref (connection);
  self->route = route;
  self->path = interview_route_format (route, first, second);
  return self;
}

/**
 * interview_request_set_query:
 * @name: name of a parameter
 * @value: (nullable): its value; %NULL leaves it out
 */
void
interview_request_set_query (InterviewRequest *self, const char *name, const char *value)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (INTERVIEW_IS_REQUEST (self));
  g_return_if_fail (name != NULL);

  if (value == NULL)
    return;
  escaped = g_uri_escape_string (value, NULL, FALSE);
  g_string_append_printf (self->query, "%s%s=%s", self->query->len == 0 ? "?" : "&", name, escaped);
}

/**
 * interview_request_set_idempotency_key:
 * @key: (nullable): the key of an earlier request for the same; %NULL for one of its own
 */
void
interview_request_set_idempotency_key (InterviewRequest *self, const char *key)
{
  g_return_if_fail (INTERVIEW_IS_REQUEST (self));

  if (key == NULL)
    return;
  g_free (self->key);
  self->key = g_strdup (key);
}

/**
 * interview_request_set_body:
 * @body: (transfer none): what to send
 */
void
interview_request_set_body (InterviewRequest *self, InterviewRecord *body)
{
  char *text;

  g_return_if_fail (INTERVIEW_IS_REQUEST (self));

  text = interview_record_to_text (body);
  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = g_bytes_new_take (text, strlen (text));
}

/**
 * interview_request_set_part:
 * @part: (transfer none): a part of a file
 * @offset: where it belongs, in bytes
 * @size: how many bytes the file has
 */
void
interview_request_set_part (InterviewRequest *self, GBytes *part, gint64 offset, gint64 size)
{
  g_return_if_fail (INTERVIEW_IS_REQUEST (self));
  g_return_if_fail (g_bytes_get_size (part) > 0);

  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = g_bytes_ref (part);
  self->is_part = TRUE;
  self->offset = offset;
  self->size = size;
}

/**
 * interview_request_expect_record:
 * @type: a class of records
 *
 * Makes the answer one record of that class.
 */
void
interview_request_expect_record (InterviewRequest *self, GType type)
{
  g_return_if_fail (g_type_is_a (type, INTERVIEW_TYPE_RECORD));

  self->record_type = type;
}

/**
 * interview_request_expect_page:
 * @item_type: a class of records
 *
 * Makes the answer an #InterviewPage of records of that class.
 */
void
interview_request_expect_page (InterviewRequest *self, GType item_type)
{
  g_return_if_fail (g_type_is_a (item_type, INTERVIEW_TYPE_RECORD));

  self->item_type = item_type;
}

static gpointer
read_answer (InterviewRequest *self, GBytes *body, GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  gsize size;
  const char *text = g_bytes_get_data (body, &size);

  node = interview_json_parse (text != NULL ? text : "", (gssize) size, error);
  if (node == NULL)
    return NULL;
  if (self->item_type != 0)
    return interview_page_from_json (self->item_type, node, error);
  return interview_record_from_json (self->record_type, node, error);
}

static void
return_answer (GTask *task, InterviewRequest *self, GBytes *body)
{
  g_autoptr (GError) error = NULL;
  gpointer answer;

  if (self->record_type == 0 && self->item_type == 0)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  answer = read_answer (self, body, &error);
  if (answer == NULL)
    {
      g_debug ("%s: %s", self->path, error->message);
      g_task_return_error (task, interview_failure_not_understood ());
      return;
    }
  g_task_return_pointer (task, answer, g_object_unref);
}

static GError *
read_failure (InterviewRequest *self, SoupMessage *message, GBytes *body)
{
  g_autoptr (GError) error = NULL;
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *type = soup_message_headers_get_content_type (headers, NULL);
  gsize size;
  const char *text = g_bytes_get_data (body, &size);

  g_clear_object (&self->problem);
  if (g_strcmp0 (type, "application/problem+json") == 0)
    self->problem = interview_record_from_text (INTERVIEW_TYPE_PROBLEM, text != NULL ? text : "",
                                                (gssize) size, &error);
  if (self->problem == NULL)
    {
      g_debug ("%s: status %u without a problem document: %s", self->path, self->status,
               error != NULL ? error->message : type);
      return interview_failure_from_status (self->status);
    }
  g_debug ("%s: %s: %s", self->path, interview_problem_get_code (self->problem),
           interview_problem_get_detail (self->problem));
  return interview_failure_from_problem (self->problem);
}

static gboolean
is_signed_out (const GError *error)
{
  return g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_UNAUTHENTICATED) ||
         g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE);
}

static gboolean
on_retry (gpointer user_data)
{
  try_once (g_object_ref (G_TASK (user_data)));
  return G_SOURCE_REMOVE;
}

static void
retry_or_fail (GTask *task, gboolean retryable, GError *error)
{
  Sending *sending = g_task_get_task_data (task);
  guint delay;

  if (!retryable || sending->attempt >= MAX_ATTEMPTS ||
      g_get_monotonic_time () - sending->begun > RETRY_WITHIN)
    {
      g_task_return_error (task, error);
      return;
    }
  g_error_free (error);
  delay = interview_backoff_delay (sending->attempt, RETRY_FIRST, INTERVIEW_BACKOFF_LONGEST,
                                   g_random_double ());
  g_clear_pointer (&sending->timer, g_source_unref);
  sending->timer = g_timeout_source_new (delay);
  /* The source holds the task until it runs. */
  g_source_set_callback (sending->timer, on_retry, g_object_ref (task), g_object_unref);
  g_source_attach (sending->timer, g_task_get_context (task));
}

static void
on_exchanged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Sending *sending = g_task_get_task_data (task);
  InterviewRequest *self = sending->request;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body =
      interview_exchange_finish (INTERVIEW_CONNECTION (source), result, &error);
  GError *failure;

  if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_TOO_LARGE))
    {
      g_task_return_error (task, interview_failure_not_understood ());
      return;
    }
  if (body == NULL)
    {
      gboolean away = g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK);

      retry_or_fail (task, away, g_steal_pointer (&error));
      return;
    }
  self->status = soup_message_get_status (sending->message);
  if (SOUP_STATUS_IS_SUCCESSFUL (self->status))
    {
      return_answer (task, self, body);
      return;
    }
  failure = read_failure (self, sending->message, body);
  if (is_signed_out (failure))
    interview_connection_report_signed_out (self->connection, sending->token, failure);
  retry_or_fail (task, g_error_matches (failure, INTERVIEW_ERROR, INTERVIEW_ERROR_BUSY), failure);
}

/* Called again when libsoup sends a request again by itself, because a kept connection broke: what
 * it has read of the body by then is not there any more. */
static void
set_body (SoupMessage *message, InterviewRequest *self)
{
  soup_message_set_request_body_from_bytes (message,
                                            self->is_part ? "application/octet-stream"
                                                          : "application/json",
                                            self->body);
}

static void
try_once (GTask *task)
{
  Sending *sending = g_task_get_task_data (task);
  InterviewRequest *self = sending->request;
  g_autofree char *path = g_strconcat (self->path, self->query->str, NULL);
  const char *method = interview_route_get_method (self->route);
  SoupMessageHeaders *headers;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    {
      g_object_unref (task);
      return;
    }
  g_clear_object (&sending->message);
  sending->message =
      interview_connection_new_message (self->connection, method, "http", path, &error);
  if (sending->message == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  sending->attempt++;
  g_free (sending->token);
  sending->token = g_strdup (interview_connection_get_token (self->connection));
  headers = soup_message_get_request_headers (sending->message);
  soup_message_headers_replace (headers, "Accept", "application/json, application/problem+json");
  if (!g_str_equal (method, "GET"))
    soup_message_headers_replace (headers, "Idempotency-Key", self->key);
  if (self->is_part)
    soup_message_headers_set_content_range (headers, self->offset,
                                            self->offset + (gint64) g_bytes_get_size (self->body) -
                                                1,
                                            self->size);
  if (self->body != NULL)
    {
      set_body (sending->message, self);
      g_signal_connect_object (sending->message, "restarted", G_CALLBACK (set_body), self, 0);
    }
  interview_exchange_async (self->connection, sending->message, INTERVIEW_LIMIT_BODY,
                            g_task_get_cancellable (task), on_exchanged, task);
}

/**
 * interview_request_send_async:
 * @self: a request that is not under way
 * @cancellable: (nullable): to give up; the server may have done it all the same
 * @callback: called on the main context of the caller; its source is the connection
 * @user_data: for @callback
 */
void
interview_request_send_async (InterviewRequest *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Sending *sending;
  GTask *task;

  g_return_if_fail (INTERVIEW_IS_REQUEST (self));

  sending = g_new0 (Sending, 1);
  sending->request = g_object_ref (self);
  sending->begun = g_get_monotonic_time ();
  task = g_task_new (self->connection, cancellable, callback, user_data);
  g_task_set_source_tag (task, interview_request_send_async);
  g_task_set_task_data (task, sending, sending_free);
  if (self->path == NULL)
    {
      g_task_return_error (task, interview_failure_from_status (SOUP_STATUS_NOT_FOUND));
      g_object_unref (task);
      return;
    }
  try_once (task);
}

/**
 * interview_request_send_finish:
 * @connection: the connection of the request
 * @result: what the callback got
 * @error: return location; %INTERVIEW_ERROR with a message for people, or %G_IO_ERROR_CANCELLED
 *
 * For requests that expect a record or a page.
 *
 * Returns: (transfer full): the record or #InterviewPage, or %NULL
 */
gpointer
interview_request_send_finish (InterviewConnection *connection,
                               GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, connection), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * interview_request_send_finish_empty:
 * @connection: the connection of the request
 * @result: what the callback got
 * @error: return location; %INTERVIEW_ERROR with a message for people, or %G_IO_ERROR_CANCELLED
 *
 * For requests that expect no body.
 *
 * Returns: whether it was done
 */
gboolean
interview_request_send_finish_empty (InterviewConnection *connection,
                                     GAsyncResult *result,
                                     GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, connection), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * interview_request_get_idempotency_key:
 *
 * Returns: (transfer none): the key that each sending of this request carries
 */
const char *
interview_request_get_idempotency_key (InterviewRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REQUEST (self), NULL);

  return self->key;
}

/**
 * interview_request_get_status:
 *
 * Returns: HTTP status of the last answer, 0 before it
 */
guint
interview_request_get_status (InterviewRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REQUEST (self), 0);

  return self->status;
}

/**
 * interview_request_get_problem:
 *
 * Returns: (transfer none) (nullable): the problem document of the last answer, if it had one
 */
InterviewProblem *
interview_request_get_problem (InterviewRequest *self)
{
  g_return_val_if_fail (INTERVIEW_IS_REQUEST (self), NULL);

  return self->problem;
}
