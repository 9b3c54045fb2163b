/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/person-table.h"

#include "server/store/choice.h"
#include "server/store/single-row.h"

/*
 * The table person. What a person is in a company is said by the table membership.
 */

#define SELECT_PERSON                                                                              \
  "SELECT p.id, p.revision, p.display_name, m.role, p.email, p.phone FROM membership m"            \
  " JOIN person p ON p.id = m.person_id"

static InterviewPerson *
read_person (InterviewSqliteStatement *statement)
{
  const char *role = interview_sqlite_statement_get_text (statement, 3);

  return g_object_new (INTERVIEW_TYPE_PERSON, "id",
                       interview_sqlite_statement_get_text (statement, 0), "revision",
                       interview_sqlite_statement_get_integer (statement, 1), "display-name",
                       interview_sqlite_statement_get_text (statement, 2), "role",
                       interview_choice_from_nick (INTERVIEW_TYPE_ROLE, role), "email",
                       interview_sqlite_statement_get_text (statement, 4), "phone",
                       interview_sqlite_statement_get_text (statement, 5), NULL);
}

/**
 * interview_person_table_insert:
 * @head: the row's head
 * @person: name and addresses
 * @language: (nullable): the person's own language
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_person_table_insert (InterviewTransaction *transaction,
                               const InterviewRowHead *head,
                               InterviewPerson *person,
                               const char *language,
                               GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO person (id, company_id, unit_id, external_id, display_name, email,"
                   " phone, language, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");

  interview_sqlite_statement_bind (statement, "ssssssssi", head->id, head->company_id,
                                   head->unit_id, head->external_id,
                                   interview_person_get_display_name (person),
                                   interview_person_get_email (person),
                                   interview_person_get_phone (person), language,
                                   interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_person_table_get:
 * @company_id: a company
 * @person_id: somebody of it
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the person with their role in the company, or %NULL
 */
InterviewPerson *
interview_person_table_get (InterviewTransaction *transaction,
                            const char *company_id,
                            const char *person_id,
                            GError **error)
{
  g_autoptr (InterviewPerson) person = NULL;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   SELECT_PERSON " WHERE m.company_id = $1 AND m.person_id = $2");

  interview_sqlite_statement_bind (statement, "ss", company_id, person_id);
  if (interview_sqlite_statement_next (statement))
    person = read_person (statement);
  return interview_single_row_finish (statement, person != NULL, "there is no such person", error)
             ? g_steal_pointer (&person)
             : NULL;
}

/**
 * interview_person_table_get_reader:
 * @person_id: a person
 * @language: (out) (transfer full): what is written to them in: their own language, or the
 *   company's
 * @time_zone: (out) (transfer full) (nullable): where they read times, %NULL if it is not known
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: whether the person was found
 */
gboolean
interview_person_table_get_reader (InterviewTransaction *transaction,
                                   const char *person_id,
                                   char **language,
                                   char **time_zone,
                                   GError **error)
{
  gboolean found = FALSE;
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT coalesce (p.language, c.default_language), p.time_zone FROM person p"
                   " JOIN company c ON c.id = p.company_id WHERE p.id = $1");

  *language = NULL;
  *time_zone = NULL;
  interview_sqlite_statement_bind (statement, "s", person_id);
  if (interview_sqlite_statement_next (statement))
    {
      *language = g_strdup (interview_sqlite_statement_get_text (statement, 0));
      *time_zone = g_strdup (interview_sqlite_statement_get_text (statement, 1));
      found = TRUE;
    }
  return interview_single_row_finish (statement, found, "there is no such person", error);
}

/**
 * interview_person_table_set_time_zone:
 * @person_id: a person
 * @time_zone: a name of the time zone database
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_person_table_set_time_zone (InterviewTransaction *transaction,
                                      const char *person_id,
                                      const char *time_zone,
                                      GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "UPDATE person SET time_zone = $2 WHERE id = $1");

  interview_sqlite_statement_bind (statement, "ss", person_id, time_zone);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_person_table_list:
 * @company_id: the company
 * @role: what they are in it
 * @after_name: name of the last one that was listed, or an empty text
 * @after_id: identifier of the last one that was listed, or an empty text
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewPerson): the persons by name, or %NULL
 */
GPtrArray *
interview_person_table_list (InterviewTransaction *transaction,
                             const char *company_id,
                             InterviewRole role,
                             const char *after_name,
                             const char *after_id,
                             guint limit,
                             GError **error)
{
  g_autoptr (GPtrArray) persons = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, SELECT_PERSON " WHERE m.company_id = $1 AND m.role = $2"
                                 " AND (p.display_name > $3 OR (p.display_name = $3 AND p.id > $4))"
                                 " ORDER BY p.display_name, p.id LIMIT $5");

  interview_sqlite_statement_bind (statement, "ssssn", company_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_ROLE, role), after_name,
                                   after_id, (int) limit);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (persons, read_person (statement));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&persons) : NULL;
}
