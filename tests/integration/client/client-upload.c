/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <libsoup/soup.h>
#include <string.h>

#include "client/file-digest.h"
#include "client/recording-upload.h"
#include "client/share-api.h"
#include "core/error.h"
#include "core/id.h"
#include "core/protocol/limits.h"
#include "cutting-proxy.h"
#include "server/store/recording-table.h"
#include "server/store/room-table.h"
#include "support/await.h"
#include "support/folder.h"
#include "support/server-fixture.h"
#include "visitor.h"

/* A recording on its way to a real server: it arrives as it was, whatever the network does. */

#define N_PARTS 60
#define SIZE (N_PARTS * INTERVIEW_LIMIT_PART + 11)

typedef struct
{
  ServerFixture *server;
  TestCuttingProxy *proxy;
  Visitor *recruiter;
  char *person_id;
  char *room_id;
  char *recording_id;
  char *folder;
  char *path;
  GBytes *content;
  InterviewRecordingShare *share;
  InterviewRecordingUpload *upload;
  guint n_said;
  guint n_done;
  GError *failed;
  GAsyncResult *result;
} Fixture;

/* What a program recorded, and everybody agreed to. */
static gboolean
add_recording (InterviewTransaction *transaction, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (InterviewRoomRow) room =
      interview_room_table_get_row (transaction, fixture->room_id, error);
  const InterviewRowHead head = { fixture->recording_id, room->company_id, room->unit_id, NULL };
  InterviewRecordingRow row = {
    .id = fixture->recording_id,
    .room_id = fixture->room_id,
    .asked_by = fixture->person_id,
    .scope = INTERVIEW_RECORDING_SCOPE_HIRING,
    .state = INTERVIEW_RECORDING_STATE_STOPPED,
    .text_version = 1,
    .asked_at = 1,
    .started_at = 1,
    .ended_at = 2,
  };

  return interview_recording_table_insert (transaction, &head, &row, error) &&
         interview_recording_table_set_state (transaction, &row, error);
}

static void
write_content (Fixture *fixture)
{
  guint32 *words = g_malloc0 (SIZE + sizeof (guint32));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < SIZE / sizeof (guint32); i++)
    words[i] = g_test_rand_int ();
  fixture->content = g_bytes_new_take (words, SIZE);
  fixture->path = g_build_filename (fixture->folder, "recording.webm", NULL);
  g_file_set_contents (fixture->path, (const char *) words, SIZE, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewCreatedRoom) created = NULL;
  g_autoptr (InterviewSession) session = NULL;
  g_autoptr (GError) error = NULL;

  fixture->server = server_fixture_new ();
  server_fixture_start (fixture->server);
  fixture->proxy = test_cutting_proxy_new ();
  test_cutting_proxy_set_target (fixture->proxy, server_fixture_get_endpoint (fixture->server));
  fixture->recruiter = visitor_new (test_cutting_proxy_get_endpoint (fixture->proxy));
  visitor_expect_redeemed (fixture->recruiter, interview_sample_get_recruiter_code (
                                                   server_fixture_get_sample (fixture->server)));
  session = visitor_get_session (fixture->recruiter, &error);
  g_assert_no_error (error);
  fixture->person_id = g_strdup (interview_person_get_id (interview_session_get_person (session)));
  created = visitor_create_room (fixture->recruiter, 0);
  fixture->room_id = g_strdup (interview_room_get_id (interview_created_room_get_room (created)));
  fixture->recording_id = interview_id_new ();
  server_fixture_run (fixture->server, add_recording, fixture);
  fixture->folder = test_folder_new ();
  write_content (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->upload);
  g_clear_object (&fixture->share);
  g_clear_error (&fixture->failed);
  visitor_free (fixture->recruiter);
  g_object_unref (fixture->proxy);
  server_fixture_free (fixture->server);
  g_bytes_unref (fixture->content);
  g_free (fixture->person_id);
  g_free (fixture->room_id);
  g_free (fixture->recording_id);
  g_free (fixture->path);
  test_folder_remove (fixture->folder);
}

static char *
find_digest (Fixture *fixture, gint64 *size)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *digest;

  interview_file_digest_async (fixture->path, NULL, test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  digest = interview_file_digest_finish (result, size, &error);
  g_assert_no_error (error);
  return digest;
}

