/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "sqlite/migrator.h"

#include "core/error.h"

/* `0001-first.sql`: the number is the version of the schema that the file leads to. */
#define NUMBER_LENGTH 4

/*
 * InterviewMigrator brings a store to the newest schema. Its steps are SQL files in a resource,
 * numbered without a gap from 1; each is done in a transaction of its own, and SQLite's
 * user_version says which was the last. A released step is never changed.
 */
struct _InterviewMigrator
{
  GObject parent_instance;

  GResource *resource;
  char *folder;
  GPtrArray *names;
};

G_DEFINE_FINAL_TYPE (InterviewMigrator, interview_migrator, G_TYPE_OBJECT)

static void
interview_migrator_finalize (GObject *object)
{
  InterviewMigrator *self = INTERVIEW_MIGRATOR (object);

  g_clear_pointer (&self->resource, g_resource_unref);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);

  G_OBJECT_CLASS (interview_migrator_parent_class)->finalize (object);
}

static void
interview_migrator_class_init (InterviewMigratorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_migrator_finalize;
}

static void
interview_migrator_init (InterviewMigrator *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * interview_migrator_new:
 * @resource: (transfer none): holds the steps
 * @folder: the folder inside of it, such as `/io/github/interview/store`
 *
 * Returns: (transfer full): a new migrator
 */
InterviewMigrator *
interview_migrator_new (GResource *resource, const char *folder)
{
  g_autoptr (InterviewMigrator) self = NULL;
  g_auto (GStrv) children = NULL;

  g_return_val_if_fail (resource != NULL, NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_MIGRATOR, NULL);
  self->resource = g_resource_ref (resource);
  self->folder = g_strdup (folder);
  children = g_resource_enumerate_children (resource, folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (guint i = 0; children != NULL && children[i] != NULL; i++)
    g_ptr_array_add (self->names, g_strdup (children[i]));
  g_ptr_array_sort (self->names, compare_names);
  for (guint i = 0; i < self->names->len; i++)
    {
      g_autofree char *number = g_strndup (g_ptr_array_index (self->names, i), NUMBER_LENGTH);

      g_assert (g_ascii_strtoull (number, NULL, 10) == i + 1);
    }
  return g_steal_pointer (&self);
}

/**
 * interview_migrator_get_newest:
 *
 * Returns: the version of the schema that this program knows
 */
guint
interview_migrator_get_newest (InterviewMigrator *self)
{
  g_return_val_if_fail (INTERVIEW_IS_MIGRATOR (self), 0);

  return self->names->len;
}

static gboolean
read_version (InterviewSqliteConnection *connection, gint64 *version, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_sqlite_connection_query (connection, "PRAGMA user_version");

  if (interview_sqlite_statement_next (statement))
    *version = interview_sqlite_statement_get_integer (statement, 0);
  return interview_sqlite_statement_finish (statement, error);
}

static gboolean
run_step (InterviewMigrator *self,
          InterviewSqliteConnection *connection,
          guint version,
          GError **error)
{
  const char *name = g_ptr_array_index (self->names, version - 1);
  g_autofree char *path = g_build_path ("/", self->folder, name, NULL);
  g_autofree char *finish = g_strdup_printf ("PRAGMA user_version = %u; COMMIT", version);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sql = NULL;

  bytes = g_resource_lookup_data (self->resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return FALSE;
  sql = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (interview_sqlite_connection_execute (connection, "BEGIN IMMEDIATE", error) &&
      interview_sqlite_connection_execute (connection, sql, error) &&
      interview_sqlite_connection_execute (connection, finish, error))
    return TRUE;
  g_prefix_error (error, "%s: ", name);
  if (interview_sqlite_connection_in_transaction (connection))
    interview_sqlite_connection_execute (connection, "ROLLBACK", NULL);
  return FALSE;
}

/**
 * interview_migrator_run:
 * @connection: an open store, outside of a transaction
 * @error: return location; %INTERVIEW_ERROR_STORE_NEWER if a newer program made the store
 *
 * Does the steps that the store has not seen. A step that fails leaves the store as the step
 * before it did.
 *
 * Returns: whether the store now has the schema of this program
 */
gboolean
interview_migrator_run (InterviewMigrator *self,
                        InterviewSqliteConnection *connection,
                        GError **error)
{
  gint64 version = 0;

  g_return_val_if_fail (INTERVIEW_IS_MIGRATOR (self), FALSE);
  g_return_val_if_fail (INTERVIEW_IS_SQLITE_CONNECTION (connection), FALSE);

  if (!read_version (connection, &version, error))
    return FALSE;
  if (version < 0 || version > (gint64) self->names->len)
    {
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_NEWER,
                   "%s was made by a newer version of the program (schema %" G_GINT64_FORMAT
                   ", this one knows %u): install the newer version",
                   interview_sqlite_connection_get_path (connection), version, self->names->len);
      return FALSE;
    }
  for (guint next = (guint) version + 1; next <= self->names->len; next++)
    {
      if (!run_step (self, connection, next, error))
        return FALSE;
    }
  return TRUE;
}
