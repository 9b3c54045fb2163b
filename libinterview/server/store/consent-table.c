/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/consent-table.h"

#include "server/store/choice.h"

#define COLUMNS                                                                                    \
  "recording_id, room_id, person_id, person_name, role, decision, scope, text_version, language,"  \
  " at, sequence"

/*
 * The table consent, the ledger. Its triggers refuse every change of a line, whoever tries.
 */

/**
 * interview_consent_table_insert:
 * @company_id: whose ledger it is
 * @consent: what somebody decided
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_consent_table_insert (InterviewTransaction *transaction,
                                const char *company_id,
                                InterviewConsent *consent,
                                GError **error)
{
  InterviewParticipant *person = interview_consent_get_person (consent);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO consent (company_id, recording_id, room_id, person_id, person_name,"
                   " role, decision, scope, text_version, language, at)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)");

  interview_sqlite_statement_bind (
      statement, "ssssssssisi", company_id, interview_consent_get_recording_id (consent),
      interview_consent_get_room_id (consent), interview_participant_get_person_id (person),
      interview_participant_get_display_name (person),
      interview_choice_to_nick (INTERVIEW_TYPE_ROLE, interview_participant_get_role (person)),
      interview_choice_to_nick (INTERVIEW_TYPE_CONSENT_DECISION,
                                interview_consent_get_decision (consent)),
      interview_choice_to_nick (INTERVIEW_TYPE_RECORDING_SCOPE,
                                interview_consent_get_scope (consent)),
      interview_consent_get_text_version (consent), interview_consent_get_language (consent),
      interview_consent_get_at (consent));
  return interview_sqlite_statement_run (statement, error);
}

static InterviewConsent *
read_consent (InterviewSqliteStatement *statement)
{
  const char *role = interview_sqlite_statement_get_text (statement, 4);
  const char *decision = interview_sqlite_statement_get_text (statement, 5);
  const char *scope = interview_sqlite_statement_get_text (statement, 6);
  g_autoptr (InterviewParticipant) person =
      g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id",
                    interview_sqlite_statement_get_text (statement, 2), "display-name",
                    interview_sqlite_statement_get_text (statement, 3), "role",
                    interview_choice_from_nick (INTERVIEW_TYPE_ROLE, role), NULL);

  return g_object_new (INTERVIEW_TYPE_CONSENT, "recording-id",
                       interview_sqlite_statement_get_text (statement, 0), "room-id",
                       interview_sqlite_statement_get_text (statement, 1), "person", person,
                       "decision",
                       interview_choice_from_nick (INTERVIEW_TYPE_CONSENT_DECISION, decision),
                       "scope", interview_choice_from_nick (INTERVIEW_TYPE_RECORDING_SCOPE, scope),
                       "text-version", interview_sqlite_statement_get_integer (statement, 7),
                       "language", interview_sqlite_statement_get_text (statement, 8), "at",
                       interview_sqlite_statement_get_integer (statement, 9), NULL);
}

/**
 * interview_consent_table_list_latest:
 * @recording_id: a recording
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewConsent): the last decision of each person, in
 *   the order of deciding, or %NULL
 */
GPtrArray *
interview_consent_table_list_latest (InterviewTransaction *transaction,
                                     const char *recording_id,
                                     GError **error)
{
  g_autoptr (GPtrArray) consents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT " COLUMNS " FROM consent c WHERE recording_id = $1"
                                   " AND sequence = (SELECT max (l.sequence) FROM consent l"
                                   " WHERE l.recording_id = c.recording_id"
                                   " AND l.person_id = c.person_id) ORDER BY sequence");

  interview_sqlite_statement_bind (statement, "s", recording_id);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (consents, read_consent (statement));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&consents) : NULL;
}

/**
 * interview_consent_table_list:
 * @company_id: the company
 * @before: only lines before this one
 * @limit: how many at most
 * @last: (out): the last line that was listed; untouched if there is none
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewConsent): the lines, newest first, or %NULL
 */
GPtrArray *
interview_consent_table_list (InterviewTransaction *transaction,
                              const char *company_id,
                              gint64 before,
                              guint limit,
                              gint64 *last,
                              GError **error)
{
  g_autoptr (GPtrArray) consents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT " COLUMNS
                                   " FROM consent WHERE company_id = $1 AND sequence < $2"
                                   " ORDER BY sequence DESC LIMIT $3");

  interview_sqlite_statement_bind (statement, "sin", company_id, before, (int) limit);
  while (interview_sqlite_statement_next (statement))
    {
      *last = interview_sqlite_statement_get_integer (statement, 10);
      g_ptr_array_add (consents, read_consent (statement));
    }
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&consents) : NULL;
}
