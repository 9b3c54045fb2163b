/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program/recording-shelf.h"
#include "support/await.h"
#include "support/folder.h"

#define FIRST "aaaaaaaaaaaaaaaaaaaaaaaaaa"
#define SECOND "bbbbbbbbbbbbbbbbbbbbbbbbbb"
#define ROOM "cccccccccccccccccccccccccc"

static char *
put (InterviewRecordingShelf *shelf, const char *recording_id, const char *title)
{
  char *path = interview_recording_shelf_begin (shelf, recording_id, ROOM, title);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "picture and sound", -1, &error);
  g_assert_no_error (error);
  interview_recording_shelf_finish (shelf, path);
  return path;
}

static guint
count (InterviewRecordingShelf *shelf)
{
  return g_list_model_get_n_items (interview_recording_shelf_get_recordings (shelf));
}

/* Each stretch is a file of its own; another run of the program finds them all, newest first. */
static void
test_again (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *place = g_build_filename (folder, "recordings", NULL);
  g_autoptr (InterviewRecordingShelf) shelf = interview_recording_shelf_new (place);
  g_autoptr (InterviewRecordingShelf) later = interview_recording_shelf_new (place);
  g_autoptr (InterviewShelvedRecording) newest = NULL;
  g_autofree char *one = put (shelf, FIRST, "陈思远, 嵌入式软件工程师");
  g_autofree char *two = put (shelf, FIRST, "陈思远, 嵌入式软件工程师");
  g_autofree char *three = put (shelf, SECOND, "Rajiv Menon, Principal engineer");

  g_assert_cmpstr (one, !=, two);
  g_assert_cmpuint (count (shelf), ==, 3);
  interview_recording_shelf_load (shelf);
  g_assert_cmpuint (count (shelf), ==, 3);

  g_assert_cmpuint (count (later), ==, 0);
  interview_recording_shelf_load (later);
  g_assert_cmpuint (count (later), ==, 3);
  newest = g_list_model_get_item (interview_recording_shelf_get_recordings (later), 0);
  g_assert_cmpstr (interview_shelved_recording_get_path (newest), ==, three);
  g_assert_cmpstr (interview_shelved_recording_get_title (newest), ==,
                   "Rajiv Menon, Principal engineer");
  g_assert_cmpstr (interview_shelved_recording_get_recording_id (newest), ==, SECOND);
  g_assert_cmpstr (interview_shelved_recording_get_room_id (newest), ==, ROOM);
  g_assert_true (interview_shelved_recording_get_whole (newest));
  g_assert_cmpint (interview_shelved_recording_get_size (newest), ==, 17);
}

/* Whoever takes their agreement back has every part deleted, and nothing else. */
static void
test_withdrawn (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (InterviewRecordingShelf) shelf = interview_recording_shelf_new (folder);
  g_autoptr (InterviewRecordingShelf) later = interview_recording_shelf_new (folder);
  g_autofree char *one = put (shelf, FIRST, "One");
  g_autofree char *two = put (shelf, FIRST, "One");
  g_autofree char *three = put (shelf, SECOND, "Two");

  interview_recording_shelf_remove_all (later, FIRST);
  g_assert_false (g_file_test (one, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (two, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (three, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count (later), ==, 1);
}

/* Files that are not recordings are left alone. */
static void
test_strangers (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (InterviewRecordingShelf) shelf = interview_recording_shelf_new (folder);
  g_autofree char *film = g_build_filename (folder, "film.webm", NULL);
  g_autofree char *odd = g_build_filename (folder, "odd.webm", NULL);
  g_autofree char *note = g_build_filename (folder, "odd.webm.ini", NULL);

  g_assert_true (g_file_set_contents (film, "film", -1, NULL));
  g_assert_true (g_file_set_contents (odd, "odd", -1, NULL));
  g_assert_true (g_file_set_contents (note, "[recording]\nid=1\nroom=\xff\n", -1, NULL));
  interview_recording_shelf_load (shelf);
  g_assert_cmpuint (count (shelf), ==, 0);
  interview_recording_shelf_remove_all (shelf, FIRST);
  g_assert_true (g_file_test (film, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/program/recording-shelf/again", test_again);
  g_test_add_func ("/program/recording-shelf/withdrawn", test_withdrawn);
  g_test_add_func ("/program/recording-shelf/strangers", test_strangers);

  return g_test_run ();
}
