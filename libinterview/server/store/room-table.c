/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/room-table.h"

#include "server/store/assignment-table.h"
#include "server/store/best-text.h"
#include "server/store/choice.h"
#include "server/store/reply-table.h"
#include "server/store/single-row.h"

/*
 * The table room.
 */

/* The columns that read_room() reads; $1 is the company and $2 the reader's language. */
#define SELECT_ROOM                                                                                \
  "SELECT r.id, r.revision, r.state, r.mode, ct.name, a.position_id, pt.title, p.id,"              \
  " p.display_name, r.starts_at, r.duration_minutes, r.interactive * c.interactive, "              \
  "r.interactive,"                                                                                 \
  " r.time_zone, r.entrance, r.denial_reason, r.candidate_present"                                 \
  " FROM room r JOIN company c ON c.id = r.company_id"                                             \
  " JOIN application a ON a.id = r.application_id JOIN person p ON p.id = a.candidate_id"          \
  " JOIN company_text ct ON ct.company_id = c.id AND ct.language = " INTERVIEW_BEST_TEXT (         \
      "company_text", "company_id",                                                                \
      "c.id") " JOIN position_text pt ON pt.position_id = a.position_id AND pt.language "          \
              "= " INTERVIEW_BEST_TEXT ("position_text", "position_id",                            \
                                        "a.position_id") " WHERE r.company_id = $1"

gboolean
interview_room_table_insert (InterviewTransaction *transaction,
                             const InterviewNewRoom *room,
                             GError **error)
{
  const InterviewRowHead *head = &room->head;
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO room (id, company_id, unit_id, external_id, application_id, state,"
                   " interactive, starts_at, duration_minutes, time_zone, created_at)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)");

  interview_sqlite_statement_bind (statement, "ssssssniisi", head->id, head->company_id,
                                   head->unit_id, head->external_id, room->application_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_ROOM_STATE,
                                                             room->state),
                                   room->interactive, room->starts_at, room->duration_minutes,
                                   room->time_zone, interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_room_table_get_row:
 * @id: a room of any company
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): what the rules need to know of the room, or %NULL
 */
InterviewRoomRow *
interview_room_table_get_row (InterviewTransaction *transaction, const char *id, GError **error)
{
  g_autoptr (InterviewRoomRow) row = NULL;
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT r.company_id, r.unit_id, a.candidate_id, a.position_id, r.state,"
                   " r.revision, r.starts_at, r.duration_minutes, r.interactive * c.interactive,"
                   " r.entrance, r.candidate_present"
                   " FROM room r JOIN application a ON a.id = r.application_id"
                   " JOIN company c ON c.id = r.company_id WHERE r.id = $1");

  interview_sqlite_statement_bind (statement, "s", id);
  if (interview_sqlite_statement_next (statement))
    {
      row = g_new0 (InterviewRoomRow, 1);
      row->id = g_strdup (id);
      row->company_id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
      row->unit_id = g_strdup (interview_sqlite_statement_get_text (statement, 1));
      row->candidate_id = g_strdup (interview_sqlite_statement_get_text (statement, 2));
      row->position_id = g_strdup (interview_sqlite_statement_get_text (statement, 3));
      row->state = interview_choice_from_nick (INTERVIEW_TYPE_ROOM_STATE,
                                               interview_sqlite_statement_get_text (statement, 4));
      row->revision = interview_sqlite_statement_get_integer (statement, 5);
      row->starts_at = interview_sqlite_statement_get_integer (statement, 6);
      row->duration_minutes = interview_sqlite_statement_get_integer (statement, 7);
      row->interactive = interview_sqlite_statement_get_integer (statement, 8) != 0;
      row->entrance =
          interview_choice_from_nick (INTERVIEW_TYPE_ROOM_ENTRANCE,
                                      interview_sqlite_statement_get_text (statement, 9));
      row->candidate_present = interview_sqlite_statement_get_integer (statement, 10) != 0;
    }
  return interview_single_row_finish (statement, row != NULL, "there is no such room", error)
             ? g_steal_pointer (&row)
             : NULL;
}

