/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "core/id.h"
#include "core/protocol/limits.h"
#include "support/await.h"
#include "support/stand-in.h"

/* Requests and messages that no program of ours sends. */

/* More messages than one may say, of which a slow machine reads more than one a second. */
#define FLOOD 400

typedef struct
{
  ServerFixture *server;
  StandIn *recruiter;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  InterviewConfig *config;

  fixture->server = server_fixture_new ();
  config = server_fixture_get_config (fixture->server);
  config->redeem_per_minute = 5;
  config->request_seconds = 2;
  config->messages_per_second = 1;
  config->messages_at_once = FLOOD / 2;
  server_fixture_start (fixture->server);
  fixture->recruiter =
      stand_in_new_redeemed (fixture->server, interview_sample_get_recruiter_code (
                                                  server_fixture_get_sample (fixture->server)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  stand_in_free (fixture->recruiter);
  server_fixture_free (fixture->server);
}

static char *
nest (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, "{\"a\":[");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static void
expect (StandIn *program, guint status, guint expected, const char *code)
{
  g_autofree char *got = stand_in_get_code (program);

  g_assert_cmpuint (status, ==, expected);
  g_assert_cmpstr (got, ==, code);
}

static void
test_bodies (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nested = nest (2000);
  const char *const bodies[] = {
    "",
    "{",
    "null",
    "[]",
    "{}",
    "{\"display_name\":1}",
    "{\"display_name\":null}",
    "{\"display_name\":\"\"}",
    "{\"display_name\":\"x\",\"more\":1}",
    "{\"display_name\":\"x\",\"email\":\"no address\"}",
    "{\"display_name\":\"\\u0000\"}",
    "{\"display_name\":\"\\ud800\"}",
    "{\"display_name\":\"\xff\"}",
    "{\"display_name\":\"x\"} x",
    nested,
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_test_message ("body %u", i);
      expect (fixture->recruiter,
              stand_in_call (fixture->recruiter, INTERVIEW_ROUTE_CANDIDATE_CREATE, NULL, NULL,
                             bodies[i]),
              400, "invalid-request");
    }
}

static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (INTERVIEW_LIMIT_BODY + 1, ' ');
  g_autofree char *header = g_strnfill (20000, 'h');

  expect (fixture->recruiter,
          stand_in_call (fixture->recruiter, INTERVIEW_ROUTE_CANDIDATE_CREATE, NULL, NULL, large),
          413, "too-large");
  stand_in_set_header (fixture->recruiter, "X-Long", header);
  expect (fixture->recruiter,
          stand_in_call (fixture->recruiter, INTERVIEW_ROUTE_SESSION, NULL, NULL, NULL), 413,
          "too-large");
  stand_in_set_header (fixture->recruiter, "X-Long", NULL);
  g_assert_cmpuint (stand_in_call (fixture->recruiter, INTERVIEW_ROUTE_SESSION, NULL, NULL, NULL),
                    ==, 200);
}

static void
test_paths (Fixture *fixture, gconstpointer data)
{
  const char *const unknown[] = { "/",
                                  "/api",
                                  "/api/v1/",
                                  "/api/v1/rooms/",
                                  "/api/v1/rooms/x",
                                  "/api/v2/session",
                                  "/api/v1/blobs/..%2f..%2fx" };
  const char *const queries[] = { "?limit=0", "?limit=101",  "?limit=x",
                                  "?cursor=", "?from=today", "?page=1" };

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    expect (fixture->recruiter, stand_in_send (fixture->recruiter, "GET", unknown[i], NULL, NULL),
            404, "not-found");
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *path = g_strconcat ("/api/v1/rooms", queries[i], NULL);

      expect (fixture->recruiter, stand_in_send (fixture->recruiter, "GET", path, NULL, NULL), 400,
              "invalid-request");
    }
  expect (fixture->recruiter,
          stand_in_send (fixture->recruiter, "DELETE", "/api/v1/rooms", NULL, NULL), 405,
          "method-not-allowed");
  g_assert_cmpstr (stand_in_get_header (fixture->recruiter, "Allow"), ==, "GET, POST");
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  const char *path = "/api/v1/candidates";
  const char *body = "{\"display_name\":\"Somebody New\"}";
  g_autofree char *key = interview_id_new ();
  g_autofree char *first = NULL;

  expect (fixture->recruiter, stand_in_send (fixture->recruiter, "POST", path, body, NULL), 400,
          "invalid-request");
  expect (fixture->recruiter, stand_in_send (fixture->recruiter, "POST", path, body, "short"), 400,
          "invalid-request");
  g_assert_cmpuint (stand_in_send (fixture->recruiter, "POST", path, body, key), ==, 201);
  first = g_strdup (stand_in_get_text (fixture->recruiter));
  server_fixture_stop (fixture->server);
  server_fixture_start (fixture->server);
  g_assert_cmpuint (stand_in_send (fixture->recruiter, "POST", path, body, key), ==, 201);
  g_assert_cmpstr (stand_in_get_text (fixture->recruiter), ==, first);
  expect (fixture->recruiter,
          stand_in_send (fixture->recruiter, "POST", path, "{\"display_name\":\"Somebody Else\"}",
                         key),
          422, "idempotency-key-reused");
}

