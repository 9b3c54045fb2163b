/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "sqlite/sqlite-error.h"

#include <errno.h>

#include "core/error.h"

/* A full disk is an I/O error to SQLite where it meets it outside of a plain write. */
static gboolean
is_full (sqlite3 *database, int result)
{
  int reason;

  if ((result & 0xff) == SQLITE_FULL)
    return TRUE;
  if ((result & 0xff) != SQLITE_IOERR || database == NULL)
    return FALSE;
  reason = sqlite3_system_errno (database);
  return reason == ENOSPC || reason == EDQUOT;
}

/**
 * interview_sqlite_set_error:
 * @error: return location
 * @database: (nullable): the connection that failed
 * @result: SQLite's result code, extended or not
 * @what: what was being done, for the log
 *
 * Turns a result of SQLite into an error of the product. The cases that a person can do something
 * about have a value and a sentence of their own.
 */
void
interview_sqlite_set_error (GError **error, sqlite3 *database, int result, const char *what)
{
  const char *reason = database != NULL ? sqlite3_errmsg (database) : sqlite3_errstr (result);

  if (is_full (database, result))
    {
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_FULL,
                   "the disk of the store is full, nothing was changed: free some space (%s)",
                   what);
      return;
    }
  switch (result & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_CORRUPT,
                   "the store is damaged: stop the server and restore the last backup (%s: %s)",
                   what, reason);
      break;
    case SQLITE_CONSTRAINT:
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT, "%s: %s", what, reason);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_BUSY,
                   "another program is using the store (%s)", what);
      break;
    default:
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL, "%s: %s", what, reason);
      break;
    }
}
