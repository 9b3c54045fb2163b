/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/event-table.h"

#include "server/store/choice.h"

/*
 * The tables event and event_reader: the one record of what happened.
 */

static gboolean
insert_row (InterviewTransaction *transaction,
            const InterviewNewEvent *event,
            gint64 *sequence,
            GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO event (company_id, at, kind, actor_id, room_id, question_id,"
                   " session_id) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING sequence");

  interview_sqlite_statement_bind (
      statement, "sisssss", event->company_id, interview_transaction_get_now (transaction),
      interview_choice_to_nick (INTERVIEW_TYPE_EVENT_KIND, event->kind), event->actor_id,
      event->room_id, event->question_id, event->session_id);
  while (interview_sqlite_statement_next (statement))
    *sequence = interview_sqlite_statement_get_integer (statement, 0);
  return interview_sqlite_statement_finish (statement, error);
}

static gboolean
insert_reader (InterviewTransaction *transaction,
               gint64 sequence,
               const char *person_id,
               GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "INSERT INTO event_reader (person_id, sequence) VALUES ($1, $2)"
                                   " ON CONFLICT (person_id, sequence) DO NOTHING");

  interview_sqlite_statement_bind (statement, "si", person_id, sequence);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_event_table_insert:
 * @event: what happened
 * @person_ids: (element-type utf8): whom it is for
 * @error: return location
 *
 * Writes the event and publishes it through the transaction.
 *
 * Returns: whether it was done
 */
gboolean
interview_event_table_insert (InterviewTransaction *transaction,
                              const InterviewNewEvent *event,
                              GPtrArray *person_ids,
                              GError **error)
{
  g_autoptr (GStrvBuilder) readers = g_strv_builder_new ();
  g_auto (GStrv) reader_ids = NULL;
  g_autoptr (InterviewEvent) record = NULL;
  gint64 sequence = 0;

  if (!insert_row (transaction, event, &sequence, error))
    return FALSE;
  for (guint i = 0; i < person_ids->len; i++)
    {
      const char *person_id = g_ptr_array_index (person_ids, i);

      if (!insert_reader (transaction, sequence, person_id, error))
        return FALSE;
      g_strv_builder_add (readers, person_id);
    }
  reader_ids = g_strv_builder_end (readers);
  record = g_object_new (INTERVIEW_TYPE_EVENT, "sequence", sequence, "at",
                         interview_transaction_get_now (transaction), "kind", event->kind,
                         "room-id", event->room_id, "question-id", event->question_id, NULL);
  interview_transaction_publish (transaction,
                                 interview_publication_new (record,
                                                            (const char *const *) reader_ids,
                                                            event->session_id, event->standing));
  return TRUE;
}

static gboolean
get_number (InterviewSqliteStatement *statement, gint64 *number, GError **error)
{
  *number = 0;
  if (interview_sqlite_statement_next (statement))
    *number = interview_sqlite_statement_get_integer (statement, 0);
  return interview_sqlite_statement_finish (statement, error);
}

/**
 * interview_event_table_get_last:
 * @sequence: (out): number of the newest event of anybody, 0 before the first
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_event_table_get_last (InterviewTransaction *transaction, gint64 *sequence, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "SELECT coalesce (max (sequence), 0) FROM event");

  return get_number (statement, sequence, error);
}

/**
 * interview_event_table_get_oldest:
 * @sequence: (out): number of the oldest event that is still kept, 0 if none is
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_event_table_get_oldest (InterviewTransaction *transaction,
                                  gint64 *sequence,
                                  GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "SELECT coalesce (min (sequence), 0) FROM event");

  return get_number (statement, sequence, error);
}

/**
 * interview_event_table_list_since:
 * @person_id: who reads
 * @session_id: with which session
 * @sequence: the last event that was seen
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewEvent): the later ones, oldest first, or %NULL
 */
GPtrArray *
interview_event_table_list_since (InterviewTransaction *transaction,
                                  const char *person_id,
                                  const char *session_id,
                                  gint64 sequence,
                                  guint limit,
                                  GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT e.sequence, e.at, e.kind, e.room_id, e.question_id FROM event_reader r"
                   " JOIN event e ON e.sequence = r.sequence"
                   " WHERE r.person_id = $1 AND r.sequence > $3"
                   " AND (e.session_id IS NULL OR e.session_id = $2)"
                   " ORDER BY r.sequence LIMIT $4");

  interview_sqlite_statement_bind (statement, "ssin", person_id, session_id, sequence, (int) limit);
  while (interview_sqlite_statement_next (statement))
    {
      const char *kind = interview_sqlite_statement_get_text (statement, 2);

      g_ptr_array_add (events,
                       g_object_new (INTERVIEW_TYPE_EVENT, "sequence",
                                     interview_sqlite_statement_get_integer (statement, 0), "at",
                                     interview_sqlite_statement_get_integer (statement, 1), "kind",
                                     interview_choice_from_nick (INTERVIEW_TYPE_EVENT_KIND, kind),
                                     "room-id", interview_sqlite_statement_get_text (statement, 3),
                                     "question-id",
                                     interview_sqlite_statement_get_text (statement, 4), NULL));
    }
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&events) : NULL;
}

/**
 * interview_event_table_clean_up:
 * @before: microseconds since 1970, UTC
 * @error: return location
 *
 * Forgets the events before that time, but never the newest, whose number must not come again.
 *
 * Returns: whether it was done
 */
gboolean
interview_event_table_clean_up (InterviewTransaction *transaction, gint64 before, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "DELETE FROM event WHERE at < $1"
                                   " AND sequence < (SELECT max (sequence) FROM event)");

  interview_sqlite_statement_bind (statement, "i", before);
  return interview_sqlite_statement_run (statement, error);
}