static InterviewRoom *
read_room (InterviewTransaction *transaction, InterviewSqliteStatement *statement, GError **error)
{
  const char *id = interview_sqlite_statement_get_text (statement, 0);
  gint64 starts_at = interview_sqlite_statement_get_integer (statement, 9);
  g_autoptr (GPtrArray) recruiters = interview_assignment_table_list (transaction, id, error);
  g_autoptr (InterviewParticipant) candidate = NULL;
  g_autoptr (InterviewRoomReply) reply = NULL;

  if (recruiters == NULL || !interview_reply_table_find (transaction, id, &reply, error))
    return NULL;
  candidate = g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id",
                            interview_sqlite_statement_get_text (statement, 7), "display-name",
                            interview_sqlite_statement_get_text (statement, 8), "role",
                            INTERVIEW_ROLE_CANDIDATE, NULL);
  return g_object_new (
      INTERVIEW_TYPE_ROOM, "id", id, "revision",
      interview_sqlite_statement_get_integer (statement, 1), "state",
      interview_choice_from_nick (INTERVIEW_TYPE_ROOM_STATE,
                                  interview_sqlite_statement_get_text (statement, 2)),
      "mode",
      interview_choice_from_nick (INTERVIEW_TYPE_ROOM_MODE,
                                  interview_sqlite_statement_get_text (statement, 3)),
      "company-name", interview_sqlite_statement_get_text (statement, 4), "position-id",
      interview_sqlite_statement_get_text (statement, 5), "position-title",
      interview_sqlite_statement_get_text (statement, 6), "candidate", candidate, "recruiters",
      recruiters, "starts-at", starts_at, "opens-at", starts_at - INTERVIEW_ROOM_OPENS_BEFORE,
      "duration-minutes", interview_sqlite_statement_get_integer (statement, 10), "time-zone",
      interview_sqlite_statement_get_text (statement, 13), "entrance",
      interview_choice_from_nick (INTERVIEW_TYPE_ROOM_ENTRANCE,
                                  interview_sqlite_statement_get_text (statement, 14)),
      "denial-reason", interview_sqlite_statement_get_text (statement, 15), "candidate-present",
      interview_sqlite_statement_get_integer (statement, 16) != 0, "interactive",
      interview_sqlite_statement_get_integer (statement, 11) != 0, "interactive-in-room",
      interview_sqlite_statement_get_integer (statement, 12) != 0, "reply", reply, NULL);
}

/**
 * interview_room_table_get:
 * @company_id: the company
 * @language: the reader's language tag, or an empty text
 * @id: a room of the company
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the room, or %NULL
 */
InterviewRoom *
interview_room_table_get (InterviewTransaction *transaction,
                          const char *company_id,
                          const char *language,
                          const char *id,
                          GError **error)
{
  g_autoptr (InterviewRoom) room = NULL;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_ROOM " AND r.id = $3");

  interview_sqlite_statement_bind (statement, "sss", company_id, language, id);
  if (interview_sqlite_statement_next (statement) &&
      (room = read_room (transaction, statement, error)) == NULL)
    return NULL;
  return interview_single_row_finish (statement, room != NULL, "there is no such room", error)
             ? g_steal_pointer (&room)
             : NULL;
}

/**
 * interview_room_table_list:
 * @query: which ones
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewRoom): the rooms by start, or %NULL
 */
GPtrArray *
interview_room_table_list (InterviewTransaction *transaction,
                           const InterviewRoomQuery *query,
                           GError **error)
{
  g_autoptr (GPtrArray) rooms = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_ROOM
                                   " AND ($3 = '' OR a.candidate_id = $3)"
                                   " AND ($4 = '' OR EXISTS (SELECT 1 FROM assignment s"
                                   " WHERE s.room_id = r.id AND s.recruiter_id = $4))"
                                   " AND r.starts_at >= $5 AND r.starts_at < $6"
                                   " AND (r.starts_at > $7 OR (r.starts_at = $7 AND r.id > $8))"
                                   " ORDER BY r.starts_at, r.id LIMIT $9");

  interview_sqlite_statement_bind (statement, "ssssiiisn", query->company_id, query->language,
                                   query->candidate_id, query->recruiter_id, query->from, query->to,
                                   query->after_start, query->after_id, (int) query->limit);
  while (interview_sqlite_statement_next (statement))
    {
      InterviewRoom *room = read_room (transaction, statement, error);

      if (room == NULL)
        return NULL;
      g_ptr_array_add (rooms, room);
    }
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&rooms) : NULL;
}