static void
create_share (Fixture *fixture)
{
  InterviewConnection *connection = fixture->recruiter->connection;
  gint64 size = 0;
  g_autofree char *digest = find_digest (fixture, &size);
  g_autoptr (InterviewShareRequest) request =
      g_object_new (INTERVIEW_TYPE_SHARE_REQUEST, "size", size, "sha256", digest, "days",
                    (gint64) 7, NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (size, ==, SIZE);
  interview_share_api_create_async (connection, fixture->room_id, fixture->recording_id, request,
                                    NULL, test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  fixture->share = interview_share_api_create_finish (connection, result, &error);
  g_assert_no_error (error);
}

static void
on_share (Fixture *fixture)
{
  fixture->n_said++;
}

static void
on_done (Fixture *fixture)
{
  fixture->n_done++;
}

static void
on_failed (Fixture *fixture, const GError *error)
{
  fixture->failed = g_error_copy (error);
}

static void
start_upload (Fixture *fixture)
{
  g_clear_object (&fixture->upload);
  fixture->upload =
      interview_recording_upload_new (fixture->recruiter->connection, fixture->path,
                                      interview_recording_share_get_id (fixture->share));
  g_signal_connect_swapped (fixture->upload, "notify::share", G_CALLBACK (on_share), fixture);
  g_signal_connect_swapped (fixture->upload, "done", G_CALLBACK (on_done), fixture);
  g_signal_connect_swapped (fixture->upload, "failed", G_CALLBACK (on_failed), fixture);
  interview_recording_upload_start (fixture->upload);
}

static gboolean
is_under_way (gpointer data)
{
  Fixture *fixture = data;

  return fixture->n_said >= N_PARTS / 10;
}

static gboolean
is_over (gpointer data)
{
  Fixture *fixture = data;

  return fixture->n_done > 0 || fixture->failed != NULL;
}

static gboolean
has_cut (gpointer data)
{
  Fixture *fixture = data;

  return test_cutting_proxy_get_n_cut (fixture->proxy) > 3;
}

/* What somebody without a sign-in gets by the link. */
static GBytes *
open_link (Fixture *fixture, guint *status)
{
  g_autoptr (GUri) link =
      g_uri_parse (interview_recording_share_get_link (fixture->share), G_URI_FLAGS_NONE, NULL);
  g_autofree char *path = g_strconcat (g_uri_get_path (link), "/recording", NULL);
  g_autofree char *uri = server_fixture_get_uri (fixture->server, path);
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (SoupMessage) message = soup_message_new ("GET", uri);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = soup_session_send_and_read (session, message, NULL, &error);

  g_assert_no_error (error);
  *status = soup_message_get_status (message);
  return bytes;
}

/* Lost answers, a server that is away for a while, and a program that begins anew. */
static void
test_interrupted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) early = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint status;

  create_share (fixture);
  start_upload (fixture);
  test_await (is_under_way, fixture);
  test_cutting_proxy_set_cuts (fixture->proxy, TRUE);
  test_await (has_cut, fixture);
  test_cutting_proxy_set_cuts (fixture->proxy, FALSE);
  fixture->n_said = 0;
  test_await (is_under_way, fixture);
  server_fixture_stop (fixture->server);
  server_fixture_start (fixture->server);
  interview_recording_upload_stop (fixture->upload);
  early = open_link (fixture, &status);
  g_assert_cmpuint (status, ==, 404);
  g_assert_cmpuint (fixture->n_done, ==, 0);
  start_upload (fixture);
  test_await (is_over, fixture);
  g_assert_no_error (fixture->failed);
  g_assert_cmpuint (fixture->n_done, ==, 1);
  bytes = open_link (fixture, &status);
  g_assert_cmpuint (status, ==, 200);
  g_assert_true (g_bytes_equal (bytes, fixture->content));
}

/* A file that has changed since is said to be another one, and no link opens it. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_malloc0 (SIZE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint status;

  create_share (fixture);
  g_file_set_contents (fixture->path, other, SIZE, &error);
  g_assert_no_error (error);
  start_upload (fixture);
  test_await (is_over, fixture);
  g_assert_error (fixture->failed, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
  bytes = open_link (fixture, &status);
  g_assert_cmpuint (status, ==, 404);
}

static void
test_withdrawn (Fixture *fixture, gconstpointer data)
{
  InterviewConnection *connection = fixture->recruiter->connection;
  g_autoptr (InterviewRecordingShare) withdrawn = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  create_share (fixture);
  start_upload (fixture);
  test_await (is_under_way, fixture);
  interview_share_api_withdraw_async (connection, interview_recording_share_get_id (fixture->share),
                                      NULL, test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  withdrawn = interview_share_api_withdraw_finish (connection, result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (interview_recording_share_get_state (withdrawn), ==,
                   INTERVIEW_RECORDING_SHARE_STATE_WITHDRAWN);
  test_await (is_over, fixture);
  g_assert_error (fixture->failed, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT);
  g_assert_cmpuint (fixture->n_done, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/client/upload/interrupted", Fixture, NULL, set_up, test_interrupted, tear_down);
  g_test_add ("/client/upload/changed", Fixture, NULL, set_up, test_changed, tear_down);
  g_test_add ("/client/upload/withdrawn", Fixture, NULL, set_up, test_withdrawn, tear_down);
  return g_test_run ();
}
