/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample-store.h"

#include <stdlib.h>

#include "server/services/room-progress.h"
#include "server/services/room-service.h"
#include "server/store/membership-table.h"

typedef struct
{
  SampleStep step;
  gpointer data;
} Run;

/* Filled in once for a program of tests, since it hashes passwords, which is slow on purpose. */
static struct
{
  TestFolder *folder;
  InterviewSample *sample;
} original;

static void
remove_original (void)
{
  g_clear_object (&original.sample);
  g_clear_pointer (&original.folder, test_folder_remove);
}

static void
make_original (void)
{
  g_autofree char *files = g_test_build_filename (G_TEST_BUILT, "..", "data", "sample", NULL);
  g_autoptr (InterviewClock) clock = interview_clock_new_fixed (SAMPLE_NOW);
  g_autoptr (InterviewBlobStore) blobs = NULL;
  g_autoptr (InterviewStore) store = NULL;
  g_autofree char *path = NULL, *folder = NULL;
  g_autoptr (GError) error = NULL;

  original.folder = test_folder_new ();
  atexit (remove_original);
  path = g_build_filename (original.folder, "store.db", NULL);
  folder = g_build_filename (original.folder, "blobs", NULL);
  store = interview_store_open (path, clock, &error);
  g_assert_no_error (error);
  blobs = interview_blob_store_open (folder, &error);
  g_assert_no_error (error);
  original.sample = interview_sample_load (store, blobs, files, &error);
  g_assert_no_error (error);
  interview_store_close (store);
}

SampleStore *
sample_store_new (void)
{
  SampleStore *self = g_new0 (SampleStore, 1);
  g_autofree char *path = NULL, *blobs = NULL, *from = NULL, *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  if (original.folder == NULL)
    make_original ();
  self->folder = test_folder_new ();
  self->clock = interview_clock_new_fixed (SAMPLE_NOW);
  self->sample = g_object_ref (original.sample);
  from = g_build_filename (original.folder, "store.db", NULL);
  path = g_build_filename (self->folder, "store.db", NULL);
  blobs = g_build_filename (original.folder, "blobs", NULL);
  g_file_get_contents (from, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (path, contents, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
  self->store = interview_store_open (path, self->clock, &error);
  g_assert_no_error (error);
  self->blobs = interview_blob_store_open (blobs, &error);
  g_assert_no_error (error);
  return self;
}

void
sample_store_free (SampleStore *self)
{
  interview_store_close (self->store);
  g_object_unref (self->sample);
  g_object_unref (self->store);
  g_object_unref (self->blobs);
  g_object_unref (self->clock);
  test_folder_remove (self->folder);
  g_free (self);
}

static gboolean
run_step (InterviewTransaction *transaction, gpointer data, GError **error)
{
  Run *run = data;

  run->step (transaction, run->data);
  return TRUE;
}

/* Returns what is to be told to others. */
GPtrArray *
sample_store_run (SampleStore *self, SampleStep step, gpointer data)
{
  Run run = { step, data };
  g_autoptr (GError) error = NULL;
  GPtrArray *publications = NULL;

  interview_store_run (self->store, run_step, &run, &publications, &error);
  g_assert_no_error (error);
  return publications;
}

/* The same, for steps that nobody else is told of. */
void
sample_store_do (SampleStore *self, SampleStep step, gpointer data)
{
  g_ptr_array_unref (sample_store_run (self, step, data));
}

/* Finds a row by what the sample's files call it. */
char *
sample_store_find_id (InterviewTransaction *transaction, const char *table, const char *key)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE external_id = $1", table);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (transaction, sql);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  interview_sqlite_statement_bind (statement, "s", key);
  if (interview_sqlite_statement_next (statement))
    id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
  interview_sqlite_statement_finish (statement, &error);
  g_assert_no_error (error);
  g_assert_nonnull (id);
  return g_steal_pointer (&id);
}

gint64
sample_store_count (InterviewTransaction *transaction, const char *sql)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (transaction, sql);
  g_autoptr (GError) error = NULL;
  gint64 count = -1;

  if (interview_sqlite_statement_next (statement))
    count = interview_sqlite_statement_get_integer (statement, 0);
  interview_sqlite_statement_finish (statement, &error);
  g_assert_no_error (error);
  return count;
}

/* Somebody of the sample as if they had signed in; their session is no row of the store. */
InterviewActor *
sample_store_find_actor (InterviewTransaction *transaction, const char *key, const char *language)
{
  g_autofree char *person_id = sample_store_find_id (transaction, "person", key);
  g_autofree char *company_id = NULL, *unit_id = NULL;
  g_autoptr (GError) error = NULL;
  InterviewRole role = INTERVIEW_ROLE_CANDIDATE;

  interview_membership_table_find (transaction, person_id, &company_id, &unit_id, &role, &error);
  g_assert_no_error (error);
  return g_object_new (INTERVIEW_TYPE_ACTOR, "person-id", person_id, "company-id", company_id,
                       "unit-id", unit_id, "role", role, "session-id", person_id, "language",
                       language, NULL);
}

/**
 * sample_store_check_join:
 *
 * Returns: (transfer full): as whom somebody may enter a room now, or %NULL
 */
InterviewParticipant *
sample_store_check_join (InterviewTransaction *transaction,
                         InterviewActor *actor,
                         const char *room_id,
                         gint64 *opens_at,
                         GError **error)
{
  g_autoptr (InterviewRoomStanding) standing = NULL;
  InterviewParticipant *participant =
      interview_room_service_check_join (transaction, actor, room_id, opens_at, &standing, error);

  g_assert_true ((participant != NULL) == (standing != NULL));
  return participant;
}

/**
 * sample_store_occupy:
 *
 * Notes who is in the call of a room now.
 */
gboolean
sample_store_occupy (InterviewTransaction *transaction,
                     const char *room_id,
                     gboolean candidate,
                     gboolean recruiter,
                     GError **error)
{
  const InterviewOccupancy occupancy = { candidate, candidate, recruiter };

  return interview_room_progress_set_occupancy (transaction, room_id, &occupancy, error);
}
