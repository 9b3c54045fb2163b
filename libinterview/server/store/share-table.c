/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/share-table.h"

#include "core/protocol/limits.h"
#include "server/store/best-text.h"
#include "server/store/choice.h"
#include "server/store/single-row.h"

#define SELECT_ROW                                                                                 \
  "SELECT id, company_id, recording_id, room_id, shared_by, state, size, hash, uploaded,"          \
  " expires_at FROM recording_share"

/* $1 is the company of the row, and $2 the reader's language. */
#define SELECT_SHARE                                                                               \
  "SELECT s.id, s.recording_id, s.room_id, c.display_name, pt.title, p.id, p.display_name,"        \
  " c.id = p.id, s.state, s.size, s.uploaded, s.opened, s.created_at, s.expires_at, s.ended_at"    \
  " FROM recording_share s JOIN room r ON r.id = s.room_id"                                        \
  " JOIN application a ON a.id = r.application_id JOIN person c ON c.id = a.candidate_id"          \
  " JOIN person p ON p.id = s.shared_by"                                                           \
  " JOIN position_text pt ON pt.position_id = a.position_id AND pt.language"                       \
  " = " INTERVIEW_BEST_TEXT ("position_text", "position_id",                                       \
                             "a.position_id") " WHERE s.company_id = $1"

#define IS_OPEN "state IN ('uploading', 'ready')"

/*
 * The table recording_share.
 */

/**
 * interview_share_table_insert:
 * @head: the row's head
 * @row: the rest of it; its own identifiers do not matter
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_share_table_insert (InterviewTransaction *transaction,
                              const InterviewRowHead *head,
                              const InterviewShareRow *row,
                              GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "INSERT INTO recording_share (id, company_id, unit_id,"
                                   " external_id, recording_id, room_id, shared_by, state, size,"
                                   " hash, token_hash, created_at, expires_at)"
                                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,"
                                   " $13)");

  interview_sqlite_statement_bind (
      statement, "ssssssssisyii", head->id, head->company_id, head->unit_id, head->external_id,
      row->recording_id, row->room_id, row->shared_by,
      interview_choice_to_nick (INTERVIEW_TYPE_RECORDING_SHARE_STATE, row->state), row->size,
      row->hash, row->token_hash, interview_transaction_get_now (transaction), row->expires_at);
  return interview_sqlite_statement_run (statement, error);
}

static InterviewShareRow *
read_row (InterviewSqliteStatement *statement)
{
  InterviewShareRow *row = g_new0 (InterviewShareRow, 1);
  const char *state = interview_sqlite_statement_get_text (statement, 5);

  row->id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
  row->company_id = g_strdup (interview_sqlite_statement_get_text (statement, 1));
  row->recording_id = g_strdup (interview_sqlite_statement_get_text (statement, 2));
  row->room_id = g_strdup (interview_sqlite_statement_get_text (statement, 3));
  row->shared_by = g_strdup (interview_sqlite_statement_get_text (statement, 4));
  row->state = interview_choice_from_nick (INTERVIEW_TYPE_RECORDING_SHARE_STATE, state);
  row->size = interview_sqlite_statement_get_integer (statement, 6);
  row->hash = g_strdup (interview_sqlite_statement_get_text (statement, 7));
  row->uploaded = interview_sqlite_statement_get_integer (statement, 8);
  row->expires_at = interview_sqlite_statement_get_integer (statement, 9);
  return row;
}

static InterviewShareRow *
read_single (InterviewSqliteStatement *statement, GError **error)
{
  g_autoptr (InterviewShareRow) row = NULL;

  if (interview_sqlite_statement_next (statement))
    row = read_row (statement);
  return interview_single_row_finish (statement, row != NULL, "there is no such recording", error)
             ? g_steal_pointer (&row)
             : NULL;
}

static GPtrArray *
read_rows (InterviewSqliteStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) interview_share_row_free);

  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (rows, read_row (statement));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * interview_share_table_get_row:
 * @id: a share of any company
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the row, or %NULL
 */
InterviewShareRow *
interview_share_table_get_row (InterviewTransaction *transaction, const char *id, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_ROW " WHERE id = $1");

  interview_sqlite_statement_bind (statement, "s", id);
  return read_single (statement, error);
}

