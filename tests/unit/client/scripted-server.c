/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "scripted-server.h"

#include <string.h>

/*
 * TestScriptedServer is a real HTTP server on a port of its own that answers as a test says: right,
 * wrong, never, or by hanging up. It keeps what it was asked. Without a script left it answers 500.
 */
struct _TestScriptedServer
{
  GObject parent_instance;

  SoupServer *soup;
  GSocketService *service;
  GTlsCertificate *certificate;
  InterviewEndpoint *endpoint;
  GQueue script;
  gboolean confirms;
  GPtrArray *requests;
};

typedef struct
{
  ScriptAction action;
  guint status;
  char *type;
  char *body;
  SoupMessageHeaders *headers;
} Step;

typedef struct
{
  char *path;
  char *body;
  SoupMessageHeaders *headers;
} Request;

G_DEFINE_FINAL_TYPE (TestScriptedServer, test_scripted_server, G_TYPE_OBJECT)

static void
step_free (gpointer data)
{
  Step *step = data;

  g_free (step->type);
  g_free (step->body);
  soup_message_headers_unref (step->headers);
  g_free (step);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request->body);
  soup_message_headers_unref (request->headers);
  g_free (request);
}

static void
test_scripted_server_finalize (GObject *object)
{
  TestScriptedServer *self = TEST_SCRIPTED_SERVER (object);

  test_scripted_server_go_away (self);
  g_clear_object (&self->service);
  g_clear_object (&self->certificate);
  g_clear_object (&self->soup);
  g_clear_object (&self->endpoint);
  g_queue_clear_full (&self->script, step_free);
  g_ptr_array_unref (self->requests);

  G_OBJECT_CLASS (test_scripted_server_parent_class)->finalize (object);
}

static void
test_scripted_server_class_init (TestScriptedServerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_scripted_server_finalize;
}

static void
copy_header (const char *name, const char *value, gpointer headers)
{
  soup_message_headers_append (headers, name, value);
}

static void
keep_request (TestScriptedServer *self, SoupServerMessage *message)
{
  Request *request = g_new0 (Request, 1);
  GUri *uri = soup_server_message_get_uri (message);
  SoupMessageBody *body = soup_server_message_get_request_body (message);

  request->path = g_uri_get_query (uri) != NULL
                      ? g_strconcat (g_uri_get_path (uri), "?", g_uri_get_query (uri), NULL)
                      : g_strdup (g_uri_get_path (uri));
  request->body = g_strndup (body->data != NULL ? body->data : "", body->length);
  request->headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_REQUEST);
  soup_message_headers_foreach (soup_server_message_get_request_headers (message), copy_header,
                                request->headers);
  g_ptr_array_add (self->requests, request);
}

static void
hang_up (SoupServerMessage *message)
{
  g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

  g_io_stream_close (stream, NULL, NULL);
}

static void
play (SoupServerMessage *message, Step *step)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  SoupMessageBody *body = soup_server_message_get_response_body (message);

  soup_server_message_set_status (message, step->status, NULL);
  soup_message_headers_foreach (step->headers, copy_header, headers);
  if (step->type != NULL)
    soup_message_headers_set_content_type (headers, step->type, NULL);
  if (step->action != SCRIPT_ANSWER)
    soup_message_headers_set_encoding (headers, SOUP_ENCODING_CHUNKED);
  if (step->body != NULL)
    soup_message_body_append (body, SOUP_MEMORY_COPY, step->body, strlen (step->body));
  if (step->action != SCRIPT_STALL)
    soup_message_body_complete (body);
}

static void
confirm (SoupServerMessage *message)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);

  soup_server_message_set_status (message, SOUP_STATUS_CREATED, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, body->data,
                                    (gsize) body->length);
}

static void
on_request (SoupServer *soup,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  TestScriptedServer *self = user_data;
  Step *step = g_queue_pop_head (&self->script);

  keep_request (self, message);
  if (step == NULL && self->confirms)
    confirm (message);
  else if (step == NULL)
    soup_server_message_set_status (message, SOUP_STATUS_INTERNAL_SERVER_ERROR, NULL);
  else if (step->action == SCRIPT_SILENCE)
    soup_server_message_pause (message);
  else if (step->action == SCRIPT_HANG_UP)
    hang_up (message);
  else
    play (message, step);
  if (step != NULL)
    step_free (step);
}

static void
test_scripted_server_init (TestScriptedServer *self)
{
  self->soup = soup_server_new ("server-header", "scripted", NULL);
  self->requests = g_ptr_array_new_with_free_func (request_free);
  g_queue_init (&self->script);
  soup_server_add_handler (self->soup, NULL, on_request, self, NULL);
}

/* Connections are taken here: those that SoupServer takes itself it does not quite let go of. */
static gboolean
on_incoming (GSocketService *service,
             GSocketConnection *connection,
             GObject *source,
             gpointer user_data)
{
  TestScriptedServer *self = user_data;
  g_autoptr (GIOStream) stream = g_object_ref (G_IO_STREAM (connection));
  g_autoptr (GSocketAddress) local = g_socket_connection_get_local_address (connection, NULL);
  g_autoptr (GSocketAddress) remote = g_socket_connection_get_remote_address (connection, NULL);
  g_autoptr (GError) error = NULL;

  if (self->certificate != NULL)
    {
      g_clear_object (&stream);
      stream = g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, &error);
      g_assert_no_error (error);
    }
  soup_server_accept_iostream (self->soup, stream, local, remote, NULL);
  return TRUE;
}

