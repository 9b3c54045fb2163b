/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/task-table.h"

#include "server/store/best-text.h"
#include "server/store/choice.h"

/*
 * The table assignment as what there is to do: who has which interview, and who gave it to them.
 */

static const char *const sources[] = {
  [INTERVIEW_TASK_SOURCE_PERSON] = "person",
  [INTERVIEW_TASK_SOURCE_PLAN] = "plan",
  [INTERVIEW_TASK_SOURCE_CANDIDATE] = "candidate",
};

static void
free_row (InterviewTaskRow *row)
{
  g_free (row->room_id);
  g_free (row->position_id);
  g_free (row->position_title);
  g_free (row->candidate_name);
  g_free (row->recruiter_id);
  g_free (row->recruiter_name);
  g_free (row);
}

static InterviewTaskRow *
read_row (InterviewSqliteStatement *statement)
{
  InterviewTaskRow *row = g_new0 (InterviewTaskRow, 1);
  const char *source = interview_sqlite_statement_get_text (statement, 9);

  row->room_id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
  row->position_id = g_strdup (interview_sqlite_statement_get_text (statement, 1));
  row->position_title = g_strdup (interview_sqlite_statement_get_text (statement, 2));
  row->candidate_name = g_strdup (interview_sqlite_statement_get_text (statement, 3));
  row->state = interview_choice_from_nick (INTERVIEW_TYPE_ROOM_STATE,
                                           interview_sqlite_statement_get_text (statement, 4));
  row->starts_at = interview_sqlite_statement_get_integer (statement, 5);
  row->duration_minutes = interview_sqlite_statement_get_integer (statement, 6);
  row->recruiter_id = g_strdup (interview_sqlite_statement_get_text (statement, 7));
  row->recruiter_name = g_strdup (interview_sqlite_statement_get_text (statement, 8));
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      if (g_strcmp0 (sources[i], source) == 0)
        row->source = i;
    }
  return row;
}

/**
 * interview_task_table_list:
 * @company_id: the company
 * @language: the reader's language tag, or an empty text
 * @from: only interviews that start then or later, microseconds since 1970 in UTC
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewTaskRow): the interviews that take place or took
 *   place, by start, or %NULL
 */
GPtrArray *
interview_task_table_list (InterviewTransaction *transaction,
                           const char *company_id,
                           const char *language,
                           gint64 from,
                           GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "SELECT r.id, a.position_id, pt.title, c.display_name, r.state, r.starts_at,"
      " r.duration_minutes, s.recruiter_id, p.display_name, coalesce (s.source, 'plan')"
      " FROM room r JOIN application a ON a.id = r.application_id"
      " JOIN person c ON c.id = a.candidate_id"
      " JOIN position_text pt ON pt.position_id = a.position_id AND pt.language "
      "= " INTERVIEW_BEST_TEXT ("position_text", "position_id",
                                "a.position_id") " LEFT JOIN assignment s ON s.room_id = r.id LEFT "
                                                 "JOIN person p ON p.id = s.recruiter_id"
                                                 " WHERE r.company_id = $1 AND r.starts_at >= $3 "
                                                 "AND r.state NOT IN ('missed', 'cancelled')"
                                                 " ORDER BY r.starts_at, r.id, s.place");

  interview_sqlite_statement_bind (statement, "ssi", company_id, language, from);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (rows, read_row (statement));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&rows) : NULL;
}

static gboolean
touch_room (InterviewTransaction *transaction, const char *room_id, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "UPDATE room SET revision = revision + 1 WHERE id = $1");

  interview_sqlite_statement_bind (statement, "s", room_id);
  return interview_sqlite_statement_run (statement, error);
}

static gboolean
take_away (InterviewTransaction *transaction,
           const char *room_id,
           const char *recruiter_id,
           GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "DELETE FROM assignment WHERE room_id = $1 AND recruiter_id = $2");

  interview_sqlite_statement_bind (statement, "ss", room_id, recruiter_id);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_task_table_move:
 * @room_id: the room
 * @from_id: (nullable): who has it, %NULL for nobody
 * @to_id: (nullable): who gets it, %NULL for nobody; has no part in the room yet
 * @source: who gives it to them
 * @error: return location
 *
 * Gives one recruiter's part in an interview to another one.
 *
 * Returns: whether it was done
 */
gboolean
interview_task_table_move (InterviewTransaction *transaction,
                           const char *room_id,
                           const char *from_id,
                           const char *to_id,
                           InterviewTaskSource source,
                           GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = NULL;

  if (!touch_room (transaction, room_id, error) ||
      (from_id != NULL && !take_away (transaction, room_id, from_id, error)))
    return FALSE;
  if (to_id == NULL)
    return TRUE;
  statement = interview_transaction_query (
      transaction, "INSERT INTO assignment (room_id, recruiter_id, place, source) VALUES ($1, $2,"
                   " (SELECT coalesce (max (place) + 1, 0) FROM assignment WHERE room_id = $1),"
                   " $3)");
  interview_sqlite_statement_bind (statement, "sss", room_id, to_id, sources[source]);
  return interview_sqlite_statement_run (statement, error);
}
