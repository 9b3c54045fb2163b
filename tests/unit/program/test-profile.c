/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <unistd.h>

#include "core/error.h"
#include "core/id.h"
#include "program/last-visit.h"
#include "program/profile.h"
#include "program/sign-in-file.h"
#include "support/folder.h"

#define PROGRAM "io.github.interview.Candidate"
#define LINK "interview://127.0.0.1:8700/0123456789abcdefghjkmnpqrs?tls=no\n"
#define START G_GINT64_CONSTANT (1790000000000000)

static void
test_names (void)
{
  const char *refused[] = {
    "", "1st", "a b", "../etc", "a.b", "a/b", "a23456789012345678901234567890123", "名"
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (interview_profile_new (PROGRAM, refused[i], &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
    }
}

static void
test_apart (void)
{
  g_autoptr (InterviewProfile) usual = interview_profile_new (PROGRAM, NULL, NULL);
  g_autoptr (InterviewProfile) demo = interview_profile_new (PROGRAM, "demo", NULL);
  g_autofree char *server = NULL;

  g_assert_cmpstr (interview_profile_get_application_id (usual), ==, PROGRAM);
  g_assert_cmpstr (interview_profile_get_application_id (demo), ==, PROGRAM ".demo");
  g_assert_true (g_file_test (interview_profile_get_data_directory (demo), G_FILE_TEST_IS_DIR));
  g_assert_cmpstr (interview_profile_get_data_directory (demo), !=,
                   interview_profile_get_data_directory (usual));
  g_settings_set_string (interview_profile_get_settings (demo), "server", "example.org");
  server = g_settings_get_string (interview_profile_get_settings (usual), "server");
  g_assert_cmpstr (server, ==, "");
}

static void
write_file (const char *path, const char *text, int mode)
{
  g_assert_true (
      g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, mode, NULL));
  g_assert_no_errno (g_chmod (path, mode));
}

static void
expect_refused (const char *path, InterviewErrorCode code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (interview_sign_in_file_read (path, &error));
  g_assert_error (error, INTERVIEW_ERROR, (int) code);
}

static void
test_sign_in_file (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "sign-in", NULL);
  g_autofree char *other = g_build_filename (folder, "other", NULL);
  g_autoptr (InterviewLink) link = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_strnfill (5000, 'a');

  expect_refused (path, INTERVIEW_ERROR_NOT_FOUND);
  expect_refused (folder, INTERVIEW_ERROR_INVALID);
  write_file (path, LINK, 0644);
  expect_refused (path, INTERVIEW_ERROR_CREDENTIALS);
  write_file (path, "hello", 0600);
  expect_refused (path, INTERVIEW_ERROR_INVALID);
  write_file (path, large, 0600);
  expect_refused (path, INTERVIEW_ERROR_INVALID);
  write_file (path, LINK, 0600);
  g_assert_no_errno (symlink (path, other));
  expect_refused (other, INTERVIEW_ERROR_CREDENTIALS);
  link = interview_sign_in_file_read (path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (link);
  g_assert_cmpstr (interview_link_get_code (link), ==, "0123456789abcdefghjkmnpqrs");
  g_assert_true (interview_sign_in_file_remove (path, NULL));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (interview_sign_in_file_remove (path, NULL));
}

static void
test_last_visit (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "visit.ini", NULL);
  g_autofree char *room_id = interview_id_new ();
  g_autofree char *found = NULL;
  g_autoptr (InterviewClock) clock = interview_clock_new_fixed (START);
  g_autoptr (InterviewLastVisit) visit = interview_last_visit_new (path, clock);

  g_assert_null (interview_last_visit_find_room (visit));
  g_assert_true (interview_last_visit_get_camera_enabled (visit));
  interview_last_visit_mark (visit, room_id, FALSE, TRUE);
  interview_clock_advance (clock, INTERVIEW_LAST_VISIT_SECONDS * (gint64) G_USEC_PER_SEC);
  found = interview_last_visit_find_room (visit);
  g_assert_cmpstr (found, ==, room_id);
  g_assert_false (interview_last_visit_get_camera_enabled (visit));
  g_assert_true (interview_last_visit_get_microphone_enabled (visit));
  interview_clock_advance (clock, 1);
  g_assert_null (interview_last_visit_find_room (visit));
  interview_last_visit_mark (visit, room_id, TRUE, TRUE);
  interview_last_visit_clear (visit);
  g_assert_null (interview_last_visit_find_room (visit));
  write_file (path, "[visit]\nroom=../../etc/passwd\nmarked-at=1790000600000001\n", 0600);
  g_assert_null (interview_last_visit_find_room (visit));
  write_file (path, "\xff\xfe not a key file", 0600);
  g_assert_null (interview_last_visit_find_room (visit));
}

int
main (int argc, char **argv)
{
  g_autoptr (TestFolder) home = test_folder_new ();

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("XDG_CACHE_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/names", test_names);
  g_test_add_func ("/profile/apart", test_apart);
  g_test_add_func ("/sign-in-file/read", test_sign_in_file);
  g_test_add_func ("/last-visit/find", test_last_visit);
  return g_test_run ();
}
