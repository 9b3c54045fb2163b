/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-server"

#include "server/router.h"

#include <string.h>

#include "core/error.h"
#include "core/protocol/limits.h"
#include "core/protocol/routes.h"
#include "server/access-log.h"
#include "server/event-socket.h"
#include "server/file-reply.h"
#include "server/handlers/exchange.h"
#include "server/http-reply.h"
#include "server/inlet.h"
#include "server/interlude.h"
#include "server/problems.h"
#include "server/rate-limiter.h"
#include "server/services/language.h"

#define BEARER "Bearer "
#define MAX_TOKEN_LENGTH 200

/* A body that is too large is read up to here, so that the program gets the answer; then it is
 * cut. */
#define DISCARDED_BYTES (4 * 1024 * 1024)

#define BODY_QUARK (g_quark_from_static_string ("interview-body-bytes"))

/*
 * InterviewRouter takes requests from SoupServer: it checks their size, finds the route in the
 * table of the protocol, reads the body strictly, has the exchange handled in a unit of work, and
 * sends the answer. A request to the event socket becomes a WebSocket after the same checks.
 *
 * One router serves all shards: it does not change, and what it uses is safe on any thread. The
 * life of a request is on the thread of its shard, but for the unit of work.
 */
struct _InterviewRouter
{
  GObject parent_instance;

  const InterviewConfig *config;
  InterviewStore *store;
  InterviewBlobStore *blobs;
  InterviewUploadStore *uploads;
  InterviewPasswordHasher *hasher;
  InterviewHub *hub;
  InterviewEndpoint *endpoint;
  InterviewRateLimiter *sign_ins;
  InterviewRateLimiter *redemptions;
  InterviewRateLimiter *ratings;
};

/* A request that is being worked on while its message is paused. */
typedef struct
{
  InterviewRouter *router;
  SoupServerMessage *message;
  InterviewExchange *exchange;
  gulong finished_id;
  gboolean gone;
} Pending;

G_DEFINE_FINAL_TYPE (InterviewRouter, interview_router, G_TYPE_OBJECT)

static void
interview_router_finalize (GObject *object)
{
  InterviewRouter *self = INTERVIEW_ROUTER (object);

  g_clear_object (&self->store);
  g_clear_object (&self->blobs);
  g_clear_object (&self->uploads);
  g_clear_object (&self->hasher);
  g_clear_object (&self->hub);
  g_clear_object (&self->endpoint);
  g_clear_object (&self->sign_ins);
  g_clear_object (&self->redemptions);
  g_clear_object (&self->ratings);

  G_OBJECT_CLASS (interview_router_parent_class)->finalize (object);
}

static void
interview_router_class_init (InterviewRouterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_router_finalize;
}

static void
interview_router_init (InterviewRouter *self)
{
}

/**
 * interview_router_new:
 * @config: settings, which outlive the router
 * @store: (transfer none): the store
 * @blobs: (transfer none): where pictures and documents are
 * @uploads: (transfer none): where shared recordings are
 * @hasher: (transfer none): compares passwords
 * @hub: (transfer none): where events go
 * @endpoint: (transfer none): where links are to lead
 *
 * Returns: (transfer full): a new router
 */
InterviewRouter *
interview_router_new (const InterviewConfig *config,
                      InterviewStore *store,
                      InterviewBlobStore *blobs,
                      InterviewUploadStore *uploads,
                      InterviewPasswordHasher *hasher,
                      InterviewHub *hub,
                      InterviewEndpoint *endpoint)
{
  InterviewRouter *self = g_object_new (INTERVIEW_TYPE_ROUTER, NULL);

  self->config = config;
  self->store = g_object_ref (store);
  self->blobs = g_object_ref (blobs);
  self->uploads = g_object_ref (uploads);
  self->hasher = g_object_ref (hasher);
  self->hub = g_object_ref (hub);
  self->endpoint = g_object_ref (endpoint);
  self->sign_ins = interview_rate_limiter_new (config->sign_in_per_minute);
  self->redemptions = interview_rate_limiter_new (config->redeem_per_minute);
  self->ratings = interview_rate_limiter_new (config->rating_per_minute);
  return self;
}

