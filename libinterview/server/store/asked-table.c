/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/asked-table.h"

#include "server/store/choice.h"

/* Counts are given for as many days together; a week is little against the time in which they lose
 * weight. */
#define FEW_DAYS (7 * G_TIME_SPAN_DAY)

/*
 * The table asked: which question was asked in which room. A question has one side, so a room
 * counts once for each.
 */

/**
 * interview_asked_table_set:
 * @person_id: (nullable): who ticked it
 * @asked_at: microseconds since 1970, UTC
 * @error: return location
 *
 * Notes that the question was asked in the room, if that is not known yet.
 *
 * Returns: whether it was done
 */
gboolean
interview_asked_table_set (InterviewTransaction *transaction,
                           const char *room_id,
                           const char *question_id,
                           const char *person_id,
                           gint64 asked_at,
                           GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO asked (room_id, question_id, asked_by, asked_at)"
                   " VALUES ($1, $2, $3, $4) ON CONFLICT (room_id, question_id) DO NOTHING");

  interview_sqlite_statement_bind (statement, "sssi", room_id, question_id, person_id, asked_at);
  return interview_sqlite_statement_run (statement, error);
}

gboolean
interview_asked_table_unset (InterviewTransaction *transaction,
                             const char *room_id,
                             const char *question_id,
                             GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "DELETE FROM asked WHERE room_id = $1 AND question_id = $2");

  interview_sqlite_statement_bind (statement, "ss", room_id, question_id);
  return interview_sqlite_statement_run (statement, error);
}

static void
tally_free (gpointer data)
{
  InterviewAskedTally *tally = data;

  g_free (tally->question_id);
  g_free (tally);
}

/**
 * interview_asked_table_tally:
 * @company_id: the company
 * @position_id: the position of the room
 * @side: who asks
 * @room_id: the room itself, which is not counted: what is ticked now moves nothing under the
 *   finger
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewAskedTally): for each question and each few days
 *   in which it was asked; one that was never asked is not in it; or %NULL
 */
GPtrArray *
interview_asked_table_tally (InterviewTransaction *transaction,
                             const char *company_id,
                             const char *position_id,
                             InterviewQuestionSide side,
                             const char *room_id,
                             GError **error)
{
  g_autoptr (GPtrArray) tallies = g_ptr_array_new_with_free_func (tally_free);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "SELECT k.question_id, ($5 - k.asked_at) / $6,"
      " sum (CASE WHEN k.room_id <> $4 AND a.position_id = $2 THEN 1 ELSE 0 END),"
      " sum (CASE WHEN k.room_id <> $4 THEN 1 ELSE 0 END),"
      " sum (CASE WHEN k.room_id = $4 THEN 1 ELSE 0 END)"
      " FROM question q JOIN asked k ON k.question_id = q.id JOIN room r ON r.id = k.room_id"
      " JOIN application a ON a.id = r.application_id"
      " WHERE q.company_id = $1 AND q.side = $3"
      " GROUP BY k.question_id, ($5 - k.asked_at) / $6");

  interview_sqlite_statement_bind (statement, "ssssii", company_id, position_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_QUESTION_SIDE, side),
                                   room_id, interview_transaction_get_now (transaction), FEW_DAYS);
  while (interview_sqlite_statement_next (statement))
    {
      InterviewAskedTally *tally = g_new0 (InterviewAskedTally, 1);

      tally->question_id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
      tally->age = interview_sqlite_statement_get_integer (statement, 1) * FEW_DAYS;
      tally->rooms_of_position = interview_sqlite_statement_get_integer (statement, 2);
      tally->rooms_of_company = interview_sqlite_statement_get_integer (statement, 3);
      tally->here = interview_sqlite_statement_get_integer (statement, 4) > 0;
      g_ptr_array_add (tallies, tally);
    }
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&tallies) : NULL;
}

/**
 * interview_asked_table_tally_rooms:
 * @company_id: the company
 * @side: who asks
 * @room_id: the room itself, which is not counted
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewAskedTally): for each few days, how many other
 *   rooms of the company asked anything then, each where it asked last; or %NULL
 */
GPtrArray *
interview_asked_table_tally_rooms (InterviewTransaction *transaction,
                                   const char *company_id,
                                   InterviewQuestionSide side,
                                   const char *room_id,
                                   GError **error)
{
  g_autoptr (GPtrArray) tallies = g_ptr_array_new_with_free_func (tally_free);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT ($4 - last.asked_at) / $5, count (*)"
                   " FROM (SELECT max (k.asked_at) AS asked_at FROM question q"
                   " JOIN asked k ON k.question_id = q.id"
                   " WHERE q.company_id = $1 AND q.side = $2 AND k.room_id <> $3"
                   " GROUP BY k.room_id) AS last GROUP BY ($4 - last.asked_at) / $5");

  interview_sqlite_statement_bind (statement, "sssii", company_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_QUESTION_SIDE, side),
                                   room_id, interview_transaction_get_now (transaction), FEW_DAYS);
  while (interview_sqlite_statement_next (statement))
    {
      InterviewAskedTally *tally = g_new0 (InterviewAskedTally, 1);

      tally->age = interview_sqlite_statement_get_integer (statement, 0) * FEW_DAYS;
      tally->rooms_of_company = interview_sqlite_statement_get_integer (statement, 1);
      g_ptr_array_add (tallies, tally);
    }
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&tallies) : NULL;
}

/**
 * interview_asked_table_count_typed:
 * @room_id: a room
 * @person_id: a person
 * @count: (out): how many questions in somebody's own words the person noted in the room
 * @error: return location
 *
 * Returns: whether the tables could be read
 */
gboolean
interview_asked_table_count_typed (InterviewTransaction *transaction,
                                   const char *room_id,
                                   const char *person_id,
                                   gint64 *count,
                                   GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT count (*) FROM asked k JOIN question q ON q.id = k.question_id"
                   " WHERE k.room_id = $1 AND k.asked_by = $2 AND q.typed_by IS NOT NULL");

  *count = 0;
  interview_sqlite_statement_bind (statement, "ss", room_id, person_id);
  if (interview_sqlite_statement_next (statement))
    *count = interview_sqlite_statement_get_integer (statement, 0);
  return interview_sqlite_statement_finish (statement, error);
}
