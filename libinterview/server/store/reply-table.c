/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/reply-table.h"

#include "server/store/choice.h"

/*
 * The table room_reply.
 */

/**
 * interview_reply_table_find:
 * @room_id: a room
 * @reply: (out) (transfer full) (nullable): what its candidate answered, %NULL if nothing
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_reply_table_find (InterviewTransaction *transaction,
                            const char *room_id,
                            InterviewRoomReply **reply,
                            GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "SELECT answer, proposed_at, note, at"
                                                " FROM room_reply WHERE room_id = $1");

  *reply = NULL;
  interview_sqlite_statement_bind (statement, "s", room_id);
  if (interview_sqlite_statement_next (statement))
    *reply =
        g_object_new (INTERVIEW_TYPE_ROOM_REPLY, "answer",
                      interview_choice_from_nick (INTERVIEW_TYPE_ROOM_ANSWER,
                                                  interview_sqlite_statement_get_text (statement,
                                                                                       0)),
                      "proposed-at", interview_sqlite_statement_get_integer (statement, 1), "note",
                      interview_sqlite_statement_get_text (statement, 2), "at",
                      interview_sqlite_statement_get_integer (statement, 3), NULL);
  if (interview_sqlite_statement_finish (statement, error))
    return TRUE;
  g_clear_object (reply);
  return FALSE;
}

/**
 * interview_reply_table_replace:
 * @room_id: a room
 * @reply: what its candidate answers now
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_reply_table_replace (InterviewTransaction *transaction,
                               const char *room_id,
                               InterviewRoomReply *reply,
                               GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "INSERT INTO room_reply (room_id, answer, proposed_at, note, at)"
                                   " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (room_id) DO UPDATE"
                                   " SET answer = excluded.answer,"
                                   " proposed_at = excluded.proposed_at, note = excluded.note,"
                                   " at = excluded.at");

  interview_sqlite_statement_bind (statement, "ssisi", room_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_ROOM_ANSWER,
                                                             (int) interview_room_reply_get_answer (
                                                                 reply)),
                                   interview_room_reply_get_proposed_at (reply),
                                   interview_room_reply_get_note (reply),
                                   interview_room_reply_get_at (reply));
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_reply_table_delete:
 * @room_id: a room whose candidate has to be asked again
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_reply_table_delete (InterviewTransaction *transaction,
                              const char *room_id,
                              GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "DELETE FROM room_reply WHERE room_id = $1");

  interview_sqlite_statement_bind (statement, "s", room_id);
  return interview_sqlite_statement_run (statement, error);
}