static void
test_rates (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StandIn) stranger = stand_in_new (fixture->server);
  const char *body = "{\"code\":\"00000000000000000000000000\"}";
  guint status = 0;

  for (guint i = 0; i < 6 && status != 429; i++)
    status = stand_in_call (stranger, INTERVIEW_ROUTE_REDEEM, NULL, NULL, body);
  expect (stranger, status, 429, "rate-limited");
  g_assert_cmpint (g_ascii_strtoll (stand_in_get_header (stranger, "Retry-After"), NULL, 10), >, 0);
}

/* Sends bytes as they are and reads until the server has closed the connection. */
static char *
exchange_bytes (Fixture *fixture, const char *bytes, gsize length)
{
  InterviewEndpoint *endpoint = server_fixture_get_endpoint (fixture->server);
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  GString *answer = g_string_new (NULL);
  char buffer[1024];
  gssize got;

  connection =
      g_socket_client_connect_to_host (client, interview_endpoint_get_host (endpoint),
                                       interview_endpoint_get_port (endpoint), NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), bytes,
                             length, NULL, NULL, NULL);
  while ((got = g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)),
                                     buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (answer, buffer, got);
  return g_string_free (answer, FALSE);
}

/* A request that does not come to its end is cut off in time. */
static void
test_slow (Fixture *fixture, gconstpointer data)
{
  const char *const starts[] = {
    "",
    "GET /api/v1/health HT",
    "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
    "Content-Length: 100\r\n\r\n{",
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autofree char *answer = exchange_bytes (fixture, starts[i], strlen (starts[i]));

      g_assert_null (strstr (answer, "200 OK"));
    }
  g_assert_cmpuint (stand_in_call (fixture->recruiter, INTERVIEW_ROUTE_SESSION, NULL, NULL, NULL),
                    ==, 200);
}