static TestScriptedServer *
listen_on_loopback (GTlsCertificate *certificate)
{
  TestScriptedServer *self = g_object_new (TEST_TYPE_SCRIPTED_SERVER, NULL);
  g_autoptr (GError) error = NULL;
  guint16 port;

  g_set_object (&self->certificate, certificate);
  self->service = g_socket_service_new ();
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->service), NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (self->service, "incoming", G_CALLBACK (on_incoming), self);
  self->endpoint = interview_endpoint_new ("127.0.0.1", port, certificate != NULL, NULL);
  return self;
}

/**
 * test_scripted_server_new:
 *
 * Returns: (transfer full): a server for plain HTTP on loopback
 */
TestScriptedServer *
test_scripted_server_new (void)
{
  return listen_on_loopback (NULL);
}

/**
 * test_scripted_server_new_tls:
 * @certificate: what it shows
 *
 * Returns: (transfer full): a server for HTTPS on loopback; its endpoint has no fingerprint
 */
TestScriptedServer *
test_scripted_server_new_tls (GTlsCertificate *certificate)
{
  return listen_on_loopback (certificate);
}

/**
 * test_scripted_server_add:
 * @action: how the next request is answered
 * @status: HTTP status
 * @type: (nullable): Content-Type
 * @body: (nullable): body
 */
void
test_scripted_server_add (TestScriptedServer *self,
                          ScriptAction action,
                          guint status,
                          const char *type,
                          const char *body)
{
  Step *step = g_new0 (Step, 1);

  step->action = action;
  step->status = status;
  step->type = g_strdup (type);
  step->body = g_strdup (body);
  step->headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  g_queue_push_tail (&self->script, step);
}

/**
 * test_scripted_server_add_header:
 * @name: a header of the answer that was added last
 * @value: its value
 */
void
test_scripted_server_add_header (TestScriptedServer *self, const char *name, const char *value)
{
  Step *step = g_queue_peek_tail (&self->script);

  soup_message_headers_replace (step->headers, name, value);
}

/**
 * test_scripted_server_confirm:
 *
 * From now on answers what no script is left for with what was sent, instead of with an error.
 */
void
test_scripted_server_confirm (TestScriptedServer *self)
{
  self->confirms = TRUE;
}

/**
 * test_scripted_server_go_away:
 *
 * Takes no connection any more and ends those that there are.
 */
void
test_scripted_server_go_away (TestScriptedServer *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  soup_server_disconnect (self->soup);
}

/**
 * test_scripted_server_get_soup:
 *
 * Returns: (transfer none): the server, for handlers of other kinds
 */
SoupServer *
test_scripted_server_get_soup (TestScriptedServer *self)
{
  return self->soup;
}

/**
 * test_scripted_server_get_endpoint:
 *
 * Returns: (transfer none): where it is
 */
InterviewEndpoint *
test_scripted_server_get_endpoint (TestScriptedServer *self)
{
  return self->endpoint;
}

/**
 * test_scripted_server_get_n_requests:
 *
 * Returns: how many requests came
 */
guint
test_scripted_server_get_n_requests (TestScriptedServer *self)
{
  return self->requests->len;
}

static Request *
get_request (TestScriptedServer *self, guint request)
{
  g_assert_cmpuint (request, <, self->requests->len);
  return g_ptr_array_index (self->requests, request);
}

/**
 * test_scripted_server_get_header:
 * @request: which one, from 0
 * @name: a header
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
test_scripted_server_get_header (TestScriptedServer *self, guint request, const char *name)
{
  return soup_message_headers_get_one (get_request (self, request)->headers, name);
}

/**
 * test_scripted_server_get_path:
 * @request: which one, from 0
 *
 * Returns: (transfer none): path and query
 */
const char *
test_scripted_server_get_path (TestScriptedServer *self, guint request)
{
  return get_request (self, request)->path;
}

/**
 * test_scripted_server_get_body:
 * @request: which one, from 0
 *
 * Returns: (transfer none): the body
 */
const char *
test_scripted_server_get_body (TestScriptedServer *self, guint request)
{
  return get_request (self, request)->body;
}

/**
 * test_certificate_new:
 * @folder: where the files of it are put
 * @name: of the files
 *
 * Returns: (transfer full): a new self-signed certificate with its key
 */
GTlsCertificate *
test_certificate_new (const char *folder, const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.pem", folder, name);
  const char *argv[] = { "openssl",
                         "req",
                         "-x509",
                         "-newkey",
                         "ec",
                         "-pkeyopt",
                         "ec_paramgen_curve:prime256v1",
                         "-nodes",
                         "-days",
                         "2",
                         "-subj",
                         "/CN=somewhere-else",
                         "-keyout",
                         path,
                         "-out",
                         "-",
                         NULL };
  g_autofree char *certificate_pem = NULL;
  g_autofree char *key_pem = NULL;
  g_autofree char *both = NULL;
  g_autoptr (GError) error = NULL;
  GTlsCertificate *certificate;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, &certificate_pem, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_true (g_file_get_contents (path, &key_pem, NULL, NULL));
  both = g_strconcat (certificate_pem, key_pem, NULL);
  certificate = g_tls_certificate_new_from_pem (both, -1, &error);
  g_assert_no_error (error);
  return certificate;
}