/**
 * interview_share_table_get_row_by_token:
 * @token_hash: what is kept of a link's secret
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the row, or %NULL
 */
InterviewShareRow *
interview_share_table_get_row_by_token (InterviewTransaction *transaction,
                                        GBytes *token_hash,
                                        GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_ROW " WHERE token_hash = $1");

  interview_sqlite_statement_bind (statement, "y", token_hash);
  return read_single (statement, error);
}

/**
 * interview_share_table_update:
 * @row: the row with its new state and how much was uploaded
 * @error: return location; %INTERVIEW_ERROR_CONFLICT
 *
 * Returns: whether it was done
 */
gboolean
interview_share_table_update (InterviewTransaction *transaction,
                              const InterviewShareRow *row,
                              GError **error)
{
  gboolean over = row->state == INTERVIEW_RECORDING_SHARE_STATE_EXPIRED ||
                  row->state == INTERVIEW_RECORDING_SHARE_STATE_WITHDRAWN;
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "UPDATE recording_share SET state = $2, uploaded = $3, ended_at = $4,"
                   " revision = revision + 1 WHERE id = $1 AND " IS_OPEN);

  interview_sqlite_statement_bind (statement, "ssii", row->id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_RECORDING_SHARE_STATE,
                                                             row->state),
                                   row->uploaded,
                                   over ? interview_transaction_get_now (transaction) : (gint64) 0);
  return interview_single_row_update (transaction, statement, error);
}

/**
 * interview_share_table_count_opening:
 * @id: a share whose page was asked for
 * @error: return location
 *
 * Returns: whether it was counted
 */
gboolean
interview_share_table_count_opening (InterviewTransaction *transaction,
                                     const char *id,
                                     GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "UPDATE recording_share SET opened = min (opened + 1, $2) WHERE id = $1");

  interview_sqlite_statement_bind (statement, "si", id, (gint64) G_MAXINT32);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_share_table_set_deleted:
 * @id: a share of which the upload store has nothing any more
 * @error: return location
 *
 * Returns: whether it was noted
 */
gboolean
interview_share_table_set_deleted (InterviewTransaction *transaction,
                                   const char *id,
                                   GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "UPDATE recording_share SET kept = 0"
                                                " WHERE id = $1 AND NOT " IS_OPEN);

  interview_sqlite_statement_bind (statement, "s", id);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_share_table_count:
 * @company_id: a company
 * @recording_id: a recording, or ""
 * @bytes: (out): how many the company's shares have or are going to have
 * @open: (out): how many of them are of the recording and open
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_share_table_count (InterviewTransaction *transaction,
                             const char *company_id,
                             const char *recording_id,
                             gint64 *bytes,
                             gint64 *open,
                             GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT coalesce ((SELECT sum (size) FROM recording_share"
                                   " WHERE company_id = $1 AND kept = 1), 0),"
                                   " (SELECT count (*) FROM recording_share"
                                   " WHERE recording_id = $2 AND " IS_OPEN ")");

  *bytes = *open = 0;
  interview_sqlite_statement_bind (statement, "ss", company_id, recording_id);
  if (interview_sqlite_statement_next (statement))
    {
      *bytes = interview_sqlite_statement_get_integer (statement, 0);
      *open = interview_sqlite_statement_get_integer (statement, 1);
    }
  return interview_sqlite_statement_finish (statement, error);
}

static InterviewRecordingShare *
read_share (InterviewSqliteStatement *statement)
{
  gboolean by_candidate = interview_sqlite_statement_get_integer (statement, 7) != 0;
  const char *state = interview_sqlite_statement_get_text (statement, 8);
  g_autoptr (InterviewParticipant) person =
      g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id",
                    interview_sqlite_statement_get_text (statement, 5), "display-name",
                    interview_sqlite_statement_get_text (statement, 6), "role",
                    by_candidate ? INTERVIEW_ROLE_CANDIDATE : INTERVIEW_ROLE_RECRUITER, NULL);

  return g_object_new (INTERVIEW_TYPE_RECORDING_SHARE, "id",
                       interview_sqlite_statement_get_text (statement, 0), "recording-id",
                       interview_sqlite_statement_get_text (statement, 1), "room-id",
                       interview_sqlite_statement_get_text (statement, 2), "candidate",
                       interview_sqlite_statement_get_text (statement, 3), "position",
                       interview_sqlite_statement_get_text (statement, 4), "shared-by", person,
                       "state",
                       interview_choice_from_nick (INTERVIEW_TYPE_RECORDING_SHARE_STATE, state),
                       "size", interview_sqlite_statement_get_integer (statement, 9), "uploaded",
                       interview_sqlite_statement_get_integer (statement, 10), "opened",
                       interview_sqlite_statement_get_integer (statement, 11), "created-at",
                       interview_sqlite_statement_get_integer (statement, 12), "expires-at",
                       interview_sqlite_statement_get_integer (statement, 13), "ended-at",
                       interview_sqlite_statement_get_integer (statement, 14), NULL);
}

