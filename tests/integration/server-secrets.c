/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem */
#include <string.h>

#include "core/id.h"
#include "core/model/invitation.h"
#include "core/protocol/created-room.h"
#include "support/stand-in.h"

/* What opens a door is not to be read from the server's folder, not even for a day. */

#define STARTS "2035-01-01T00:00:00Z"

typedef struct
{
  ServerFixture *server;
  StandIn *recruiter;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->server = server_fixture_new ();
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

/* How many files of a folder, and of those in it, have a text in them. */
static guint
count_files (const char *folder, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint count = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          count += count_files (path, text);
          continue;
        }
      g_file_get_contents (path, &contents, &length, &error);
      g_assert_no_error (error);
      count += memmem (contents, length, text, strlen (text)) != NULL;
    }
  return count;
}

static void
assert_not_kept (Fixture *fixture, const char *secret)
{
  g_assert_cmpuint (strlen (secret), >, 20);
  g_assert_cmpuint (count_files (server_fixture_get_folder (fixture->server), secret), ==, 0);
}

/* Asks twice with the same key, as a program does that lost the answer. */
static void
send_twice (Fixture *fixture, const char *path, const char *body)
{
  g_autofree char *key = interview_id_new ();
  g_autofree char *first = NULL;

  g_assert_cmpuint (stand_in_send (fixture->recruiter, "POST", path, body, key), ==, 201);
  first = g_strdup (stand_in_get_text (fixture->recruiter));
  g_assert_cmpuint (stand_in_send (fixture->recruiter, "POST", path, body, key), ==, 201);
  g_assert_cmpstr (stand_in_get_text (fixture->recruiter), ==, first);
}

static void
test_codes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *candidate =
      stand_in_get_first_id (fixture->recruiter, INTERVIEW_ROUTE_CANDIDATES);
  g_autofree char *position = stand_in_get_first_id (fixture->recruiter, INTERVIEW_ROUTE_POSITIONS);
  g_autofree char *body =
      g_strdup_printf ("{\"candidate_id\":\"%s\",\"position_id\":\"%s\",\"starts_at\":\"" STARTS
                       "\",\"duration_minutes\":35,\"interactive\":true}",
                       candidate, position);
  g_autofree char *path = NULL;
  g_autoptr (InterviewCreatedRoom) created = NULL;
  g_autoptr (InterviewInvitation) renewed = NULL;
  const char *room_id;
  g_autoptr (GError) error = NULL;

  send_twice (fixture, "/api/v1/rooms", body);
  created = interview_record_from_text (INTERVIEW_TYPE_CREATED_ROOM,
                                        stand_in_get_text (fixture->recruiter), -1, &error);
  g_assert_no_error (error);
  room_id = interview_room_get_id (interview_created_room_get_room (created));
  path = g_strdup_printf ("/api/v1/rooms/%s/invitation", room_id);
  send_twice (fixture, path, NULL);
  renewed = interview_record_from_text (INTERVIEW_TYPE_INVITATION,
                                        stand_in_get_text (fixture->recruiter), -1, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < 2; i++)
    {
      /* The room is there, so the search looks at the right files. */
      g_assert_cmpuint (count_files (server_fixture_get_folder (fixture->server), room_id), >, 0);
      assert_not_kept (fixture, interview_invitation_get_code (
                                    interview_created_room_get_invitation (created)));
      assert_not_kept (fixture, interview_invitation_get_code (renewed));
      assert_not_kept (fixture, stand_in_get_token (fixture->recruiter));
      if (i == 0)
        server_fixture_stop (fixture->server);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/server/secrets/codes", Fixture, NULL, set_up, test_codes, tear_down);
  return g_test_run ();
}
