/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "client/notice-archive.h"
#include "core/id.h"
#include "support/await.h"
#include "support/folder.h"

static InterviewNotice *
make_notice (const char *id, const char *subject, gint64 sent_at)
{
  return g_object_new (INTERVIEW_TYPE_NOTICE, "id", id, "subject", subject, "text", "您好\n\n再见",
                       "sent-at", sent_at * G_TIME_SPAN_SECOND, NULL);
}

static void
add (InterviewNoticeArchive *archive, const char *id, const char *subject, gint64 sent_at)
{
  g_autoptr (InterviewNotice) notice = make_notice (id, subject, sent_at);
  g_autoptr (GError) error = NULL;

  g_assert_true (interview_notice_archive_add (archive, notice, &error));
  g_assert_no_error (error);
}

static void
assert_subjects (InterviewNoticeArchive *archive, const char *expected)
{
  GListModel *notices = interview_notice_archive_get_notices (archive);
  g_autoptr (GString) subjects = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (notices); i++)
    {
      g_autoptr (InterviewNotice) notice = g_list_model_get_item (notices, i);

      g_string_append_printf (subjects, "%s ", interview_notice_get_subject (notice));
      g_assert_cmpstr (interview_notice_get_text (notice), ==, "您好\n\n再见");
    }
  g_assert_cmpstr (subjects->str, ==, expected);
}

static void
test_kept (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *place = g_build_filename (folder, "messages", NULL);
  g_autofree char *first = interview_id_new ();
  g_autofree char *second = interview_id_new ();
  g_autofree char *third = interview_id_new ();
  InterviewNoticeArchive *archive = interview_notice_archive_new (place);

  assert_subjects (archive, "");
  add (archive, second, "second", 20);
  add (archive, first, "first", 10);
  add (archive, second, "once more", 20);
  assert_subjects (archive, "second first ");
  test_clear_last (&archive);

  archive = interview_notice_archive_new (place);
  assert_subjects (archive, "second first ");
  g_assert_true (interview_notice_archive_contains (archive, first));
  g_assert_false (interview_notice_archive_contains (archive, third));
  add (archive, third, "third", 30);
  assert_subjects (archive, "third second first ");
  test_clear_last (&archive);
}

/* What another program wrote there is neither listed nor touched. */
static void
test_damaged (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *id = interview_id_new ();
  g_autofree char *path = g_build_filename (folder, "damaged.json", NULL);
  InterviewNoticeArchive *archive;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "{\"id\":", -1, &error);
  g_assert_no_error (error);
  archive = interview_notice_archive_new (folder);
  assert_subjects (archive, "");
  add (archive, id, "good", 1);
  test_clear_last (&archive);
  archive = interview_notice_archive_new (folder);
  assert_subjects (archive, "good ");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  test_clear_last (&archive);
}

/* A message that is not on disk is not listed: it is fetched again. */
static void
test_no_place (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *place = g_build_filename (file, "messages", NULL);
  g_autofree char *id = interview_id_new ();
  g_autoptr (InterviewNoticeArchive) archive = interview_notice_archive_new (place);
  g_autoptr (InterviewNotice) notice = make_notice (id, "lost", 1);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, "", -1, NULL);
  g_assert_false (interview_notice_archive_add (archive, notice, &error));
  g_assert_nonnull (error);
  assert_subjects (archive, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice-archive/kept", test_kept);
  g_test_add_func ("/notice-archive/damaged", test_damaged);
  g_test_add_func ("/notice-archive/no-place", test_no_place);
  return g_test_run ();
}