static void
on_message_finished (SoupServerMessage *message, Pending *pending)
{
  pending->gone = TRUE;
}

static Pending *
pending_new (InterviewRouter *self, SoupServerMessage *message, InterviewExchange *exchange)
{
  Pending *pending = g_new0 (Pending, 1);

  pending->router = g_object_ref (self);
  pending->message = g_object_ref (message);
  pending->exchange = g_object_ref (exchange);
  pending->finished_id =
      g_signal_connect (message, "finished", G_CALLBACK (on_message_finished), pending);
  soup_server_message_pause (message);
  return pending;
}

static void
pending_free (Pending *pending)
{
  g_signal_handler_disconnect (pending->message, pending->finished_id);
  g_clear_object (&pending->router);
  g_clear_object (&pending->message);
  g_clear_object (&pending->exchange);
  g_free (pending);
}

/* Lets the answer go out, if somebody is still there to read it. */
static void
pending_finish (Pending *pending)
{
  if (!pending->gone)
    soup_server_message_unpause (pending->message);
  pending_free (pending);
}

static void
add_header_size (const char *name, const char *value, gpointer user_data)
{
  *(gsize *) user_data += strlen (name) + strlen (value) + 4;
}

static gsize
get_header_size (SoupServerMessage *message)
{
  GUri *uri = soup_server_message_get_uri (message);
  gsize size = strlen (g_uri_get_path (uri));

  if (g_uri_get_query (uri) != NULL)
    size += strlen (g_uri_get_query (uri));
  soup_message_headers_foreach (soup_server_message_get_request_headers (message), add_header_size,
                                &size);
  return size;
}

static void
refuse_size (SoupServerMessage *message, const char *detail)
{
  g_autoptr (InterviewProblem) problem =
      interview_problem_new_for_code (INTERVIEW_ERROR_TOO_LARGE, detail);

  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Connection",
                                "close");
  interview_http_reply_problem (message, problem);
}

static void
on_chunk (SoupServerMessage *message, GBytes *chunk, InterviewRouter *self)
{
  gsize before = GPOINTER_TO_SIZE (g_object_get_qdata (G_OBJECT (message), BODY_QUARK));
  gsize after = before + g_bytes_get_size (chunk);

  g_object_set_qdata (G_OBJECT (message), BODY_QUARK, GSIZE_TO_POINTER (after));
  if (after > DISCARDED_BYTES)
    interview_inlet_cut (interview_inlet_get_for_message (message));
  else if (after > self->config->body_bytes && soup_server_message_get_status (message) == 0)
    refuse_size (message, "the body is too large");
}

static void
on_headers (SoupServer *soup,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  InterviewRouter *self = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  gboolean sized = soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH;
  goffset length = sized ? soup_message_headers_get_content_length (headers) : 0;

  interview_access_log_begin (message);
  g_signal_connect_object (message, "got-chunk", G_CALLBACK (on_chunk), self, 0);
  if (get_header_size (message) > self->config->header_bytes)
    refuse_size (message, "the headers are too large");
  else if (length < 0)
    interview_inlet_drop (interview_inlet_get_for_message (message), message);
  else if (length > self->config->body_bytes)
    refuse_size (message, "the body is too large");
}

static void
reply_code (SoupServerMessage *message, InterviewErrorCode code, const char *detail)
{
  g_autoptr (InterviewProblem) problem = interview_problem_new_for_code (code, detail);

  interview_http_reply_problem (message, problem);
}

