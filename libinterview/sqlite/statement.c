/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "sqlite/statement.h"

#include "sqlite/connection-private.h"
#include "sqlite/sqlite-error.h"

/*
 * InterviewSqliteStatement is one use of a prepared statement: bind the parameters `$1` ... `$n`
 * by number, walk the rows with next(), then ask finish() whether all went well; or run() where
 * no rows are expected. An error is kept from wherever it happened until then, so that the code
 * between needs no checks.
 *
 * It belongs to whoever made it and lives on the thread of its connection. The last reference
 * resets it and gives its handle back to the connection.
 */
struct _InterviewSqliteStatement
{
  GObject parent_instance;

  InterviewSqliteConnection *connection;
  sqlite3_stmt *handle;
  char *sql;
  GError *error;
  gboolean has_row;
};

G_DEFINE_FINAL_TYPE (InterviewSqliteStatement, interview_sqlite_statement, G_TYPE_OBJECT)

static void
interview_sqlite_statement_finalize (GObject *object)
{
  InterviewSqliteStatement *self = INTERVIEW_SQLITE_STATEMENT (object);

  if (self->handle != NULL)
    interview_sqlite_connection_give_back (self->connection, self->handle);
  g_clear_object (&self->connection);
  g_clear_pointer (&self->sql, g_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (interview_sqlite_statement_parent_class)->finalize (object);
}

static void
interview_sqlite_statement_class_init (InterviewSqliteStatementClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_sqlite_statement_finalize;
}

static void
interview_sqlite_statement_init (InterviewSqliteStatement *self)
{
}

/* Takes @handle, which is NULL when preparing failed, and @error, which says why. */
InterviewSqliteStatement *
interview_sqlite_statement_new (InterviewSqliteConnection *connection,
                                sqlite3_stmt *handle,
                                const char *sql,
                                GError *error)
{
  InterviewSqliteStatement *self = g_object_new (INTERVIEW_TYPE_SQLITE_STATEMENT, NULL);

  self->connection = g_object_ref (connection);
  self->handle = handle;
  self->sql = g_strdup (sql);
  self->error = error;
  return self;
}

static void
keep_error (InterviewSqliteStatement *self, int result)
{
  if (self->error == NULL)
    interview_sqlite_set_error (&self->error,
                                interview_sqlite_connection_get_handle (self->connection), result,
                                self->sql);
}

/* SQLite takes `$1` for a name, so that its place among the parameters has to be looked up. */
static int
find_parameter (InterviewSqliteStatement *self, guint parameter)
{
  char name[16];
  int position;

  if (self->handle == NULL)
    return 0;
  g_snprintf (name, sizeof name, "$%u", parameter);
  position = sqlite3_bind_parameter_index (self->handle, name);
  if (position == 0)
    keep_error (self, SQLITE_RANGE);
  return position;
}

/**
 * interview_sqlite_statement_bind_text:
 * @parameter: 1 for `$1`
 * @text: (nullable): UTF-8, copied; %NULL is SQL's NULL
 */
void
interview_sqlite_statement_bind_text (InterviewSqliteStatement *self,
                                      guint parameter,
                                      const char *text)
{
  int position, result;

  g_return_if_fail (INTERVIEW_IS_SQLITE_STATEMENT (self));

  position = find_parameter (self, parameter);
  if (position == 0)
    return;
  result = sqlite3_bind_text (self->handle, position, text, -1, SQLITE_TRANSIENT);
  if (result != SQLITE_OK)
    keep_error (self, result);
}

/**
 * interview_sqlite_statement_bind_integer:
 * @parameter: 1 for `$1`
 * @integer: a number; times are microseconds since 1970 in UTC
 */
void
interview_sqlite_statement_bind_integer (InterviewSqliteStatement *self,
                                         guint parameter,
                                         gint64 integer)
{
  int position, result;

  g_return_if_fail (INTERVIEW_IS_SQLITE_STATEMENT (self));

  position = find_parameter (self, parameter);
  if (position == 0)
    return;
  result = sqlite3_bind_int64 (self->handle, position, integer);
  if (result != SQLITE_OK)
    keep_error (self, result);
}

/**
 * interview_sqlite_statement_bind_double:
 * @parameter: 1 for `$1`
 * @number: a number
 */
void
interview_sqlite_statement_bind_double (InterviewSqliteStatement *self,
                                        guint parameter,
                                        double number)
{
  int position, result;

  g_return_if_fail (INTERVIEW_IS_SQLITE_STATEMENT (self));

  position = find_parameter (self, parameter);
  if (position == 0)
    return;
  result = sqlite3_bind_double (self->handle, position, number);
  if (result != SQLITE_OK)
    keep_error (self, result);
}

/**
 * interview_sqlite_statement_bind_bytes:
 * @parameter: 1 for `$1`
 * @bytes: (nullable): copied; %NULL is SQL's NULL
 */
void
interview_sqlite_statement_bind_bytes (InterviewSqliteStatement *self,
                                       guint parameter,
                                       GBytes *bytes)
{
  gconstpointer data = NULL;
  gsize size = 0;
  int position, result;

  g_return_if_fail (INTERVIEW_IS_SQLITE_STATEMENT (self));

  position = find_parameter (self, parameter);
  if (position == 0)
    return;
  if (bytes != NULL)
    data = g_bytes_get_data (bytes, &size);
  if (bytes != NULL && size == 0)
    result = sqlite3_bind_zeroblob (self->handle, position, 0);
  else
    result = sqlite3_bind_blob64 (self->handle, position, data, size, SQLITE_TRANSIENT);
  if (result != SQLITE_OK)
    keep_error (self, result);
}

/**
 * interview_sqlite_statement_bind:
 * @format: one letter for each parameter from `$1` on: `s` for a text or %NULL, `i` for a #gint64,
 *   `n` for an int or #gboolean, `d` for a double, `y` for #GBytes or %NULL
 * @...: the values, as with g_variant_new() of the exact types
 *
 * Binds all parameters at once.
 */
void
interview_sqlite_statement_bind (InterviewSqliteStatement *self, const char *format, ...)
{
  va_list values;

  g_return_if_fail (INTERVIEW_IS_SQLITE_STATEMENT (self));
  g_return_if_fail (format != NULL);

  va_start (values, format);
  for (guint i = 0; format[i] != '\0'; i++)
    {
      switch (format[i])
        {
        case 's':
          interview_sqlite_statement_bind_text (self, i + 1, va_arg (values, const char *));
          break;
        case 'i':
          interview_sqlite_statement_bind_integer (self, i + 1, va_arg (values, gint64));
          break;
        case 'n':
          interview_sqlite_statement_bind_integer (self, i + 1, va_arg (values, int));
          break;
        case 'd':
          interview_sqlite_statement_bind_double (self, i + 1, va_arg (values, double));
          break;
        case 'y':
          interview_sqlite_statement_bind_bytes (self, i + 1, va_arg (values, GBytes *));
          break;
        default:
          g_assert_not_reached ();
        }
    }
  va_end (values);
}

/**
 * interview_sqlite_statement_next:
 *
 * Returns: whether there is another row to be read; %FALSE at the end and after an error
 */
gboolean
interview_sqlite_statement_next (InterviewSqliteStatement *self)
{
  int result;

  g_return_val_if_fail (INTERVIEW_IS_SQLITE_STATEMENT (self), FALSE);

  self->has_row = FALSE;
  if (self->error != NULL || self->handle == NULL)
    return FALSE;
  result = sqlite3_step (self->handle);
  if (result == SQLITE_ROW)
    self->has_row = TRUE;
  else if (result != SQLITE_DONE)
    keep_error (self, result);
  return self->has_row;
}

/**
 * interview_sqlite_statement_finish:
 * @error: return location
 *
 * Says whether everything since the statement was made went well.
 *
 * Returns: %FALSE with @error set if anything failed
 */
gboolean
interview_sqlite_statement_finish (InterviewSqliteStatement *self, GError **error)
{
  g_return_val_if_fail (INTERVIEW_IS_SQLITE_STATEMENT (self), FALSE);

  self->has_row = FALSE;
  if (self->error != NULL)
    {
      g_propagate_error (error, g_error_copy (self->error));
      return FALSE;
    }
  sqlite3_reset (self->handle);
  return TRUE;
}

/**
 * interview_sqlite_statement_run:
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if a constraint forbids it
 *
 * Runs the statement to its end.
 *
 * Returns: whether it was done
 */
gboolean
interview_sqlite_statement_run (InterviewSqliteStatement *self, GError **error)
{
  g_return_val_if_fail (INTERVIEW_IS_SQLITE_STATEMENT (self), FALSE);

  while (interview_sqlite_statement_next (self))
    continue;
  return interview_sqlite_statement_finish (self, error);
}

/**
 * interview_sqlite_statement_is_null:
 * @column: from 0
 *
 * Returns: whether the column of this row is SQL's NULL
 */
gboolean
interview_sqlite_statement_is_null (InterviewSqliteStatement *self, guint column)
{
  g_return_val_if_fail (INTERVIEW_IS_SQLITE_STATEMENT (self) && self->has_row, TRUE);

  return sqlite3_column_type (self->handle, (int) column) == SQLITE_NULL;
}

/**
 * interview_sqlite_statement_get_text:
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the column of this row, until the next row
 */
const char *
interview_sqlite_statement_get_text (InterviewSqliteStatement *self, guint column)
{
  g_return_val_if_fail (INTERVIEW_IS_SQLITE_STATEMENT (self) && self->has_row, NULL);

  return (const char *) sqlite3_column_text (self->handle, (int) column);
}

/**
 * interview_sqlite_statement_get_integer:
 * @column: from 0
 *
 * Returns: the column of this row, 0 for NULL
 */
gint64
interview_sqlite_statement_get_integer (InterviewSqliteStatement *self, guint column)
{
  g_return_val_if_fail (INTERVIEW_IS_SQLITE_STATEMENT (self) && self->has_row, 0);

  return sqlite3_column_int64 (self->handle, (int) column);
}

/**
 * interview_sqlite_statement_get_double:
 * @column: from 0
 *
 * Returns: the column of this row, 0 for NULL
 */
double
interview_sqlite_statement_get_double (InterviewSqliteStatement *self, guint column)
{
  g_return_val_if_fail (INTERVIEW_IS_SQLITE_STATEMENT (self) && self->has_row, 0);

  return sqlite3_column_double (self->handle, (int) column);
}

/**
 * interview_sqlite_statement_get_bytes:
 * @column: from 0
 *
 * Returns: (transfer full): a copy of the column of this row, empty for NULL
 */
GBytes *
interview_sqlite_statement_get_bytes (InterviewSqliteStatement *self, guint column)
{
  gconstpointer data;

  g_return_val_if_fail (INTERVIEW_IS_SQLITE_STATEMENT (self) && self->has_row, NULL);

  data = sqlite3_column_blob (self->handle, (int) column);
  return g_bytes_new (data, (gsize) sqlite3_column_bytes (self->handle, (int) column));
}
