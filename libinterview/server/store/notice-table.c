/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/notice-table.h"

#include "server/store/choice.h"
#include "server/store/single-row.h"

/*
 * The table notice.
 */

/**
 * interview_notice_row_free:
 * @row: (transfer full): a row
 */
void
interview_notice_row_free (InterviewNoticeRow *row)
{
  g_free (row->id);
  g_free (row->room_id);
  g_free (row->content);
  g_free (row);
}

/**
 * interview_notice_table_insert:
 * @notice: what is written
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_notice_table_insert (InterviewTransaction *transaction,
                               const InterviewNewNotice *notice,
                               GError **error)
{
  const InterviewRowHead *head = &notice->head;
  g_autoptr (GBytes) sealed =
      interview_sealer_seal (interview_transaction_get_sealer (transaction), notice->content);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO notice (id, company_id, unit_id, external_id, person_id, room_id,"
                   " kind, actor_id, subject, content, created_at)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)");

  interview_sqlite_statement_bind (
      statement, "sssssssssyi", head->id, head->company_id, head->unit_id, head->external_id,
      notice->person_id, notice->room_id,
      interview_choice_to_nick (INTERVIEW_TYPE_NOTICE_KIND, notice->kind), notice->actor_id,
      notice->subject, sealed, interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

/* The columns that read_row() reads. */
#define SELECT_ROW                                                                                 \
  "SELECT m.id, m.room_id, m.kind, m.content, d.due_at FROM notice m"                              \
  " JOIN delivery d ON d.notice_id = m.id AND d.channel = 'program'"

static InterviewNoticeRow *
read_row (InterviewTransaction *transaction, InterviewSqliteStatement *statement, GError **error)
{
  g_autoptr (InterviewNoticeRow) row = g_new0 (InterviewNoticeRow, 1);
  g_autoptr (GBytes) sealed = interview_sqlite_statement_get_bytes (statement, 3);

  row->id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
  row->room_id = g_strdup (interview_sqlite_statement_get_text (statement, 1));
  row->kind = interview_choice_from_nick (INTERVIEW_TYPE_NOTICE_KIND,
                                          interview_sqlite_statement_get_text (statement, 2));
  row->content =
      interview_sealer_unseal (interview_transaction_get_sealer (transaction), sealed, error);
  row->sent_at = interview_sqlite_statement_get_integer (statement, 4);
  return row->content != NULL ? g_steal_pointer (&row) : NULL;
}

/**
 * interview_notice_table_get:
 * @id: a message of any company
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND, %INTERVIEW_ERROR_STORE_CORRUPT
 *
 * Returns: (transfer full): the message, or %NULL
 */
InterviewNoticeRow *
interview_notice_table_get (InterviewTransaction *transaction, const char *id, GError **error)
{
  g_autoptr (InterviewNoticeRow) row = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean found;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_ROW " WHERE m.id = $1");

  interview_sqlite_statement_bind (statement, "s", id);
  found = interview_sqlite_statement_next (statement);
  if (found)
    row = read_row (transaction, statement, &failure);
  if (!interview_single_row_finish (statement, found, "there is no such message", error))
    return NULL;
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return g_steal_pointer (&row);
}

/**
 * interview_notice_table_count:
 * @room_id: a room
 * @kind: of which kind
 * @count: (out): how many messages about it were written
 * @last: (out): when the last one was, microseconds since 1970 in UTC; 0 if there is none
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_notice_table_count (InterviewTransaction *transaction,
                              const char *room_id,
                              InterviewNoticeKind kind,
                              gint64 *count,
                              gint64 *last,
                              GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT count (*), coalesce (max (created_at), 0) FROM notice"
                                   " WHERE room_id = $1 AND kind = $2");

  interview_sqlite_statement_bind (statement, "ss", room_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_NOTICE_KIND, kind));
  if (interview_sqlite_statement_next (statement))
    {
      *count = interview_sqlite_statement_get_integer (statement, 0);
      *last = interview_sqlite_statement_get_integer (statement, 1);
    }
  return interview_sqlite_statement_finish (statement, error);
}

/**
 * interview_notice_table_list:
 * @person_id: whose messages
 * @before: only what could be read since an earlier moment, microseconds since 1970 in UTC
 * @before_id: or since the same moment with a smaller identifier
 * @limit: how many at most
 * @error: return location; %INTERVIEW_ERROR_STORE_CORRUPT if one cannot be unsealed
 *
 * Returns: (transfer full) (element-type InterviewNoticeRow): what has come to the person's
 *   program, newest first, or %NULL
 */
GPtrArray *
interview_notice_table_list (InterviewTransaction *transaction,
                             const char *person_id,
                             gint64 before,
                             const char *before_id,
                             guint limit,
                             GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) interview_notice_row_free);
  g_autoptr (GError) failure = NULL;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_ROW
                                   " WHERE m.person_id = $1 AND d.state = 'sent'"
                                   " AND (d.due_at < $2 OR (d.due_at = $2 AND m.id < $3))"
                                   " ORDER BY d.due_at DESC, m.id DESC LIMIT $4");

  interview_sqlite_statement_bind (statement, "sisn", person_id, before, before_id, (int) limit);
  while (failure == NULL && interview_sqlite_statement_next (statement))
    {
      InterviewNoticeRow *row = read_row (transaction, statement, &failure);

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  if (!interview_sqlite_statement_finish (statement, error))
    return NULL;
  if (failure == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
