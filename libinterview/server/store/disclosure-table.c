/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/disclosure-table.h"

#include "server/store/choice.h"

/*
 * The table disclosure. What was given for one interview alone is forgotten when that is over.
 */

gboolean
interview_disclosure_table_insert (InterviewTransaction *transaction,
                                   const InterviewRowHead *head,
                                   const char *room_id,
                                   InterviewDisclosureKind kind,
                                   const char *asked_by,
                                   GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO disclosure (id, company_id, unit_id, external_id, room_id, kind,"
                   " asked_by, asked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");

  interview_sqlite_statement_bind (statement, "sssssssi", head->id, head->company_id, head->unit_id,
                                   head->external_id, room_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_DISCLOSURE_KIND, kind),
                                   asked_by, interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_disclosure_table_answer:
 * @room_id: a room
 * @kind: what was asked for
 * @state: what becomes of it
 * @kept: whether the company may keep it
 * @contents: (nullable): what is given for this interview
 * @answered_by: who answers
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_disclosure_table_answer (InterviewTransaction *transaction,
                                   const char *room_id,
                                   InterviewDisclosureKind kind,
                                   InterviewDisclosureState state,
                                   gboolean kept,
                                   InterviewDisclosedText *contents,
                                   const char *answered_by,
                                   GError **error)
{
  g_autofree char *text =
      contents != NULL ? interview_record_to_text (INTERVIEW_RECORD (contents)) : NULL;
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "UPDATE disclosure SET state = $3, kept = $4, contents = $5, answered_by = $6,"
                   " answered_at = $7, revision = revision + 1"
                   " WHERE room_id = $1 AND kind = $2");

  interview_sqlite_statement_bind (statement, "sssnssi", room_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_DISCLOSURE_KIND, kind),
                                   interview_choice_to_nick (INTERVIEW_TYPE_DISCLOSURE_STATE,
                                                             state),
                                   kept, text, answered_by,
                                   interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

static InterviewDisclosure *
read_disclosure (InterviewSqliteStatement *statement, GError **error)
{
  const char *text = interview_sqlite_statement_get_text (statement, 4);
  g_autoptr (InterviewParticipant) asked_by = NULL;
  g_autoptr (InterviewDisclosedText) contents = NULL;

  if (text != NULL)
    {
      contents = interview_record_from_text (INTERVIEW_TYPE_DISCLOSED_TEXT, text, -1, error);
      if (contents == NULL)
        return NULL;
    }
  asked_by =
      g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id",
                    interview_sqlite_statement_get_text (statement, 6), "display-name",
                    interview_sqlite_statement_get_text (statement, 7), "role",
                    interview_choice_from_nick (INTERVIEW_TYPE_ROLE,
                                                interview_sqlite_statement_get_text (statement, 8)),
                    NULL);
  return g_object_new (
      INTERVIEW_TYPE_DISCLOSURE, "room-id", interview_sqlite_statement_get_text (statement, 0),
      "kind",
      interview_choice_from_nick (INTERVIEW_TYPE_DISCLOSURE_KIND,
                                  interview_sqlite_statement_get_text (statement, 1)),
      "state",
      interview_choice_from_nick (INTERVIEW_TYPE_DISCLOSURE_STATE,
                                  interview_sqlite_statement_get_text (statement, 2)),
      "kept", interview_sqlite_statement_get_integer (statement, 3) != 0, "contents", contents,
      "asked-at", interview_sqlite_statement_get_integer (statement, 5), "asked-by", asked_by,
      NULL);
}

/**
 * interview_disclosure_table_list:
 * @room_id: a room
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewDisclosure): what was asked for there, or %NULL
 */
GPtrArray *
interview_disclosure_table_list (InterviewTransaction *transaction,
                                 const char *room_id,
                                 GError **error)
{
  g_autoptr (GPtrArray) disclosures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT d.room_id, d.kind, d.state, d.kept, d.contents, d.asked_at, p.id,"
                   " p.display_name, m.role FROM disclosure d JOIN person p ON p.id = d.asked_by"
                   " JOIN membership m ON m.person_id = p.id AND m.company_id = d.company_id"
                   " WHERE d.room_id = $1 ORDER BY d.kind");

  interview_sqlite_statement_bind (statement, "s", room_id);
  while (interview_sqlite_statement_next (statement))
    {
      InterviewDisclosure *disclosure = read_disclosure (statement, error);

      if (disclosure == NULL)
        return NULL;
      g_ptr_array_add (disclosures, disclosure);
    }
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&disclosures)
                                                              : NULL;
}

/**
 * interview_disclosure_table_clean_up:
 * @error: return location
 *
 * Forgets what was given for interviews that are over.
 *
 * Returns: whether it was done
 */
gboolean
interview_disclosure_table_clean_up (InterviewTransaction *transaction, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "UPDATE disclosure SET contents = NULL WHERE contents IS NOT NULL"
                   " AND room_id IN (SELECT id FROM room"
                   " WHERE state IN ('ended', 'missed', 'cancelled'))");

  return interview_sqlite_statement_run (statement, error);
}
