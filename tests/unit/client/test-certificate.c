/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "client/certificate-pin.h"
#include "client/connection.h"
#include "client/event-channel.h"
#include "client/room-api.h"
#include "core/error.h"
#include "scripted-server.h"
#include "support/await.h"
#include "support/folder.h"

typedef struct
{
  char *folder;
  GTlsCertificate *certificate;
  TestScriptedServer *server;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ();
  fixture->certificate = test_certificate_new (fixture->folder, "server");
  fixture->server = test_scripted_server_new_tls (fixture->certificate);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->certificate);
  test_clear_last (&fixture->server);
  test_folder_remove (fixture->folder);
}

static InterviewConnection *
connect_with (Fixture *fixture, const char *fingerprint)
{
  InterviewEndpoint *plain = test_scripted_server_get_endpoint (fixture->server);
  g_autoptr (InterviewEndpoint) endpoint =
      interview_endpoint_new ("127.0.0.1", interview_endpoint_get_port (plain), TRUE, fingerprint);

  return interview_connection_new (endpoint, "token", NULL, FALSE);
}

static gboolean
load (Fixture *fixture, InterviewConnection *connection, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (InterviewPage) page = NULL;

  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 200, "application/json",
                            "{\"items\":[]}");
  interview_room_api_list_async (connection, 0, 0, NULL, NULL, test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  page = interview_room_api_list_finish (connection, result, error);
  return page != NULL;
}

static void
test_right (Fixture *fixture, gconstpointer data)
{
  g_autofree char *fingerprint = interview_certificate_fingerprint (fixture->certificate);
  g_autoptr (InterviewConnection) connection = connect_with (fixture, fingerprint);
  g_autoptr (GError) error = NULL;

  g_assert_true (load (fixture, connection, &error));
  g_assert_no_error (error);
}

static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTlsCertificate) other = test_certificate_new (fixture->folder, "other");
  g_autofree char *fingerprint = interview_certificate_fingerprint (other);
  g_autoptr (InterviewConnection) connection = connect_with (fixture, fingerprint);
  g_autoptr (GError) error = NULL;

  g_assert_false (load (fixture, connection, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CERTIFICATE);
  g_assert_nonnull (strstr (error->message, "Nothing was sent"));
  g_assert_cmpuint (test_scripted_server_get_n_requests (fixture->server), ==, 0);
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewConnection) connection = connect_with (fixture, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (load (fixture, connection, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CERTIFICATE);
  g_assert_cmpuint (test_scripted_server_get_n_requests (fixture->server), ==, 0);
}

static gboolean
has_error (gpointer channel)
{
  return interview_event_channel_get_error (channel) != NULL;
}

static void
test_event_socket (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTlsCertificate) other = test_certificate_new (fixture->folder, "other");
  g_autofree char *fingerprint = interview_certificate_fingerprint (other);
  g_autoptr (InterviewConnection) connection = connect_with (fixture, fingerprint);
  g_autoptr (InterviewEventChannel) channel = interview_event_channel_new (connection);

  interview_event_channel_start (channel);
  test_await (has_error, channel);
  g_assert_error (interview_event_channel_get_error (channel), INTERVIEW_ERROR,
                  INTERVIEW_ERROR_CERTIFICATE);
  g_assert_cmpuint (test_scripted_server_get_n_requests (fixture->server), ==, 0);
}

static void
test_not_tls (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestScriptedServer) plain = test_scripted_server_new ();
  guint16 port = interview_endpoint_get_port (test_scripted_server_get_endpoint (plain));
  g_autoptr (InterviewEndpoint) endpoint = interview_endpoint_new ("127.0.0.1", port, TRUE, NULL);
  g_autoptr (InterviewConnection) connection =
      interview_connection_new (endpoint, NULL, NULL, FALSE);
  g_autoptr (GError) error = NULL;

  interview_connection_set_time_limit (connection, 50);
  g_assert_false (load (fixture, connection, &error));
  g_assert_true (error->domain == INTERVIEW_ERROR);
  g_assert_cmpuint (test_scripted_server_get_n_requests (plain), ==, 0);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/client/certificate/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("right-fingerprint", test_right);
  ADD ("wrong-fingerprint", test_wrong);
  ADD ("no-fingerprint", test_none);
  ADD ("event-socket", test_event_socket);
  ADD ("not-tls", test_not_tls);
  return g_test_run ();
}