/**
 * interview_share_table_get:
 * @company_id: the company whose share it is
 * @language: (nullable): the reader's
 * @id: a share
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): what readers see of it, or %NULL
 */
InterviewRecordingShare *
interview_share_table_get (InterviewTransaction *transaction,
                           const char *company_id,
                           const char *language,
                           const char *id,
                           GError **error)
{
  g_autoptr (InterviewRecordingShare) share = NULL;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_SHARE " AND s.id = $3");

  interview_sqlite_statement_bind (statement, "sss", company_id, language != NULL ? language : "",
                                   id);
  if (interview_sqlite_statement_next (statement))
    share = read_share (statement);
  return interview_single_row_finish (statement, share != NULL, "there is no such recording", error)
             ? g_steal_pointer (&share)
             : NULL;
}

/**
 * interview_share_table_list:
 * @company_id: the company
 * @language: (nullable): the reader's
 * @reader_id: (nullable): only what this person shares or is to be seen in as the candidate; %NULL
 *   for all
 * @before: made before this time, microseconds since 1970 in UTC
 * @before_id: or at this time with a smaller identifier
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewRecordingShare): the shares, newest first; or
 *   %NULL
 */
GPtrArray *
interview_share_table_list (InterviewTransaction *transaction,
                            const char *company_id,
                            const char *language,
                            const char *reader_id,
                            gint64 before,
                            const char *before_id,
                            guint limit,
                            GError **error)
{
  g_autoptr (GPtrArray) shares = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   SELECT_SHARE " AND ($3 IS NULL OR s.shared_by = $3 OR c.id = $3)"
                                                " AND (s.created_at, s.id) < ($4, $5)"
                                                " ORDER BY s.created_at DESC, s.id DESC LIMIT $6");

  interview_sqlite_statement_bind (statement, "sssisn", company_id,
                                   language != NULL ? language : "", reader_id, before, before_id,
                                   (int) limit);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (shares, read_share (statement));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&shares) : NULL;
}

/**
 * interview_share_table_list_open:
 * @recording_id: a recording
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewShareRow): its shares that are not over, or %NULL
 */
GPtrArray *
interview_share_table_list_open (InterviewTransaction *transaction,
                                 const char *recording_id,
                                 GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_ROW " WHERE recording_id = $1 AND " IS_OPEN
                                                           " ORDER BY id");

  interview_sqlite_statement_bind (statement, "s", recording_id);
  return read_rows (statement, error);
}

/**
 * interview_share_table_list_late:
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewShareRow): open shares whose time is over, or
 *   %NULL
 */
GPtrArray *
interview_share_table_list_late (InterviewTransaction *transaction, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_ROW " WHERE expires_at <= $1 AND " IS_OPEN
                                                           " ORDER BY expires_at LIMIT $2");

  interview_sqlite_statement_bind (statement, "in", interview_transaction_get_now (transaction),
                                   INTERVIEW_LIMIT_ITEMS);
  return read_rows (statement, error);
}

/**
 * interview_share_table_list_to_delete:
 * @ended_before: or at this time, microseconds since 1970 in UTC
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewShareRow): shares that are over and whose bytes
 *   may still be there, or %NULL
 */
GPtrArray *
interview_share_table_list_to_delete (InterviewTransaction *transaction,
                                      gint64 ended_before,
                                      GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      SELECT_ROW " WHERE kept = 1 AND state IN ('expired', 'withdrawn') AND ended_at <= $1"
                 " ORDER BY id LIMIT $2");

  interview_sqlite_statement_bind (statement, "in", ended_before, INTERVIEW_LIMIT_ITEMS);
  return read_rows (statement, error);
}
