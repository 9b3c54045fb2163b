/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/help-table.h"

#include "core/protocol/limits.h"
#include "server/store/best-text.h"
#include "server/store/choice.h"
#include "server/store/single-row.h"

/*
 * The table help.
 */

/* The columns that read_help() reads; $1 is the company and $2 the reader's language. */
#define SELECT_HELP                                                                                \
  "SELECT h.id, h.room_id, h.revision, h.state, h.place, h.no_camera, h.no_microphone,"            \
  " h.bad_network, h.asked_at, p.id, p.display_name, pt.title, r.starts_at, hr.id,"                \
  " hr.display_name,"                                                                              \
  " (SELECT said.text FROM chat_message said WHERE said.room_id = h.room_id"                       \
  " AND said.scope = 'help' AND said.sender_id = p.id ORDER BY said.sent_at DESC LIMIT 1)"         \
  " FROM help h JOIN room r ON r.id = h.room_id JOIN application a ON a.id = r.application_id"     \
  " JOIN person p ON p.id = a.candidate_id LEFT JOIN person hr ON hr.id = h.caller_id"             \
  " JOIN position_text pt ON pt.position_id = a.position_id AND pt.language"                       \
  " = " INTERVIEW_BEST_TEXT ("position_text", "position_id",                                       \
                             "a.position_id") " WHERE h.company_id = $1"

gboolean
interview_help_table_insert (InterviewTransaction *transaction,
                             const InterviewRowHead *head,
                             const InterviewHelpRow *row,
                             GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO help (id, company_id, unit_id, external_id, room_id, state, place,"
                   " no_camera, no_microphone, bad_network, asked_at, asks, counted_from)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)");

  interview_sqlite_statement_bind (statement, "sssssssnnniii", head->id, head->company_id,
                                   head->unit_id, head->external_id, row->room_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_HELP_STATE, row->state),
                                   interview_choice_to_nick (INTERVIEW_TYPE_HELP_PLACE, row->place),
                                   row->no_camera, row->no_microphone, row->bad_network,
                                   row->asked_at, row->asks, row->counted_from);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_help_table_update:
 * @row: a row as it is to be; its revision rises
 * @error: return location; %INTERVIEW_ERROR_CONFLICT
 *
 * Returns: whether it was done
 */
gboolean
interview_help_table_update (InterviewTransaction *transaction,
                             InterviewHelpRow *row,
                             GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "UPDATE help SET state = $3, place = $4, no_camera = $5, no_microphone = $6,"
                   " bad_network = $7, asked_at = $8, asks = $9, counted_from = $10,"
                   " caller_id = $11, revision = revision + 1 WHERE id = $1 AND revision = $2");

  interview_sqlite_statement_bind (statement, "sissnnniiis", row->id, row->revision,
                                   interview_choice_to_nick (INTERVIEW_TYPE_HELP_STATE, row->state),
                                   interview_choice_to_nick (INTERVIEW_TYPE_HELP_PLACE, row->place),
                                   row->no_camera, row->no_microphone, row->bad_network,
                                   row->asked_at, row->asks, row->counted_from, row->caller_id);
  if (!interview_single_row_update (transaction, statement, error))
    return FALSE;
  row->revision++;
  return TRUE;
}