static gboolean
find_route (SoupServerMessage *message, const char *path, InterviewRoute *route, char **arguments)
{
  const char *method = soup_server_message_get_method (message);
  g_autoptr (GPtrArray) allowed = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < INTERVIEW_N_ROUTES; i++)
    {
      char *found[INTERVIEW_ROUTE_MAX_ARGUMENTS + 1] = { NULL };

      if (!interview_route_match (i, path, found))
        continue;
      if (g_str_equal (interview_route_get_method (i), method))
        {
          memcpy (arguments, found, sizeof found);
          *route = i;
          return TRUE;
        }
      g_ptr_array_add (allowed, (gpointer) interview_route_get_method (i));
      for (guint k = 0; k < INTERVIEW_ROUTE_MAX_ARGUMENTS; k++)
        g_free (found[k]);
    }
  if (allowed->len == 0)
    {
      reply_code (message, INTERVIEW_ERROR_NOT_FOUND, "there is no such path");
      return FALSE;
    }
  g_ptr_array_add (allowed, NULL);
  list = g_strjoinv (", ", (char **) allowed->pdata);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Allow", list);
  reply_code (message, INTERVIEW_ERROR_METHOD_NOT_ALLOWED, NULL);
  return FALSE;
}

static gboolean
is_too_often (InterviewRouter *self, SoupServerMessage *message, InterviewRoute route)
{
  const char *key = interview_inlet_get_key (interview_inlet_get_for_message (message));
  g_autoptr (InterviewProblem) problem = NULL;
  InterviewRateLimiter *limiter = NULL;
  guint wait = 0;

  if (route == INTERVIEW_ROUTE_SIGN_IN)
    limiter = self->sign_ins;
  else if (route == INTERVIEW_ROUTE_REDEEM || route == INTERVIEW_ROUTE_INVITATION_ANSWER)
    limiter = self->redemptions;
  else if (route == INTERVIEW_ROUTE_RATING)
    limiter = self->ratings;
  if (limiter == NULL || interview_rate_limiter_take (limiter, key, g_get_monotonic_time (), &wait))
    return FALSE;
  problem = interview_problem_new_too_often (wait);
  interview_http_reply_problem (message, problem);
  return TRUE;
}

static gboolean
has_right_type (SoupServerMessage *message, InterviewExchange *exchange, GError **error)
{
  const InterviewHandler *handler = interview_exchange_get_handler (exchange);
  const char *type =
      soup_message_headers_get_content_type (soup_server_message_get_request_headers (message),
                                             NULL);
  const char *expected = "application/json";

  if (interview_handler_takes_bytes (handler))
    expected = "application/octet-stream";
  else if (interview_handler_takes_form (handler))
    expected = "application/x-www-form-urlencoded";
  if (handler->body == NULL || (type != NULL && g_ascii_strcasecmp (type, expected) == 0))
    return TRUE;
  g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID, "the body has to be %s", expected);
  return FALSE;
}

/* A part of a file says where it belongs (RFC 9110, 14.4 and 14.5). */
static gboolean
read_place (SoupServerMessage *message, InterviewExchange *exchange, GBytes *bytes, GError **error)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  InterviewUploadWork *upload = interview_exchange_get_upload (exchange);
  goffset start, end, size;

  if (!interview_handler_takes_bytes (interview_exchange_get_handler (exchange)))
    return TRUE;
  if (soup_message_headers_get_content_range (headers, &start, &end, &size) && start >= 0 &&
      size >= 0 && end - start + 1 == (goffset) g_bytes_get_size (bytes))
    {
      upload->offset = start;
      upload->size = size;
      return TRUE;
    }
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                       "a part of a file needs a Content-Range, as bytes 0-99/1000");
  return FALSE;
}

