/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "server/blobs/blob-store.h"
#include "support/await.h"
#include "support/folder.h"

#define HELLO_HASH "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"

static InterviewBlobStore *
open_in (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "blobs", NULL);
  g_autoptr (GError) error = NULL;
  InterviewBlobStore *blobs = interview_blob_store_open (path, &error);

  g_assert_no_error (error);
  return blobs;
}

static char *
read_text (InterviewBlobStore *blobs, const char *hash, gint64 offset, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = interview_blob_store_read (blobs, hash, offset, length, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_ranges (void)
{
  static const struct
  {
    gint64 offset;
    gsize length;
    const char *text;
  } cases[] = {
    { 0, 5, "hello" }, { 0, G_MAXSIZE, "hello" }, { 1, 3, "ell" }, { 4, 9, "o" },
    { 5, 1, "" },      { G_MAXINT64, 1, "" },
  };
  g_autoptr (TestFolder) folder = test_folder_new ();
  InterviewBlobStore *blobs = open_in (folder);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("hello", 5);
  g_autoptr (GError) error = NULL;
  gint64 size = 0;

  for (guint times = 0; times < 2; times++)
    {
      g_autofree char *hash = interview_blob_store_add (blobs, bytes, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (hash, ==, HELLO_HASH);
    }
  g_assert_true (interview_blob_store_get_size (blobs, HELLO_HASH, &size, &error));
  g_assert_cmpint (size, ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = read_text (blobs, HELLO_HASH, cases[i].offset, cases[i].length);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  test_clear_last (&blobs);
}

/* What names a file comes from outside. */
static void
test_names (void)
{
  static const char *const bad[] = {
    "",
    "../../../../../../../../../../../../../../../../../../../etc/passwd",
    "2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824",
    "0000000000000000000000000000000000000000000000000000000000000000",
  };
  g_autoptr (TestFolder) folder = test_folder_new ();
  InterviewBlobStore *blobs = open_in (folder);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (interview_blob_store_read (blobs, bad[i], 0, 1, &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND);
    }
  test_clear_last (&blobs);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/blob-store/ranges", test_ranges);
  g_test_add_func ("/server/blob-store/names", test_names);
  return g_test_run ();
}
