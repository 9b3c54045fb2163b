/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "client/spool.h"
#include "core/error.h"
#include "core/id.h"
#include "scripted-server.h"
#include "sqlite/connection.h"
#include "support/await.h"
#include "support/folder.h"
#include "support/small-disk.h"

/* MiB of a disk that is soon full. */
#define SMALL_DISK 4

#define PROBLEM "application/problem+json"

/* The schema of the first release. */
#define FIRST_RELEASE                                                                              \
  "CREATE TABLE waiting (id TEXT PRIMARY KEY, endpoint TEXT NOT NULL, room_id TEXT NOT NULL,"      \
  " recruiter_id TEXT NOT NULL, body TEXT NOT NULL, entered_at INTEGER NOT NULL, refusal TEXT)"    \
  " STRICT; CREATE UNIQUE INDEX waiting_once ON waiting (room_id, recruiter_id)"

typedef struct
{
  char *folder;
  char *path;
  TestScriptedServer *server;
  InterviewSpool *spool;
  GAsyncResult *result;
  guint n_delivered;
  guint n_expected; /* requests */
  char *set_aside;
  GError *refused;
} Fixture;

static void
on_delivered (InterviewSpool *spool, const char *id, gpointer user_data)
{
  ((Fixture *) user_data)->n_delivered++;
}

static void
on_refused (InterviewSpool *spool, const char *id, const GError *error, gpointer user_data)
{
  ((Fixture *) user_data)->refused = g_error_copy (error);
}

static void
on_set_aside (InterviewSpool *spool, const char *path, gpointer user_data)
{
  ((Fixture *) user_data)->set_aside = g_strdup (path);
}

static gboolean
open_spool (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  fixture->spool = interview_spool_new (fixture->path, FALSE);
  g_signal_connect (fixture->spool, "delivered", G_CALLBACK (on_delivered), fixture);
  g_signal_connect (fixture->spool, "refused", G_CALLBACK (on_refused), fixture);
  g_signal_connect (fixture->spool, "set-aside", G_CALLBACK (on_set_aside), fixture);
  interview_spool_open_async (fixture->spool, NULL, test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  return interview_spool_open_finish (fixture->spool, result, error);
}

static void
open_well (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  open_spool (fixture, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "spool.sqlite", NULL);
  fixture->server = test_scripted_server_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->spool != NULL)
    test_clear_last (&fixture->spool);
  test_clear_last (&fixture->server);
  test_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->set_aside);
  g_clear_error (&fixture->refused);
}

static InterviewRating *
make_rating (void)
{
  g_autofree char *id = interview_id_new ();
  g_autofree char *room = interview_id_new ();
  g_autofree char *recruiter = interview_id_new ();

  return g_object_new (INTERVIEW_TYPE_RATING, "id", id, "room_id", room, "recruiter_id", recruiter,
                       "stars", (gint64) 4, "comment", "清楚", "answered_at", g_get_real_time (),
                       "delivery_token", "delivery", NULL);
}

static gboolean
add (Fixture *fixture, InterviewRating *rating, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  interview_spool_add_async (fixture->spool, test_scripted_server_get_endpoint (fixture->server),
                             INTERVIEW_RECORD (rating), NULL, test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  return interview_spool_add_finish (fixture->spool, result, error);
}

static void
let_confirm (Fixture *fixture, InterviewRating *rating)
{
  g_autofree char *text = interview_record_to_text (INTERVIEW_RECORD (rating));

  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 201, "application/json", text);
}

static gboolean
has_delivered (gpointer data)
{
  Fixture *fixture = data;

  return fixture->n_delivered == 1 && interview_spool_get_n_waiting (fixture->spool) == 0;
}

static gboolean
is_refused (gpointer data)
{
  Fixture *fixture = data;

  return fixture->refused != NULL && interview_spool_get_n_waiting (fixture->spool) == 0;
}

static gboolean
was_asked_often (gpointer data)
{
  return test_scripted_server_get_n_requests (data) >= 4;
}

static void
test_delivers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewRating) rating = make_rating ();
  g_autoptr (InterviewRating) sent = NULL;
  g_autoptr (GError) error = NULL;

  open_well (fixture);
  let_confirm (fixture, rating);
  g_assert_true (add (fixture, rating, &error));
  test_await (has_delivered, fixture);
  g_assert_cmpuint (test_scripted_server_get_n_requests (fixture->server), ==, 1);
  g_assert_true (g_str_has_suffix (test_scripted_server_get_path (fixture->server, 0),
                                   interview_rating_get_id (rating)));
  g_assert_null (test_scripted_server_get_header (fixture->server, 0, "Authorization"));
  sent =
      interview_record_from_text (INTERVIEW_TYPE_RATING,
                                  test_scripted_server_get_body (fixture->server, 0), -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (interview_rating_get_comment (sent), ==, "清楚");
}