/**
 * interview_help_table_find_row:
 * @id: a room, or a call for help from one
 * @row: (out) (transfer full) (nullable): the call for help, %NULL if there is none
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_help_table_find_row (InterviewTransaction *transaction,
                               const char *id,
                               InterviewHelpRow **row,
                               GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT id, room_id, revision, state, place, no_camera, no_microphone,"
                   " bad_network, asked_at, asks, counted_from, caller_id"
                   " FROM help WHERE id = $1 OR room_id = $1");

  *row = NULL;
  interview_sqlite_statement_bind (statement, "s", id);
  if (interview_sqlite_statement_next (statement))
    {
      InterviewHelpRow *found = g_new0 (InterviewHelpRow, 1);

      found->id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
      found->room_id = g_strdup (interview_sqlite_statement_get_text (statement, 1));
      found->revision = interview_sqlite_statement_get_integer (statement, 2);
      found->state =
          interview_choice_from_nick (INTERVIEW_TYPE_HELP_STATE,
                                      interview_sqlite_statement_get_text (statement, 3));
      found->place =
          interview_choice_from_nick (INTERVIEW_TYPE_HELP_PLACE,
                                      interview_sqlite_statement_get_text (statement, 4));
      found->no_camera = interview_sqlite_statement_get_integer (statement, 5) != 0;
      found->no_microphone = interview_sqlite_statement_get_integer (statement, 6) != 0;
      found->bad_network = interview_sqlite_statement_get_integer (statement, 7) != 0;
      found->asked_at = interview_sqlite_statement_get_integer (statement, 8);
      found->asks = interview_sqlite_statement_get_integer (statement, 9);
      found->counted_from = interview_sqlite_statement_get_integer (statement, 10);
      found->caller_id = g_strdup (interview_sqlite_statement_get_text (statement, 11));
      *row = found;
    }
  if (interview_sqlite_statement_finish (statement, error))
    return TRUE;
  g_clear_pointer (row, interview_help_row_free);
  return FALSE;
}

static InterviewParticipant *
read_person (InterviewSqliteStatement *statement, guint column, InterviewRole role)
{
  if (interview_sqlite_statement_get_text (statement, column) == NULL)
    return NULL;
  return g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id",
                       interview_sqlite_statement_get_text (statement, column), "display-name",
                       interview_sqlite_statement_get_text (statement, column + 1), "role", role,
                       NULL);
}

static InterviewHelp *
read_help (InterviewSqliteStatement *statement)
{
  g_autoptr (InterviewParticipant) candidate = read_person (statement, 9, INTERVIEW_ROLE_CANDIDATE);
  g_autoptr (InterviewParticipant) caller = read_person (statement, 13, INTERVIEW_ROLE_HR_ADMIN);

  return g_object_new (
      INTERVIEW_TYPE_HELP, "id", interview_sqlite_statement_get_text (statement, 0), "room-id",
      interview_sqlite_statement_get_text (statement, 1), "revision",
      interview_sqlite_statement_get_integer (statement, 2), "state",
      interview_choice_from_nick (INTERVIEW_TYPE_HELP_STATE,
                                  interview_sqlite_statement_get_text (statement, 3)),
      "place",
      interview_choice_from_nick (INTERVIEW_TYPE_HELP_PLACE,
                                  interview_sqlite_statement_get_text (statement, 4)),
      "no-camera", interview_sqlite_statement_get_integer (statement, 5) != 0, "no-microphone",
      interview_sqlite_statement_get_integer (statement, 6) != 0, "bad-network",
      interview_sqlite_statement_get_integer (statement, 7) != 0, "asked-at",
      interview_sqlite_statement_get_integer (statement, 8), "candidate", candidate,
      "position-title", interview_sqlite_statement_get_text (statement, 11), "starts-at",
      interview_sqlite_statement_get_integer (statement, 12), "caller", caller, "text",
      interview_sqlite_statement_get_text (statement, 15), NULL);
}

/**
 * interview_help_table_get:
 * @company_id: the company
 * @language: (nullable): the reader's
 * @room_id: a room
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): what was called for from this room, or %NULL
 */
InterviewHelp *
interview_help_table_get (InterviewTransaction *transaction,
                          const char *company_id,
                          const char *language,
                          const char *room_id,
                          GError **error)
{
  g_autoptr (InterviewHelp) help = NULL;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_HELP " AND h.room_id = $3");

  interview_sqlite_statement_bind (statement, "sss", company_id, language != NULL ? language : "",
                                   room_id);
  if (interview_sqlite_statement_next (statement))
    help = read_help (statement);
  return interview_single_row_finish (statement, help != NULL, "nobody has asked for help", error)
             ? g_steal_pointer (&help)
             : NULL;
}

/**
 * interview_help_table_list:
 * @company_id: the company
 * @language: (nullable): the reader's
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewHelp): who needs help now, longest first, or
 *   %NULL
 */
GPtrArray *
interview_help_table_list (InterviewTransaction *transaction,
                           const char *company_id,
                           const char *language,
                           GError **error)
{
  g_autoptr (GPtrArray) helps = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_HELP
                                   " AND h.state <> 'closed' ORDER BY h.asked_at, h.id LIMIT $3");

  interview_sqlite_statement_bind (statement, "ssn", company_id, language != NULL ? language : "",
                                   INTERVIEW_LIMIT_ITEMS);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (helps, read_help (statement));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&helps) : NULL;
}

/**
 * interview_help_table_add_called:
 * @ids: (element-type utf8): where to add them; frees what it holds
 * @error: return location
 *
 * Adds the calls for help in whose video call somebody of HR is.
 *
 * Returns: whether the table could be read
 */
gboolean
interview_help_table_add_called (InterviewTransaction *transaction, GPtrArray *ids, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "SELECT id FROM help WHERE caller_id IS NOT NULL");

  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (ids, g_strdup (interview_sqlite_statement_get_text (statement, 0)));
  return interview_sqlite_statement_finish (statement, error);
}