static gboolean
read_request (InterviewExchange *exchange,
              SoupServerMessage *message,
              GHashTable *query,
              GError **error)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *authorization = soup_message_headers_get_one (headers, "Authorization");
  const char *languages = soup_message_headers_get_list (headers, "Accept-Language");
  g_autofree char *language = languages != NULL ? interview_language_choose (languages) : NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (authorization != NULL && g_ascii_strncasecmp (authorization, BEARER, strlen (BEARER)) == 0 &&
      strlen (authorization) <= MAX_TOKEN_LENGTH)
    interview_exchange_set_token (exchange, authorization + strlen (BEARER));
  interview_exchange_set_language (exchange, language);
  bytes = soup_message_body_flatten (soup_server_message_get_request_body (message));
  return interview_exchange_set_query (exchange, query, error) &&
         interview_exchange_set_key (exchange,
                                     soup_message_headers_get_one (headers, "Idempotency-Key"),
                                     error) &&
         has_right_type (message, exchange, error) &&
         read_place (message, exchange, bytes, error) &&
         interview_exchange_read_body (exchange, bytes, error);
}

static void
on_upgraded (SoupServerMessage *message, InterviewRouter *self)
{
  InterviewExchange *exchange = g_object_get_data (G_OBJECT (message), "interview-upgrade");
  g_autoptr (InterviewExchange) kept = g_object_ref (exchange);
  g_autoptr (SoupServerMessage) message_kept = g_object_ref (message);
  g_autoptr (InterviewInlet) inlet = g_object_ref (interview_inlet_get_for_message (message));
  g_autoptr (SoupWebsocketConnection) connection = NULL;
  g_autoptr (GIOStream) stream = NULL;

  stream = interview_inlet_upgrade (inlet, message);
  if (stream == NULL)
    return;
  connection = soup_websocket_connection_new (stream, soup_server_message_get_uri (message),
                                              SOUP_WEBSOCKET_CONNECTION_SERVER, NULL,
                                              INTERVIEW_SUBPROTOCOL, NULL);
  interview_event_socket_start (connection, inlet, self->config, self->hub, self->store,
                                interview_exchange_get_actor (kept),
                                interview_exchange_get_token (kept));
}

/* Without extensions: compression would cost some 90 KiB for each socket. */
static void
upgrade (Pending *pending)
{
  static const char *protocols[] = { INTERVIEW_SUBPROTOCOL, NULL };
  InterviewRouter *self = pending->router;
  SoupServerMessage *message = pending->message;
  g_autoptr (GError) error = NULL;

  if (!soup_websocket_server_check_handshake (message, NULL, (char **) protocols, NULL, &error) ||
      soup_message_headers_get_one (soup_server_message_get_request_headers (message),
                                    "Sec-WebSocket-Protocol") == NULL)
    {
      reply_code (message, INTERVIEW_ERROR_INVALID,
                  "this is the event socket: a WebSocket with the protocol " INTERVIEW_SUBPROTOCOL);
      return;
    }
  soup_websocket_server_process_handshake (message, NULL, (char **) protocols, NULL, NULL);
  g_object_set_data_full (G_OBJECT (message), "interview-upgrade", g_object_ref (pending->exchange),
                          g_object_unref);
  g_signal_connect_object (message, "wrote-informational", G_CALLBACK (on_upgraded), self, 0);
}

static void
fail (Pending *pending, const GError *error)
{
  InterviewAnswer *answer = interview_exchange_get_answer (pending->exchange);

  if (error->domain != INTERVIEW_ERROR || error->code == INTERVIEW_ERROR_INTERNAL)
    g_warning ("“%s” failed: %s",
               interview_route_get_name (interview_exchange_get_route (pending->exchange)),
               error->message);
  interview_http_reply_error (pending->message, error, interview_answer_get_opens_at (answer));
  pending_finish (pending);
}

