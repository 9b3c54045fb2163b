/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/error.h"
#include "core/id.h"
#include "server/blobs/upload-store.h"
#include "support/await.h"
#include "support/folder.h"

#define HELLO_HASH "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"

static InterviewUploadStore *
open_in (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "uploads", NULL);
  g_autoptr (GError) error = NULL;
  InterviewUploadStore *uploads = interview_upload_store_open (path, &error);

  g_assert_no_error (error);
  return uploads;
}

static void
write_text (InterviewUploadStore *uploads, const char *id, gint64 offset, const char *text)
{
  g_autoptr (GBytes) part = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  interview_upload_store_write (uploads, id, offset, part, &error);
  g_assert_no_error (error);
}

/* What names a file comes from outside. */
static void
test_names (void)
{
  static const char *const bad[] = { "", "../../../../etc/passwd", "../blobs", HELLO_HASH };
  g_autoptr (TestFolder) folder = test_folder_new ();
  InterviewUploadStore *uploads = open_in (folder);
  g_autoptr (GBytes) part = g_bytes_new_static ("x", 1);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (interview_upload_store_write (uploads, bad[i], 0, part, &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND);
      g_clear_error (&error);
      g_assert_null (interview_upload_store_read (uploads, bad[i], 0, 1, &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND);
      g_clear_error (&error);
      g_assert_false (interview_upload_store_remove (uploads, bad[i], &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND);
    }
  test_clear_last (&uploads);
}

static void
test_resumed (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  InterviewUploadStore *uploads = open_in (folder);
  g_autofree char *id = interview_id_new ();
  g_autoptr (GBytes) late = g_bytes_new_static ("o", 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  write_text (uploads, id, 0, "hel");
  g_assert_false (interview_upload_store_write (uploads, id, 4, late, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_OUT_OF_ORDER);
  g_clear_error (&error);
  test_clear_last (&uploads);

  uploads = open_in (folder);
  g_assert_false (interview_upload_store_check (uploads, id, 5, HELLO_HASH, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
  g_clear_error (&error);
  /* A part of it was written before, and nobody was told. */
  write_text (uploads, id, 2, "llo");
  for (guint times = 0; times < 2; times++)
    {
      g_assert_true (interview_upload_store_check (uploads, id, 5, HELLO_HASH, &error));
      g_assert_no_error (error);
    }
  bytes = interview_upload_store_read (uploads, id, 1, 3, &error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "ell", 3);
  test_clear_last (&uploads);
}

/* What looks right but is not is kept, to be written over. */
static void
test_damaged (void)
{
  static const struct
  {
    const char *text;
    gint64 size;
  } cases[] = { { "hallo", 5 }, { "hello", 6 }, { "hello!", 5 } };
  g_autoptr (TestFolder) folder = test_folder_new ();
  InterviewUploadStore *uploads = open_in (folder);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = interview_id_new ();
      g_autoptr (GError) error = NULL;

      write_text (uploads, id, 0, cases[i].text);
      g_assert_false (
          interview_upload_store_check (uploads, id, cases[i].size, HELLO_HASH, &error));
      g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID);
    }
  test_clear_last (&uploads);
}

/* The same bytes twice are two files: deleting one leaves the other. */
static void
test_removed (void)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  InterviewUploadStore *uploads = open_in (folder);
  g_autofree char *one = interview_id_new ();
  g_autofree char *other = interview_id_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  write_text (uploads, one, 0, "hello");
  write_text (uploads, other, 0, "hello");
  for (guint times = 0; times < 2; times++)
    {
      g_assert_true (interview_upload_store_remove (uploads, one, &error));
      g_assert_no_error (error);
    }
  g_assert_null (interview_upload_store_read (uploads, one, 0, 5, &error));
  g_assert_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND);
  g_clear_error (&error);
  bytes = interview_upload_store_read (uploads, other, 0, 5, &error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 5);
  test_clear_last (&uploads);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server/upload-store/names", test_names);
  g_test_add_func ("/server/upload-store/resumed", test_resumed);
  g_test_add_func ("/server/upload-store/damaged", test_damaged);
  g_test_add_func ("/server/upload-store/removed", test_removed);
  return g_test_run ();
}
