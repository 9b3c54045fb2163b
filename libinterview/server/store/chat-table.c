/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/chat-table.h"

#include "server/store/choice.h"

#define SELECT_MESSAGE                                                                             \
  "SELECT t.id, t.room_id, t.scope, t.text, t.sent_at, p.id, p.display_name, m.role"               \
  " FROM chat_message t JOIN person p ON p.id = t.sender_id"                                       \
  " JOIN membership m ON m.person_id = p.id AND m.company_id = t.company_id"

/*
 * The table chat_message. Whoever lists it says the scope: no query of it reads both.
 */

/**
 * interview_chat_table_insert:
 * @head: the row's head
 * @room_id: the room
 * @scope: who reads it
 * @sender_id: who wrote it
 * @text: what
 * @error: return location
 *
 * The message is dated now, or just after the last one of the room if the clock was set back.
 *
 * Returns: whether it was done
 */
gboolean
interview_chat_table_insert (InterviewTransaction *transaction,
                             const InterviewRowHead *head,
                             const char *room_id,
                             InterviewChatScope scope,
                             const char *sender_id,
                             const char *text,
                             GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO chat_message (id, company_id, unit_id, external_id, room_id, scope,"
                   " sender_id, text, sent_at) SELECT $1, $2, $3, $4, $5, $6, $7, $8,"
                   " CASE WHEN coalesce (max (sent_at), 0) >= $9 THEN max (sent_at) + 1 ELSE $9 END"
                   " FROM chat_message WHERE room_id = $5");

  interview_sqlite_statement_bind (statement, "ssssssssi", head->id, head->company_id,
                                   head->unit_id, head->external_id, room_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_CHAT_SCOPE, scope),
                                   sender_id, text, interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

static InterviewChatMessage *
read_message (InterviewSqliteStatement *statement)
{
  g_autoptr (InterviewParticipant) sender =
      g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id",
                    interview_sqlite_statement_get_text (statement, 5), "display-name",
                    interview_sqlite_statement_get_text (statement, 6), "role",
                    interview_choice_from_nick (INTERVIEW_TYPE_ROLE,
                                                interview_sqlite_statement_get_text (statement, 7)),
                    NULL);

  return g_object_new (
      INTERVIEW_TYPE_CHAT_MESSAGE, "id", interview_sqlite_statement_get_text (statement, 0),
      "room-id", interview_sqlite_statement_get_text (statement, 1), "scope",
      interview_choice_from_nick (INTERVIEW_TYPE_CHAT_SCOPE,
                                  interview_sqlite_statement_get_text (statement, 2)),
      "text", interview_sqlite_statement_get_text (statement, 3), "sent-at",
      interview_sqlite_statement_get_integer (statement, 4), "sender", sender, NULL);
}

/**
 * interview_chat_table_find:
 * @id: identifier of a message
 * @message: (out) (transfer full) (nullable): the message, %NULL if there is none
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_chat_table_find (InterviewTransaction *transaction,
                           const char *id,
                           InterviewChatMessage **message,
                           GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_MESSAGE " WHERE t.id = $1");

  *message = NULL;
  interview_sqlite_statement_bind (statement, "s", id);
  if (interview_sqlite_statement_next (statement))
    *message = read_message (statement);
  return interview_sqlite_statement_finish (statement, error);
}

/**
 * interview_chat_table_list:
 * @room_id: the room
 * @scope: what the reader reads
 * @from: only messages of then or later
 * @after: only messages later than that
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewChatMessage): the messages, oldest first, or
 *   %NULL
 */
GPtrArray *
interview_chat_table_list (InterviewTransaction *transaction,
                           const char *room_id,
                           InterviewChatScope scope,
                           gint64 from,
                           gint64 after,
                           guint limit,
                           GError **error)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_MESSAGE
                                   " WHERE t.room_id = $1 AND t.scope = $2 AND t.sent_at >= $3"
                                   " AND t.sent_at > $4 ORDER BY t.sent_at LIMIT $5");

  interview_sqlite_statement_bind (statement, "ssiin", room_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_CHAT_SCOPE, scope),
                                   from, after, (int) limit);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (messages, read_message (statement));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&messages) : NULL;
}

/**
 * interview_chat_table_count_since:
 * @room_id: the room
 * @sender_id: a person
 * @since: microseconds since 1970, UTC
 * @count: (out): how many messages they sent to the room since then, to whomever
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_chat_table_count_since (InterviewTransaction *transaction,
                                  const char *room_id,
                                  const char *sender_id,
                                  gint64 since,
                                  gint64 *count,
                                  GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT count (*) FROM chat_message WHERE room_id = $1"
                                   " AND sender_id = $2 AND sent_at >= $3");

  *count = 0;
  interview_sqlite_statement_bind (statement, "ssi", room_id, sender_id, since);
  if (interview_sqlite_statement_next (statement))
    *count = interview_sqlite_statement_get_integer (statement, 0);
  return interview_sqlite_statement_finish (statement, error);
}
