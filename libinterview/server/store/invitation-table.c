/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/invitation-table.h"

#include "server/store/choice.h"

/*
 * The table invitation.
 */

/**
 * interview_invitation_row_free:
 * @row: (transfer full): a row
 */
void
interview_invitation_row_free (InterviewInvitationRow *row)
{
  g_free (row->id);
  g_free (row->company_id);
  g_free (row->person_id);
  g_free (row->room_id);
  g_free (row);
}

gboolean
interview_invitation_table_insert (InterviewTransaction *transaction,
                                   const InterviewNewInvitation *invitation,
                                   GError **error)
{
  const InterviewRowHead *head = &invitation->head;
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO invitation (id, company_id, unit_id, external_id, kind, person_id,"
                   " room_id, code_hash, not_before, expires_at, created_at)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)");

  interview_sqlite_statement_bind (statement, "sssssssyiii", head->id, head->company_id,
                                   head->unit_id, head->external_id,
                                   invitation->room_id != NULL ? "candidate" : "sign-in",
                                   invitation->person_id, invitation->room_id,
                                   invitation->code_hash, invitation->not_before,
                                   invitation->expires_at,
                                   interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_invitation_table_find:
 * @code_hash: hash of the code that somebody has
 * @row: (out) (transfer full) (nullable): the invitation, %NULL if there is none
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_invitation_table_find (InterviewTransaction *transaction,
                                 GBytes *code_hash,
                                 InterviewInvitationRow **row,
                                 GError **error)
{
  g_autoptr (InterviewInvitationRow) found = NULL;
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT id, company_id, person_id, room_id, state, not_before, expires_at"
                   " FROM invitation WHERE code_hash = $1");

  *row = NULL;
  interview_sqlite_statement_bind (statement, "y", code_hash);
  if (interview_sqlite_statement_next (statement))
    {
      found = g_new0 (InterviewInvitationRow, 1);
      found->id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
      found->company_id = g_strdup (interview_sqlite_statement_get_text (statement, 1));
      found->person_id = g_strdup (interview_sqlite_statement_get_text (statement, 2));
      found->room_id = g_strdup (interview_sqlite_statement_get_text (statement, 3));
      found->state =
          interview_choice_from_nick (INTERVIEW_TYPE_INVITATION_STATE,
                                      interview_sqlite_statement_get_text (statement, 4));
      found->not_before = interview_sqlite_statement_get_integer (statement, 5);
      found->expires_at = interview_sqlite_statement_get_integer (statement, 6);
    }
  if (!interview_sqlite_statement_finish (statement, error))
    return FALSE;
  *row = g_steal_pointer (&found);
  return TRUE;
}

/**
 * interview_invitation_table_use:
 * @id: an invitation that works once
 * @used: (out): whether this was the once
 * @error: return location
 *
 * Returns: whether the table could be written
 */
gboolean
interview_invitation_table_use (InterviewTransaction *transaction,
                                const char *id,
                                gboolean *used,
                                GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "UPDATE invitation SET state = 'used', revision = revision + 1"
                                   " WHERE id = $1 AND state = 'active'");

  interview_sqlite_statement_bind (statement, "s", id);
  if (!interview_sqlite_statement_run (statement, error))
    return FALSE;
  *used = interview_transaction_get_changes (transaction) == 1;
  return TRUE;
}

/**
 * interview_invitation_table_move:
 * @room_id: a room whose time has changed
 * @not_before: from when its invitation works now, microseconds since 1970 in UTC
 * @expires_at: until when
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_invitation_table_move (InterviewTransaction *transaction,
                                 const char *room_id,
                                 gint64 not_before,
                                 gint64 expires_at,
                                 GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "UPDATE invitation SET not_before = $2, expires_at = $3, revision = revision + 1"
                   " WHERE room_id = $1 AND state = 'active'");

  interview_sqlite_statement_bind (statement, "sii", room_id, not_before, expires_at);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_invitation_table_revoke:
 * @room_id: a room, whose invitations stop working
 * @revoked: (out): whether there was one that worked
 * @error: return location
 *
 * Returns: whether the table could be written
 */
gboolean
interview_invitation_table_revoke (InterviewTransaction *transaction,
                                   const char *room_id,
                                   gboolean *revoked,
                                   GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "UPDATE invitation SET state = 'revoked', revision = revision + 1"
                   " WHERE room_id = $1 AND state = 'active'");

  interview_sqlite_statement_bind (statement, "s", room_id);
  if (!interview_sqlite_statement_run (statement, error))
    return FALSE;
  *revoked = interview_transaction_get_changes (transaction) > 0;
  return TRUE;
}
