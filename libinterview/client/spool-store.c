/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/spool-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/error.h"
#include "interview-spool-resources.h"
#include "sqlite/migrator.h"

#define RESOURCE_FOLDER "/io/github/interview/spool"

/*
 * The rows of the spool: what is asked of its SQLite file, on the database thread. A file that is
 * damaged is set aside, never deleted, so that what can be saved from it still can be.
 */

static const struct
{
  const char *name;
  GType (*type) (void);
} kinds[] = {
  [INTERVIEW_SPOOL_KIND_RATING] = { "rating", interview_rating_get_type },
  [INTERVIEW_SPOOL_KIND_MESSAGE] = { "message", interview_chat_message_get_type },
  [INTERVIEW_SPOOL_KIND_QUESTION] = { "question", interview_own_question_get_type },
};

/**
 * interview_spool_row_free:
 * @row: (transfer full): a row
 */
void
interview_spool_row_free (InterviewSpoolRow *row)
{
  g_free (row->id);
  g_free (row->endpoint);
  g_free (row->body);
  g_clear_object (&row->entry);
  g_free (row);
}

static InterviewSqliteConnection *
open_once (const char *path, GError **error)
{
  g_autoptr (InterviewSqliteConnection) connection = interview_sqlite_connection_open (path, error);
  g_autoptr (InterviewMigrator) migrator = NULL;

  if (connection == NULL || !interview_sqlite_connection_check (connection, error))
    return NULL;
  migrator = interview_migrator_new (interview_spool_get_resource (), RESOURCE_FOLDER);
  if (!interview_migrator_run (migrator, connection, error))
    return NULL;
  return g_steal_pointer (&connection);
}

static char *
move_aside (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%S%f");
  g_autofree char *target = g_strdup_printf ("%s.damaged-%s", path, stamp);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (target, suffixes[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        return NULL;
    }
  return g_steal_pointer (&target);
}

/* Opens the spool, makes it if it is missing, and begins a new one if it is damaged. */
static InterviewSqliteConnection *
open_or_begin (const char *path, char **set_aside, GError **error)
{
  g_autoptr (GError) cause = NULL;
  InterviewSqliteConnection *connection = open_once (path, &cause);

  if (g_error_matches (cause, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_CORRUPT))
    {
      g_message ("%s is damaged: %s", path, cause->message);
      *set_aside = move_aside (path);
      if (*set_aside != NULL)
        {
          g_clear_error (&cause);
          connection = open_once (path, &cause);
        }
    }
  if (connection != NULL)
    return connection;
  g_message ("%s cannot be opened: %s", path, cause->message);
  if (g_error_matches (cause, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_NEWER))
    g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_NEWER,
                         _ ("What waits to be sent was kept by a newer version of this program. "
                            "Install that version again; nothing is lost until then."));
  else if (g_error_matches (cause, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_FULL))
    g_set_error_literal (
        error, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_FULL,
        _ ("Your disk is full, so nothing can be kept for sending. Free some space, "
           "then start the program again."));
  else
    g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL,
                         _ ("Nothing can be kept for sending on this computer. Check that you may "
                            "write in your home folder, then start the program again."));
  return NULL;
}