static void
test_waits_for_server (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewRating) rating = make_rating ();

  open_well (fixture);
  test_scripted_server_add (fixture->server, SCRIPT_HANG_UP, 0, NULL, NULL);
  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 500, NULL, NULL);
  /* A proxy that answers in the place of a server which is away. */
  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 404, "text/html", "<h1>no</h1>");
  let_confirm (fixture, rating);
  g_assert_true (add (fixture, rating, NULL));
  test_await (has_delivered, fixture);
  g_assert_null (fixture->refused);
}

static void
test_survives_restart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewRating) rating = make_rating ();

  open_well (fixture);
  for (guint i = 0; i < 4; i++)
    test_scripted_server_add (fixture->server, SCRIPT_HANG_UP, 0, NULL, NULL);
  g_assert_true (add (fixture, rating, NULL));
  test_await (was_asked_often, fixture->server);
  test_clear_last (&fixture->spool);
  let_confirm (fixture, rating);
  open_well (fixture);
  test_await (has_delivered, fixture);
}

static void
test_refused_for_good (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewRating) rating = make_rating ();

  open_well (fixture);
  test_scripted_server_add (fixture->server, SCRIPT_ANSWER, 409, PROBLEM,
                            "{\"type\":\"about:blank\",\"title\":\"x\",\"status\":409,"
                            "\"code\":\"already-rated\"}");
  g_assert_true (add (fixture, rating, NULL));
  test_await (is_refused, fixture);
  g_assert_error (fixture->refused, INTERVIEW_ERROR, INTERVIEW_ERROR_ALREADY_RATED);
  test_clear_last (&fixture->spool);
  open_well (fixture);
  g_assert_cmpuint (interview_spool_get_n_waiting (fixture->spool), ==, 0);
  g_assert_cmpuint (test_scripted_server_get_n_requests (fixture->server), ==, 1);
}

static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewRating) rating = make_rating ();
  g_autoptr (InterviewRating) other = make_rating ();
  g_autoptr (GError) error = NULL;

  open_well (fixture);
  test_scripted_server_add (fixture->server, SCRIPT_SILENCE, 0, NULL, NULL);
  g_assert_true (add (fixture, rating, NULL));
  g_assert_true (add (fixture, rating, NULL));
  g_object_set (other, "room_id", interview_rating_get_room_id (rating), "recruiter_id",
                interview_rating_get_recruiter_id (rating), NULL);
  g_assert_false (add (fixture, other, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_ALREADY_RATED);
  test_scripted_server_go_away (fixture->server);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *noise = g_strnfill (20000, 'x');
  g_autoptr (InterviewRating) rating = make_rating ();

  g_assert_true (g_file_set_contents (fixture->path, noise, -1, NULL));
  open_well (fixture);
  g_assert_nonnull (fixture->set_aside);
  g_assert_true (g_file_test (fixture->set_aside, G_FILE_TEST_EXISTS));
  let_confirm (fixture, rating);
  g_assert_true (add (fixture, rating, NULL));
  test_await (has_delivered, fixture);
}

static void
test_damaged_page (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;
  gsize length;

  open_well (fixture);
  test_clear_last (&fixture->spool);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 8192);
  memset (contents + 4096, 0xa5, 4096);
  g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) length, NULL));
  open_well (fixture);
  g_assert_nonnull (fixture->set_aside);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewSqliteConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  connection = interview_sqlite_connection_open (fixture->path, &error);
  g_assert_true (
      interview_sqlite_connection_execute (connection, "PRAGMA user_version = 99", &error));
  g_clear_object (&connection);
  g_assert_false (open_spool (fixture, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_NEWER);
  g_assert_null (fixture->set_aside);
}

static void
test_no_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, "missing", "spool.sqlite", NULL);
  g_assert_false (open_spool (fixture, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL);
}

