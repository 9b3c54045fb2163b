/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "sqlite/connection.h"

#include "core/error.h"
#include "sqlite/connection-private.h"
#include "sqlite/sqlite-error.h"

/* How long to wait for another program that holds the file, such as a backup. */
#define BUSY_MILLISECONDS 5000

/* More kinds of statement than the product has; past it the cache starts again. */
#define MAX_CACHED 256

/*
 * InterviewSqliteConnection is an open SQLite file with the settings of the product: write-ahead
 * log, every commit on disk before it is acknowledged, foreign keys checked. It keeps prepared
 * statements. It is used by one thread at a time; the database thread owns it in the programs.
 */
struct _InterviewSqliteConnection
{
  GObject parent_instance;

  char *path;
  sqlite3 *handle;
  GHashTable *idle;
};

G_DEFINE_FINAL_TYPE (InterviewSqliteConnection, interview_sqlite_connection, G_TYPE_OBJECT)

static void
finalize_handle (gpointer handle)
{
  sqlite3_finalize (handle);
}

static void
interview_sqlite_connection_finalize (GObject *object)
{
  InterviewSqliteConnection *self = INTERVIEW_SQLITE_CONNECTION (object);

  g_clear_pointer (&self->idle, g_hash_table_unref);
  if (self->handle != NULL && sqlite3_close (self->handle) != SQLITE_OK)
    g_warning ("Could not close %s: %s", self->path, sqlite3_errmsg (self->handle));
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (interview_sqlite_connection_parent_class)->finalize (object);
}

static void
interview_sqlite_connection_class_init (InterviewSqliteConnectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_sqlite_connection_finalize;
}

static void
interview_sqlite_connection_init (InterviewSqliteConnection *self)
{
  self->idle = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_handle);
}

/**
 * interview_sqlite_connection_open:
 * @path: the file, made with mode 0600 if it is missing; `:memory:` for none
 * @error: return location; %INTERVIEW_ERROR_STORE_CORRUPT, %INTERVIEW_ERROR_STORE_FULL
 *
 * Returns: (transfer full): the open connection, or %NULL
 */
InterviewSqliteConnection *
interview_sqlite_connection_open (const char *path, GError **error)
{
  const int flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  g_autoptr (InterviewSqliteConnection) self = NULL;
  int result;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_SQLITE_CONNECTION, NULL);
  self->path = g_strdup (path);
  result = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (result != SQLITE_OK)
    {
      interview_sqlite_set_error (error, self->handle, result, path);
      return NULL;
    }
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
  if (!interview_sqlite_connection_execute (self,
                                            "PRAGMA journal_mode = WAL;"
                                            "PRAGMA synchronous = FULL;"
                                            "PRAGMA foreign_keys = ON;"
                                            "PRAGMA trusted_schema = OFF;",
                                            error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * interview_sqlite_connection_check:
 * @error: return location; %INTERVIEW_ERROR_STORE_CORRUPT
 *
 * Reads the whole file and checks that it is well formed, so that a damaged store is found before
 * anything is written to it. It takes as long as reading the file does.
 *
 * Returns: whether the file is sound
 */
gboolean
interview_sqlite_connection_check (InterviewSqliteConnection *self, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = NULL;

  g_return_val_if_fail (INTERVIEW_IS_SQLITE_CONNECTION (self), FALSE);

  statement = interview_sqlite_connection_query (self, "PRAGMA quick_check(1)");
  if (interview_sqlite_statement_next (statement))
    {
      const char *answer = interview_sqlite_statement_get_text (statement, 0);

      if (g_strcmp0 (answer, "ok") != 0)
        {
          g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_CORRUPT,
                       "%s: the store is damaged: stop the server and restore the last backup (%s)",
                       self->path, answer);
          return FALSE;
        }
    }
  return interview_sqlite_statement_finish (statement, error);
}

/**
 * interview_sqlite_connection_get_path:
 *
 * Returns: (transfer none): the file
 */
const char *
interview_sqlite_connection_get_path (InterviewSqliteConnection *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SQLITE_CONNECTION (self), NULL);

  return self->path;
}

/**
 * interview_sqlite_connection_execute:
 * @sql: one or more statements without parameters
 * @error: return location
 *
 * Returns: whether all of them were done
 */
gboolean
interview_sqlite_connection_execute (InterviewSqliteConnection *self,
                                     const char *sql,
                                     GError **error)
{
  int result;

  g_return_val_if_fail (INTERVIEW_IS_SQLITE_CONNECTION (self), FALSE);
  g_return_val_if_fail (sql != NULL, FALSE);

  result = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (result == SQLITE_OK)
    return TRUE;
  interview_sqlite_set_error (error, self->handle, result, "the store could not be used");
  return FALSE;
}

/**
 * interview_sqlite_connection_query:
 * @sql: one statement; a constant, for it is remembered
 *
 * Prepares a statement, or takes an idle one. A mistake in it is reported by
 * interview_sqlite_statement_finish().
 *
 * Returns: (transfer full): the statement, with nothing bound
 */
InterviewSqliteStatement *
interview_sqlite_connection_query (InterviewSqliteConnection *self, const char *sql)
{
  gpointer key = NULL, handle = NULL;
  sqlite3_stmt *prepared = NULL;
  GError *error = NULL;
  int result;

  g_return_val_if_fail (INTERVIEW_IS_SQLITE_CONNECTION (self), NULL);
  g_return_val_if_fail (sql != NULL, NULL);

  if (g_hash_table_steal_extended (self->idle, sql, &key, &handle))
    {
      g_free (key);
      return interview_sqlite_statement_new (self, handle, sql, NULL);
    }
  result = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &prepared, NULL);
  if (result != SQLITE_OK)
    interview_sqlite_set_error (&error, self->handle, result, sql);
  return interview_sqlite_statement_new (self, prepared, sql, error);
}

/**
 * interview_sqlite_connection_in_transaction:
 *
 * Returns: whether a transaction is open; SQLite rolls back by itself where a disk is full
 */
gboolean
interview_sqlite_connection_in_transaction (InterviewSqliteConnection *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SQLITE_CONNECTION (self), FALSE);

  return !sqlite3_get_autocommit (self->handle);
}

/**
 * interview_sqlite_connection_get_changes:
 *
 * Returns: how many rows the last statement inserted, changed or deleted
 */
gint64
interview_sqlite_connection_get_changes (InterviewSqliteConnection *self)
{
  g_return_val_if_fail (INTERVIEW_IS_SQLITE_CONNECTION (self), 0);

  return sqlite3_changes64 (self->handle);
}

sqlite3 *
interview_sqlite_connection_get_handle (InterviewSqliteConnection *self)
{
  return self->handle;
}

void
interview_sqlite_connection_give_back (InterviewSqliteConnection *self, sqlite3_stmt *handle)
{
  sqlite3_reset (handle);
  sqlite3_clear_bindings (handle);
  if (g_hash_table_size (self->idle) >= MAX_CACHED)
    g_hash_table_remove_all (self->idle);
  g_hash_table_replace (self->idle, g_strdup (sqlite3_sql (handle)), handle);
}