static void
succeed (Pending *pending)
{
  InterviewExchange *exchange = pending->exchange;
  InterviewAnswer *answer = interview_exchange_get_answer (exchange);
  InterviewRoute route = interview_exchange_get_route (exchange);
  const InterviewBlobRow *row = interview_answer_get_blob (answer);

  if (row != NULL)
    {
      if (!pending->gone)
        interview_file_reply_send (pending->message, pending->router->blobs,
                                   pending->router->uploads, row);
      pending_free (pending);
      return;
    }
  if (route == INTERVIEW_ROUTE_EVENTS)
    upgrade (pending);
  else if (route == INTERVIEW_ROUTE_SHARED_PAGE || route == INTERVIEW_ROUTE_INVITATION_PAGE ||
           route == INTERVIEW_ROUTE_INVITATION_ANSWER)
    interview_http_reply_page (pending->message, interview_answer_get_status (answer),
                               interview_answer_get_text (answer));
  else
    interview_http_reply_json (pending->message, interview_answer_get_status (answer),
                               interview_answer_get_text (answer));
  pending_finish (pending);
}

static gboolean
run_handle (InterviewTransaction *transaction, gpointer data, GError **error)
{
  return interview_exchange_handle (data, transaction, error);
}

static gboolean
run_prepare (InterviewTransaction *transaction, gpointer data, GError **error)
{
  return interview_exchange_prepare (data, transaction, error);
}

static void
on_handled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Pending *pending = user_data;
  g_autoptr (GPtrArray) publications = NULL;
  g_autoptr (GError) error = NULL;

  if (!interview_store_submit_finish (INTERVIEW_STORE (source), result, &publications, &error))
    {
      fail (pending, error);
      return;
    }
  interview_hub_publish (pending->router->hub, publications);
  succeed (pending);
}

static void
handle (Pending *pending)
{
  interview_store_submit_async (pending->router->store, run_handle, pending->exchange, NULL, NULL,
                                on_handled, pending);
}

static void
on_interlude (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Pending *pending = user_data;
  g_autoptr (GError) error = NULL;

  if (!interview_interlude_run_finish (result, &error))
    fail (pending, error);
  else
    handle (pending);
}

static void
on_prepared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Pending *pending = user_data;
  InterviewRouter *self = pending->router;
  g_autoptr (GError) error = NULL;

  if (!interview_store_submit_finish (INTERVIEW_STORE (source), result, NULL, &error))
    fail (pending, error);
  else if (interview_answer_get_status (interview_exchange_get_answer (pending->exchange)) != 0)
    succeed (pending);
  else
    interview_interlude_run_async (pending->exchange, self->hasher, self->uploads, on_interlude,
                                   pending);
}

static void
on_request (SoupServer *soup,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  InterviewRouter *self = user_data;
  char *arguments[INTERVIEW_ROUTE_MAX_ARGUMENTS + 1] = { NULL };
  g_autoptr (InterviewExchange) exchange = NULL;
  g_autoptr (GError) error = NULL;
  InterviewRoute route;
  Pending *pending;

  if (!find_route (message, path, &route, arguments))
    return;
  interview_access_log_set_route (message, route);
  exchange = interview_exchange_new (route, self->endpoint);
  interview_exchange_take_arguments (exchange, arguments);
  if (is_too_often (self, message, route))
    return;
  if (!read_request (exchange, message, query, &error))
    {
      interview_http_reply_error (message, error, 0);
      return;
    }
  if (route == INTERVIEW_ROUTE_HEALTH)
    {
      interview_http_reply_json (message, 200,
                                 "{\"status\":\"ok\",\"version\":\"" INTERVIEW_VERSION "\"}");
      return;
    }
  pending = pending_new (self, message, exchange);
  if (interview_exchange_get_handler (exchange)->prepare != NULL)
    interview_store_submit_async (self->store, run_prepare, exchange, NULL, NULL, on_prepared,
                                  pending);
  else
    handle (pending);
}

/**
 * interview_router_attach:
 * @soup: the HTTP server of a shard
 *
 * Adds the handlers. Called on the shard's thread.
 */
void
interview_router_attach (InterviewRouter *self, SoupServer *soup)
{
  g_return_if_fail (INTERVIEW_IS_ROUTER (self));

  soup_server_add_early_handler (soup, NULL, on_headers, g_object_ref (self), g_object_unref);
  soup_server_add_handler (soup, NULL, on_request, g_object_ref (self), g_object_unref);
}