static void
test_invalid_rating (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewRating) rating = make_rating ();
  g_autoptr (GError) error = NULL;

  open_well (fixture);
  g_object_set (rating, "stars", (gint64) 0, NULL);
  g_assert_false (add (fixture, rating, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
  g_assert_cmpuint (interview_spool_get_n_waiting (fixture->spool), ==, 0);
}

/* What waited in the spool of the first release is delivered by this one. */
static void
test_first_release (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewRating) rating = make_rating ();
  g_autoptr (InterviewSqliteConnection) connection = NULL;
  g_autofree char *endpoint =
      interview_endpoint_to_text (test_scripted_server_get_endpoint (fixture->server));
  g_autofree char *body = interview_record_to_text (INTERVIEW_RECORD (rating));
  g_autofree char *insert =
      g_strdup_printf ("INSERT INTO waiting VALUES ('%s', '%s', '%s', '%s', '%s', 1, NULL)",
                       interview_rating_get_id (rating), endpoint,
                       interview_rating_get_room_id (rating),
                       interview_rating_get_recruiter_id (rating), body);
  g_autoptr (GError) error = NULL;

  connection = interview_sqlite_connection_open (fixture->path, &error);
  g_assert_no_error (error);
  interview_sqlite_connection_execute (connection, FIRST_RELEASE, &error);
  g_assert_no_error (error);
  interview_sqlite_connection_execute (connection, insert, &error);
  g_assert_no_error (error);
  interview_sqlite_connection_execute (connection, "PRAGMA user_version = 1", &error);
  g_assert_no_error (error);
  g_clear_object (&connection);

  let_confirm (fixture, rating);
  open_well (fixture);
  test_await (has_delivered, fixture);
}

/* As many ratings as there is room for; what does not fit is told so. */
static GPtrArray *
add_until_full (Fixture *fixture, InterviewRating **refused)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  test_small_disk_fill (fixture->folder);
  for (*refused = make_rating (); add (fixture, *refused, &error); *refused = make_rating ())
    g_ptr_array_add (kept, *refused);
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_FULL);
  g_assert_nonnull (strstr (error->message, "disk is full"));
  return kept;
}

static gboolean
was_asked_for_all (gpointer data)
{
  Fixture *fixture = data;

  return test_scripted_server_get_n_requests (fixture->server) >= fixture->n_expected;
}

static gboolean
waits_for_none (gpointer data)
{
  return interview_spool_get_n_waiting (data) == 0;
}

/* A server is away while the disk fills up, and comes back before there is room again. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewRating) first = make_rating ();
  g_autoptr (InterviewRating) last = make_rating ();
  g_autoptr (InterviewRating) refused = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GError) error = NULL;

  if (test_small_disk_skip ())
    return;
  test_small_disk_mount (fixture->folder, SMALL_DISK);
  open_well (fixture);
  g_assert_true (add (fixture, first, NULL));
  kept = add_until_full (fixture, &refused);
  g_ptr_array_insert (kept, 0, g_steal_pointer (&first));
  g_assert_cmpuint (interview_spool_get_n_waiting (fixture->spool), ==, kept->len);

  /* What was delivered cannot be crossed out, so it stays, to be delivered once more. */
  test_clear_last (&fixture->spool);
  test_small_disk_fill (fixture->folder);
  test_scripted_server_confirm (fixture->server);
  fixture->n_expected = test_scripted_server_get_n_requests (fixture->server) + kept->len;
  open_well (fixture);
  test_await (was_asked_for_all, fixture);
  g_assert_false (add (fixture, refused, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_FULL);

  test_small_disk_make_room (fixture->folder);
  g_assert_true (add (fixture, refused, NULL));
  test_await (waits_for_none, fixture->spool);

  /* None of them waits any longer. */
  test_clear_last (&fixture->spool);
  open_well (fixture);
  fixture->n_expected = test_scripted_server_get_n_requests (fixture->server) + 1;
  g_assert_true (add (fixture, last, NULL));
  test_await (was_asked_for_all, fixture);
  test_await (waits_for_none, fixture->spool);
  g_assert_cmpuint (test_scripted_server_get_n_requests (fixture->server), ==, fixture->n_expected);
  g_assert_null (fixture->refused);
  g_assert_null (fixture->set_aside);
  test_clear_last (&fixture->spool);
  test_small_disk_unmount (fixture->folder);
}

#define ADD(path, func) g_test_add ("/client/spool/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  test_small_disk_init ();
  g_test_init (&argc, &argv, NULL);
  ADD ("delivers", test_delivers);
  ADD ("waits-for-server", test_waits_for_server);
  ADD ("survives-restart", test_survives_restart);
  ADD ("refused-for-good", test_refused_for_good);
  ADD ("twice", test_twice);
  ADD ("damaged", test_damaged);
  ADD ("damaged-page", test_damaged_page);
  ADD ("newer", test_newer);
  ADD ("first-release", test_first_release);
  ADD ("no-place", test_no_place);
  ADD ("invalid-rating", test_invalid_rating);
  ADD ("full-disk", test_full_disk);
  return g_test_run ();
}