/* What the opening thread works with; the spool itself lives on the main thread. */
typedef struct
{
  char *path;
  char *set_aside;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_free (opening->set_aside);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Opening *opening = task_data;
  GError *error = NULL;
  InterviewSqliteConnection *connection =
      open_or_begin (opening->path, &opening->set_aside, &error);

  if (connection != NULL)
    g_task_return_pointer (task, connection, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * interview_spool_store_open_async:
 * @path: the file
 * @callback: called on the default main context
 * @user_data: for @callback
 *
 * Opens the spool on a thread of its own, makes it if it is missing, and begins a new one if it is
 * damaged.
 */
void
interview_spool_store_open_async (const char *path,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  g_task_set_source_tag (task, interview_spool_store_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * interview_spool_store_open_finish:
 * @result: what the callback got
 * @set_aside: (out) (transfer full) (nullable): where a damaged file was put, if it was
 * @error: return location; an %INTERVIEW_ERROR with a message for people
 *
 * Returns: (transfer full): the connection, or %NULL
 */
InterviewSqliteConnection *
interview_spool_store_open_finish (GAsyncResult *result, char **set_aside, GError **error)
{
  Opening *opening = g_task_get_task_data (G_TASK (result));

  *set_aside = g_steal_pointer (&opening->set_aside);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
clear_refused (InterviewSqliteConnection *connection, InterviewRating *rating, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_sqlite_connection_query (
      connection,
      "DELETE FROM waiting WHERE room_id = $1 AND recruiter_id = $2 AND refusal IS NOT NULL");

  interview_sqlite_statement_bind_text (statement, 1, interview_rating_get_room_id (rating));
  interview_sqlite_statement_bind_text (statement, 2, interview_rating_get_recruiter_id (rating));
  return interview_sqlite_statement_run (statement, error);
}

static gboolean
add_rating (InterviewSqliteConnection *connection,
            const char *endpoint,
            InterviewRating *rating,
            GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = NULL;
  g_autofree char *body = interview_record_to_text (INTERVIEW_RECORD (rating));
  g_autoptr (GError) cause = NULL;

  if (!clear_refused (connection, rating, error))
    return FALSE;
  statement = interview_sqlite_connection_query (
      connection,
      "INSERT INTO waiting (id, kind, endpoint, room_id, recruiter_id, body, entered_at)"
      " VALUES ($1, 'rating', $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING");
  interview_sqlite_statement_bind_text (statement, 1, interview_rating_get_id (rating));
  interview_sqlite_statement_bind_text (statement, 2, endpoint);
  interview_sqlite_statement_bind_text (statement, 3, interview_rating_get_room_id (rating));
  interview_sqlite_statement_bind_text (statement, 4, interview_rating_get_recruiter_id (rating));
  interview_sqlite_statement_bind_text (statement, 5, body);
  interview_sqlite_statement_bind_integer (statement, 6, interview_rating_get_answered_at (rating));
  if (interview_sqlite_statement_run (statement, &cause))
    return TRUE;
  if (g_error_matches (cause, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT))
    g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_ALREADY_RATED,
                         _ ("You have already rated this recruiter. Your first rating counts."));
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
add_by_session (InterviewSqliteConnection *connection,
                InterviewSpoolKind kind,
                const char *endpoint,
                InterviewRecord *entry,
                gint64 entered_at,
                GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_sqlite_connection_query (
      connection, "INSERT INTO waiting (id, kind, endpoint, room_id, body, entered_at)"
                  " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING");
  g_autofree char *body = interview_record_to_text (entry);
  g_autofree char *id = NULL;
  g_autofree char *room_id = NULL;

  g_object_get (entry, "id", &id, "room-id", &room_id, NULL);
  interview_sqlite_statement_bind_text (statement, 1, id);
  interview_sqlite_statement_bind_text (statement, 2, kinds[kind].name);
  interview_sqlite_statement_bind_text (statement, 3, endpoint);
  interview_sqlite_statement_bind_text (statement, 4, room_id);
  interview_sqlite_statement_bind_text (statement, 5, body);
  interview_sqlite_statement_bind_integer (statement, 6, entered_at);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_spool_store_add:
 * @connection: inside of a transaction
 * @endpoint: where it is to be delivered, as text
 * @entry: a valid #InterviewRating, #InterviewChatMessage or #InterviewOwnQuestion
 * @error: return location; %INTERVIEW_ERROR_ALREADY_RATED if another rating of the same recruiter
 *   in the same room waits
 *
 * Returns: whether the entry is kept; also for one that already was
 */
gboolean
interview_spool_store_add (InterviewSqliteConnection *connection,
                           const char *endpoint,
                           InterviewRecord *entry,
                           GError **error)
{
  if (INTERVIEW_IS_RATING (entry))
    return add_rating (connection, endpoint, INTERVIEW_RATING (entry), error);
  if (INTERVIEW_IS_OWN_QUESTION (entry))
    return add_by_session (connection, INTERVIEW_SPOOL_KIND_QUESTION, endpoint, entry,
                           interview_own_question_get_asked_at (INTERVIEW_OWN_QUESTION (entry)),
                           error);
  return add_by_session (connection, INTERVIEW_SPOOL_KIND_MESSAGE, endpoint, entry,
                         interview_chat_message_get_sent_at (INTERVIEW_CHAT_MESSAGE (entry)),
                         error);
}

static void
read_entry (InterviewSpoolRow *row, const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (kinds[i].name, kind) != 0)
        continue;
      row->kind = i;
      row->entry = interview_record_from_text (kinds[i].type (), row->body, -1, NULL);
    }
}

/**
 * interview_spool_store_list:
 * @connection: the connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewSpoolRow): what waits, oldest first, or %NULL
 */
GPtrArray *
interview_spool_store_list (InterviewSqliteConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) interview_spool_row_free);
  g_autoptr (InterviewSqliteStatement) statement = interview_sqlite_connection_query (
      connection, "SELECT id, endpoint, body, kind FROM waiting WHERE refusal IS NULL"
                  " AND kind IN ('rating', 'message', 'question') ORDER BY entered_at, id");

  while (interview_sqlite_statement_next (statement))
    {
      InterviewSpoolRow *row = g_new0 (InterviewSpoolRow, 1);

      row->id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
      row->endpoint = g_strdup (interview_sqlite_statement_get_text (statement, 1));
      row->body = g_strdup (interview_sqlite_statement_get_text (statement, 2));
      read_entry (row, interview_sqlite_statement_get_text (statement, 3));
      g_ptr_array_add (rows, row);
    }
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * interview_spool_store_remove:
 * @connection: inside of a transaction
 * @id: an entry that was delivered
 * @error: return location
 *
 * Returns: whether it is gone
 */
gboolean
interview_spool_store_remove (InterviewSqliteConnection *connection, const char *id, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_sqlite_connection_query (connection, "DELETE FROM waiting WHERE id = $1");

  interview_sqlite_statement_bind_text (statement, 1, id);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_spool_store_refuse:
 * @connection: inside of a transaction
 * @id: an entry that the server does not take
 * @reason: wire code of the error
 * @error: return location
 *
 * Returns: whether the reason is kept with it
 */
gboolean
interview_spool_store_refuse (InterviewSqliteConnection *connection,
                              const char *id,
                              const char *reason,
                              GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_sqlite_connection_query (connection,
                                         "UPDATE waiting SET refusal = $2 WHERE id = $1");

  interview_sqlite_statement_bind_text (statement, 1, id);
  interview_sqlite_statement_bind_text (statement, 2, reason);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_spool_store_describe_unkept:
 * @cause: (nullable): why an entry could not be added; %NULL if there is no spool
 *
 * Returns: (transfer full): the same with a message for people
 */
GError *
interview_spool_store_describe_unkept (const GError *cause)
{
  if (g_error_matches (cause, INTERVIEW_ERROR, INTERVIEW_ERROR_ALREADY_RATED))
    return g_error_copy (cause);
  if (g_error_matches (cause, INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_FULL))
    return g_error_new_literal (INTERVIEW_ERROR, INTERVIEW_ERROR_STORE_FULL,
                                _ ("Your disk is full, so what you entered was not saved. Free "
                                   "some space, then try again."));
  return g_error_new_literal (INTERVIEW_ERROR, INTERVIEW_ERROR_INTERNAL,
                              _ ("What you entered could not be saved on this computer. Start the "
                                 "program again, then try again."));
}
