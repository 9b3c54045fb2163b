/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/question-table.h"

#include "server/store/best-text.h"
#include "server/store/choice.h"

#define BEST_LANGUAGE INTERVIEW_BEST_TEXT ("question_text", "question_id", "q.id")

/* A question without a position is meant for every one; $4 is the position. */
#define FOR_POSITION                                                                               \
  "(NOT EXISTS (SELECT 1 FROM question_position p WHERE p.question_id = q.id)"                     \
  " OR EXISTS (SELECT 1 FROM question_position p WHERE p.question_id = q.id"                       \
  " AND p.position_id = $4))"

#define SELECT_QUESTIONS                                                                           \
  "SELECT q.id, q.kind, t.text, t.hint, q.typed_by IS NOT NULL FROM question q"                    \
  " JOIN question_text t ON t.question_id = q.id AND t.language = " BEST_LANGUAGE                  \
  " WHERE q.company_id = $1 AND q.side = $3 AND " FOR_POSITION                                     \
  " AND (q.typed_by IS NULL OR q.typed_by = $5"                                                    \
  " OR EXISTS (SELECT 1 FROM asked k WHERE k.question_id = q.id AND k.room_id = $6)"               \
  " OR (SELECT count (DISTINCT k.asked_by) FROM asked k WHERE k.question_id = q.id) > 1)"          \
  " ORDER BY q.typed_by IS NOT NULL, NOT EXISTS (SELECT 1 FROM question_position p"                \
  " WHERE p.question_id = q.id), q.place, q.id"

/*
 * The tables question, question_text and question_position.
 */

static void
text_free (gpointer data)
{
  InterviewQuestionText *text = data;

  g_free (text->question_id);
  g_free (text->text);
  g_free (text);
}

gboolean
interview_question_table_insert (InterviewTransaction *transaction,
                                 const InterviewRowHead *head,
                                 InterviewQuestionSide side,
                                 InterviewQuestionKind kind,
                                 int place,
                                 GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO question (id, company_id, unit_id, external_id, side, kind, place,"
                   " created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");

  interview_sqlite_statement_bind (statement, "ssssssni", head->id, head->company_id, head->unit_id,
                                   head->external_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_QUESTION_SIDE, side),
                                   interview_choice_to_nick (INTERVIEW_TYPE_QUESTION_KIND, kind),
                                   place, interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

gboolean
interview_question_table_insert_text (InterviewTransaction *transaction,
                                      const char *id,
                                      const char *language,
                                      const char *text,
                                      const char *hint,
                                      GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "INSERT INTO question_text (question_id, language, text, hint)"
                                   " VALUES ($1, $2, $3, $4)");

  interview_sqlite_statement_bind (statement, "ssss", id, language, text, hint);
  return interview_sqlite_statement_run (statement, error);
}

gboolean
interview_question_table_insert_position (InterviewTransaction *transaction,
                                          const char *id,
                                          const char *position_id,
                                          GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO question_position (question_id, position_id) VALUES ($1, $2)");

  interview_sqlite_statement_bind (statement, "ss", id, position_id);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_question_table_insert_typed:
 * @head: the row's head
 * @side: who asks
 * @person_id: in whose words
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_question_table_insert_typed (InterviewTransaction *transaction,
                                       const InterviewRowHead *head,
                                       InterviewQuestionSide side,
                                       const char *person_id,
                                       GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO question (id, company_id, unit_id, external_id, side, kind,"
                   " typed_by, created_at) VALUES ($1, $2, $3, $4, $5, 'general', $6, $7)");

  interview_sqlite_statement_bind (statement, "ssssssi", head->id, head->company_id, head->unit_id,
                                   head->external_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_QUESTION_SIDE, side),
                                   person_id, interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_question_table_list_texts:
 * @company_id: the company
 * @side: who asks
 * @position_id: the position of the room
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewQuestionText): the questions for the position and
 *   those for every position, in every language, the kit's before those that people typed; or %NULL
 */
GPtrArray *
interview_question_table_list_texts (InterviewTransaction *transaction,
                                     const char *company_id,
                                     InterviewQuestionSide side,
                                     const char *position_id,
                                     guint limit,
                                     GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (text_free);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT q.id, t.text FROM question q JOIN question_text t"
                   " ON t.question_id = q.id WHERE q.company_id = $1 AND q.side = $2"
                   " AND " FOR_POSITION " ORDER BY q.typed_by IS NOT NULL,"
                   " q.created_at DESC, q.id, t.language LIMIT $3");

  interview_sqlite_statement_bind (statement, "ssns", company_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_QUESTION_SIDE, side),
                                   (int) limit, position_id);
  while (interview_sqlite_statement_next (statement))
    {
      InterviewQuestionText *text = g_new0 (InterviewQuestionText, 1);

      text->question_id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
      text->text = g_strdup (interview_sqlite_statement_get_text (statement, 1));
      g_ptr_array_add (texts, text);
    }
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&texts) : NULL;
}

/**
 * interview_question_table_list:
 * @query: for whom
 * @error: return location
 *
 * What somebody typed is theirs alone until others have asked the same: it may say more of them
 * than they would have a stranger read.
 *
 * Returns: (transfer full) (element-type InterviewQuestion): the questions for the position and
 *   those for every position, in the order of the kit and not counted yet, or %NULL
 */
GPtrArray *
interview_question_table_list (InterviewTransaction *transaction,
                               const InterviewQuestionQuery *query,
                               GError **error)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_QUESTIONS);

  interview_sqlite_statement_bind (statement, "ssssss", query->company_id, query->language,
                                   interview_choice_to_nick (INTERVIEW_TYPE_QUESTION_SIDE,
                                                             query->side),
                                   query->position_id, query->person_id, query->room_id);
  while (interview_sqlite_statement_next (statement))
    {
      const char *kind = interview_sqlite_statement_get_text (statement, 1);
      gboolean typed = interview_sqlite_statement_get_integer (statement, 4) != 0;

      g_ptr_array_add (
          questions,
          g_object_new (INTERVIEW_TYPE_QUESTION, "id",
                        interview_sqlite_statement_get_text (statement, 0), "side", query->side,
                        "kind", interview_choice_from_nick (INTERVIEW_TYPE_QUESTION_KIND, kind),
                        "text", interview_sqlite_statement_get_text (statement, 2), "hint",
                        interview_sqlite_statement_get_text (statement, 3), "origin",
                        typed ? INTERVIEW_QUESTION_ORIGIN_TYPED : INTERVIEW_QUESTION_ORIGIN_KIT,
                        "place", (gint64) questions->len, NULL));
    }
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&questions) : NULL;
}