/**
 * interview_room_table_set_state:
 * @id: a room
 * @state: where its interview stands now
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_room_table_set_state (InterviewTransaction *transaction,
                                const char *id,
                                InterviewRoomState state,
                                GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "UPDATE room SET state = $2, ended_at = CASE WHEN $2 = 'ended' THEN $3 ELSE ended_at END,"
      " revision = revision + 1 WHERE id = $1");

  interview_sqlite_statement_bind (statement, "ssi", id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_ROOM_STATE, state),
                                   interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_room_table_switch:
 * @id: a room
 * @revision: what the change is based on
 * @interactive: whether panels, suggestions and rating are on in it
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if the room has changed meanwhile
 *
 * Returns: whether it was switched
 */
gboolean
interview_room_table_switch (InterviewTransaction *transaction,
                             const char *id,
                             gint64 revision,
                             gboolean interactive,
                             GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "UPDATE room SET interactive = $3, revision = revision + 1"
                                   " WHERE id = $1 AND revision = $2");

  interview_sqlite_statement_bind (statement, "sin", id, revision, interactive);
  return interview_single_row_update (transaction, statement, error);
}

/**
 * interview_room_table_schedule:
 * @id: a room
 * @revision: what the change is based on
 * @schedule: when it is now
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if the room has changed meanwhile
 *
 * Returns: whether it was moved
 */
gboolean
interview_room_table_schedule (InterviewTransaction *transaction,
                               const char *id,
                               gint64 revision,
                               const InterviewRoomSchedule *schedule,
                               GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "UPDATE room SET starts_at = $3, duration_minutes = $4, time_zone = $5,"
                   " revision = revision + 1 WHERE id = $1 AND revision = $2");

  interview_sqlite_statement_bind (statement, "siiis", id, revision, schedule->starts_at,
                                   schedule->duration_minutes, schedule->time_zone);
  return interview_single_row_update (transaction, statement, error);
}

/**
 * interview_room_table_list_overdue:
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): rooms of any company that never began and whose
 *   time is over, or %NULL
 */
GPtrArray *
interview_room_table_list_overdue (InterviewTransaction *transaction, guint limit, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT id FROM room WHERE state IN ('scheduled', 'waiting')"
                   " AND starts_at < $1 AND starts_at + duration_minutes * 60000000 <= $1"
                   " ORDER BY starts_at LIMIT $2");

  interview_sqlite_statement_bind (statement, "in", interview_transaction_get_now (transaction),
                                   (int) limit);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (ids, g_strdup (interview_sqlite_statement_get_text (statement, 0)));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&ids) : NULL;
}

/**
 * interview_room_table_set_entrance:
 * @id: a room
 * @entrance: how far its candidate may come
 * @denial_reason: (nullable): why not into the room
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_room_table_set_entrance (InterviewTransaction *transaction,
                                   const char *id,
                                   InterviewRoomEntrance entrance,
                                   const char *denial_reason,
                                   GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "UPDATE room SET entrance = $2, denial_reason = $3, revision = revision + 1"
                   " WHERE id = $1");

  interview_sqlite_statement_bind (statement, "sss", id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_ROOM_ENTRANCE,
                                                             entrance),
                                   denial_reason);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_room_table_set_candidate_present:
 * @id: a room
 * @present: whether its candidate is there now
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_room_table_set_candidate_present (InterviewTransaction *transaction,
                                            const char *id,
                                            gboolean present,
                                            GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, "UPDATE room SET candidate_present = $2,"
                                                " revision = revision + 1 WHERE id = $1");

  interview_sqlite_statement_bind (statement, "sn", id, present);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_room_table_list_occupied:
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8): rooms of any company in which somebody was when
 *   that was last noted, or %NULL
 */
GPtrArray *
interview_room_table_list_occupied (InterviewTransaction *transaction, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT id FROM room WHERE state IN ('waiting', 'live')"
                   " OR (candidate_present = 1 AND state IN ('scheduled', 'interrupted'))");

  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (ids, g_strdup (interview_sqlite_statement_get_text (statement, 0)));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&ids) : NULL;
}