static void
test_garbage (Fixture *fixture, gconstpointer data)
{
  const char *const garbage[] = {
    "\r\n\r\n\r\n",
    "\x16\x03\x01\x02\x00\x01",
    "GET\r\n\r\n",
    "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
    "GET /api/v1/health HTTP/1.1\r\nConnection: close\r\n\r\n",
    "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
    "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
    "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: -5\r\n\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (garbage); i++)
    {
      g_autofree char *answer = NULL;

      g_test_message ("garbage %u", i);
      answer = exchange_bytes (fixture, garbage[i], strlen (garbage[i]));
      g_assert_null (strstr (answer, "200 OK"));
    }
  g_assert_cmpuint (stand_in_call (fixture->recruiter, INTERVIEW_ROUTE_SESSION, NULL, NULL, NULL),
                    ==, 200);
}

static void
test_bad_messages (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nested = nest (2000);
  const char *const messages[] = {
    "x",
    "{\"type\":\"join\"}",
    "{\"type\":\"fly\",\"body\":{}}",
    "{\"type\":\"ping\",\"body\":{\"token\":\"x\"}}",
    nested,
  };

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      stand_in_connect (fixture->recruiter, 0);
      g_object_unref (stand_in_expect (fixture->recruiter, INTERVIEW_MESSAGE_WELCOME));
      for (guint k = 0; k < 3; k++)
        {
          stand_in_say_text (fixture->recruiter, messages[i], -1);
          stand_in_expect_error (fixture->recruiter, "invalid-request");
        }
      g_assert_cmpuint (stand_in_expect_close (fixture->recruiter), ==, 1008);
    }
}

/* The rest of it is not read, so the code of the end may not arrive. */
static void
test_large_message (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (INTERVIEW_LIMIT_MESSAGE + 1, ' ');

  stand_in_connect (fixture->recruiter, 0);
  g_object_unref (stand_in_expect (fixture->recruiter, INTERVIEW_MESSAGE_WELCOME));
  stand_in_say_text (fixture->recruiter, large, -1);
  stand_in_expect_close (fixture->recruiter);
  stand_in_connect (fixture->recruiter, 0);
  g_object_unref (stand_in_expect (fixture->recruiter, INTERVIEW_MESSAGE_WELCOME));
}

/* Compression would cost some 90 KiB a socket; the program's side offers it. */
static void
test_no_compression (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (stand_in_open (fixture->recruiter), ==, 101);
  g_assert_nonnull (stand_in_get_header (fixture->recruiter, "Sec-WebSocket-Accept"));
  g_assert_null (stand_in_get_header (fixture->recruiter, "Sec-WebSocket-Extensions"));
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  const char *const messages[] = {
    "{\"type\":\"ping\",\"body\":{\"token\":1}}",
    "{\"type\":\"join\",\"body\":{\"room_id\":\"00000000000000000000000000\"}}",
    "{\"type\":\"pong\",\"body\":{\"token\":1}}",
  };

  g_assert_cmpuint (stand_in_open (fixture->recruiter), ==, 101);
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      stand_in_say_text (fixture->recruiter, messages[i], -1);
      stand_in_expect_error (fixture->recruiter, "out-of-order");
    }
  g_assert_cmpuint (stand_in_expect_close (fixture->recruiter), ==, 1008);
}

/* A flood ends the one who makes it. */
static void
test_flood (Fixture *fixture, gconstpointer data)
{
  stand_in_connect (fixture->recruiter, 0);
  g_object_unref (stand_in_expect (fixture->recruiter, INTERVIEW_MESSAGE_WELCOME));
  for (guint i = 0; i < FLOOD && stand_in_is_open (fixture->recruiter); i++)
    stand_in_say_text (fixture->recruiter, "{\"type\":\"ping\",\"body\":{\"token\":1}}", -1);
  g_assert_cmpuint (stand_in_expect_close (fixture->recruiter), ==, 1008);
  stand_in_connect (fixture->recruiter, 0);
  g_object_unref (stand_in_expect (fixture->recruiter, INTERVIEW_MESSAGE_WELCOME));
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/server/limits/bodies", test_bodies },
    { "/server/limits/sizes", test_sizes },
    { "/server/limits/paths", test_paths },
    { "/server/limits/keys", test_keys },
    { "/server/limits/rates", test_rates },
    { "/server/limits/slow", test_slow },
    { "/server/limits/garbage", test_garbage },
    { "/server/limits/bad-messages", test_bad_messages },
    { "/server/limits/large-message", test_large_message },
    { "/server/limits/no-compression", test_no_compression },
    { "/server/limits/order", test_order },
    { "/server/limits/flood", test_flood },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
