/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "client/draft.h"
#include "core/id.h"
#include "support/await.h"
#include "support/folder.h"

/* What somebody is writing, kept in the file of a spool. */

typedef struct
{
  char *folder;
  char *path;
  char *room_id;
  InterviewSpool *spool;
  GAsyncResult *result;
  char *loaded;
} Fixture;

static void
open_spool (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->spool = interview_spool_new (fixture->path, FALSE);
  interview_spool_open_async (fixture->spool, NULL, test_keep_result, &fixture->result);
  result = test_await_result (&fixture->result);
  interview_spool_open_finish (fixture->spool, result, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = test_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "spool.sqlite", NULL);
  fixture->room_id = interview_id_new ();
  open_spool (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_clear_last (&fixture->spool);
  test_folder_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->room_id);
  g_free (fixture->loaded);
}

static void
on_loaded (InterviewDraft *draft, const char *text, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->loaded);
  fixture->loaded = g_strdup (text);
}

static gboolean
has_loaded (gpointer data)
{
  return ((Fixture *) data)->loaded != NULL;
}

/* The spool works in order, so that what a mark was written after is on the disk with it. */
static void
assert_kept (Fixture *fixture, const char *person, const char *place, const char *expected)
{
  g_autoptr (InterviewDraft) draft =
      interview_draft_new (fixture->spool, person, place, fixture->room_id);
  g_autoptr (InterviewDraft) mark = interview_draft_new (fixture->spool, "mark", "mark", NULL);

  g_clear_pointer (&fixture->loaded, g_free);
  g_signal_connect (draft, "loaded", G_CALLBACK (on_loaded), fixture);
  interview_draft_load (draft);
  if (expected != NULL)
    {
      test_await (has_loaded, fixture);
      g_assert_cmpstr (fixture->loaded, ==, expected);
      return;
    }
  g_signal_connect (mark, "loaded", G_CALLBACK (on_loaded), fixture);
  interview_draft_load (mark);
  test_await (has_loaded, fixture);
  g_assert_cmpstr (fixture->loaded, ==, "mark");
}

static void
write_draft (Fixture *fixture, const char *person, const char *place, const char *text)
{
  g_autoptr (InterviewDraft) draft =
      interview_draft_new (fixture->spool, person, place, fixture->room_id);

  interview_draft_set_text (draft, text);
}

static void
write_mark (Fixture *fixture)
{
  g_autoptr (InterviewDraft) mark = interview_draft_new (fixture->spool, "mark", "mark", NULL);

  interview_draft_set_text (mark, "mark");
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  write_mark (fixture);
  write_draft (fixture, "one", "chat", "您好，我");
  write_draft (fixture, "one", "panel", "between us");
  test_clear_last (&fixture->spool);
  open_spool (fixture);
  assert_kept (fixture, "one", "chat", "您好，我");
  assert_kept (fixture, "one", "panel", "between us");
  assert_kept (fixture, "other", "chat", NULL);
  write_draft (fixture, "one", "chat", "another");
  assert_kept (fixture, "one", "chat", "another");
  write_draft (fixture, "one", "chat", "");
  assert_kept (fixture, "one", "chat", NULL);
}

/* Written while somebody writes on, not only at the end. */
static void
test_kept_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (InterviewDraft) draft =
      interview_draft_new (fixture->spool, "one", "chat", fixture->room_id);
  g_autoptr (InterviewDraft) reader =
      interview_draft_new (fixture->spool, "one", "chat", fixture->room_id);

  g_signal_connect (reader, "loaded", G_CALLBACK (on_loaded), fixture);
  interview_draft_set_text (draft, "unfinished");
  while (fixture->loaded == NULL)
    {
      interview_draft_load (reader);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpstr (fixture->loaded, ==, "unfinished");
}

static void
test_limits (Fixture *fixture, gconstpointer data)
{
  g_autofree char *whole = g_strnfill (INTERVIEW_DRAFT_LIMIT, 'a');
  g_autofree char *longer = g_strconcat (whole, "b", NULL);

  write_mark (fixture);
  write_draft (fixture, "one", "chat", "the oldest");
  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *person = g_strdup_printf ("person %u", i);

      write_draft (fixture, person, "chat", "text");
    }
  write_draft (fixture, "last", "chat", longer);
  assert_kept (fixture, "last", "chat", whole);
  write_mark (fixture);
  assert_kept (fixture, "one", "chat", NULL);
  assert_kept (fixture, "person 249", "chat", "text");
}

static void
test_room_is_over (Fixture *fixture, gconstpointer data)
{
  write_mark (fixture);
  write_draft (fixture, "one", "chat", "too late");
  write_draft (fixture, "other", "help", "too late");
  interview_draft_forget_room (fixture->spool, fixture->room_id);
  assert_kept (fixture, "one", "chat", NULL);
  assert_kept (fixture, "other", "help", NULL);
}

#define ADD(path, func) g_test_add ("/client/draft/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kept", test_kept);
  ADD ("kept-meanwhile", test_kept_meanwhile);
  ADD ("limits", test_limits);
  ADD ("room-is-over", test_room_is_over);
  return g_test_run ();
}
