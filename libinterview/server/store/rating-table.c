/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/rating-table.h"

#include "server/store/best-text.h"

/*
 * The tables rating and rating_mark.
 */

static gboolean
insert_mark (InterviewTransaction *transaction,
             const char *rating_id,
             InterviewAspectMark *mark,
             GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO rating_mark (rating_id, aspect_id, stars) VALUES ($1, $2, $3)");

  interview_sqlite_statement_bind (statement, "ssi", rating_id,
                                   interview_aspect_mark_get_aspect_id (mark),
                                   interview_aspect_mark_get_stars (mark));
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_rating_table_insert:
 * @head: the row's head
 * @rating: what was said
 * @scale: the best mark of the form
 * @content_hash: tells a second delivery of the same rating from another one
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if the recruiter is already rated in the room
 *
 * Returns: whether it was done
 */
gboolean
interview_rating_table_insert (InterviewTransaction *transaction,
                               const InterviewRowHead *head,
                               InterviewRating *rating,
                               gint64 scale,
                               GBytes *content_hash,
                               GError **error)
{
  GPtrArray *marks = interview_rating_get_aspects (rating);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO rating (id, company_id, unit_id, external_id, room_id,"
                   " recruiter_id, stars, scale, comment, content_hash, answered_at, received_at)"
                   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)");

  interview_sqlite_statement_bind (statement, "ssssssiisyii", head->id, head->company_id,
                                   head->unit_id, head->external_id,
                                   interview_rating_get_room_id (rating),
                                   interview_rating_get_recruiter_id (rating),
                                   interview_rating_get_stars (rating), scale,
                                   interview_rating_get_comment (rating), content_hash,
                                   interview_rating_get_answered_at (rating),
                                   interview_transaction_get_now (transaction));
  if (!interview_sqlite_statement_run (statement, error))
    return FALSE;
  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      if (!insert_mark (transaction, head->id, g_ptr_array_index (marks, i), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * interview_rating_table_find:
 * @id: identifier of a rating
 * @room_id: its room
 * @recruiter_id: its recruiter
 * @found_id: (out) (transfer full) (nullable): the rating that is there with this identifier, or of
 *   this recruiter in this room; %NULL if none is
 * @content_hash: (out) (transfer full) (nullable): its hash
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_rating_table_find (InterviewTransaction *transaction,
                             const char *id,
                             const char *room_id,
                             const char *recruiter_id,
                             char **found_id,
                             GBytes **content_hash,
                             GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT id, content_hash FROM rating"
                                   " WHERE id = $1 OR (room_id = $2 AND recruiter_id = $3)"
                                   " ORDER BY id = $1 DESC LIMIT 1");

  *found_id = NULL;
  *content_hash = NULL;
  interview_sqlite_statement_bind (statement, "sss", id, room_id, recruiter_id);
  if (interview_sqlite_statement_next (statement))
    {
      *found_id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
      *content_hash = interview_sqlite_statement_get_bytes (statement, 1);
    }
  return interview_sqlite_statement_finish (statement, error);
}

/**
 * interview_rating_table_list_series:
 * @company_id: the company
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewRatingSeries): every recruiter of the company,
 *   and whoever else was rated, each with their ratings in the order in which they came, or %NULL
 */
GPtrArray *
interview_rating_table_list_series (InterviewTransaction *transaction,
                                    const char *company_id,
                                    GError **error)
{
  g_autoptr (GPtrArray) all_series =
      g_ptr_array_new_with_free_func ((GDestroyNotify) interview_rating_series_free);
  InterviewRatingSeries *series = NULL;
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT p.id, p.display_name, t.id,"
                   " (t.stars - 1) * 1.0 / (t.scale - 1), t.received_at FROM membership m"
                   " JOIN person p ON p.id = m.person_id"
                   " LEFT JOIN rating t ON t.company_id = m.company_id AND t.recruiter_id = p.id"
                   " WHERE m.company_id = $1 AND (m.role = 'recruiter' OR t.id IS NOT NULL)"
                   " ORDER BY p.id, t.received_at, t.answered_at, t.id");

  interview_sqlite_statement_bind (statement, "s", company_id);
  while (interview_sqlite_statement_next (statement))
    {
      const char *recruiter_id = interview_sqlite_statement_get_text (statement, 0);

      if (series == NULL || g_strcmp0 (series->recruiter_id, recruiter_id) != 0)
        {
          series = interview_rating_series_new (recruiter_id,
                                                interview_sqlite_statement_get_text (statement, 1));
          g_ptr_array_add (all_series, series);
        }
      if (!interview_sqlite_statement_is_null (statement, 2))
        interview_rating_series_add (series, interview_sqlite_statement_get_double (statement, 3),
                                     interview_sqlite_statement_get_integer (statement, 4));
    }
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&all_series)
                                                              : NULL;
}

/**
 * interview_rating_table_count:
 * @recruiter_id: a recruiter
 * @count: (out): how often they were rated
 * @error: return location
 *
 * Returns: whether the table could be read
 */
gboolean
interview_rating_table_count (InterviewTransaction *transaction,
                              const char *recruiter_id,
                              gint64 *count,
                              GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT count (*) FROM rating WHERE recruiter_id = $1"
                   " AND company_id = (SELECT company_id FROM person WHERE id = $1)");

  *count = 0;
  interview_sqlite_statement_bind (statement, "s", recruiter_id);
  while (interview_sqlite_statement_next (statement))
    *count = interview_sqlite_statement_get_integer (statement, 0);
  return interview_sqlite_statement_finish (statement, error);
}

static GPtrArray *
list_marks (InterviewTransaction *transaction,
            const char *company_id,
            const char *language,
            const char *rating_id,
            GError **error)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "SELECT t.label, m.stars FROM rating_mark m JOIN rating_aspect a ON a.id = m.aspect_id"
      " JOIN rating_aspect_text t ON t.aspect_id = a.id AND t.language = " INTERVIEW_BEST_TEXT (
          "rating_aspect_text", "aspect_id", "a.id") " WHERE m.rating_id = $3 ORDER BY a.place");

  interview_sqlite_statement_bind (statement, "sss", company_id, language, rating_id);
  while (interview_sqlite_statement_next (statement))
    {
      g_autofree char *stars = NULL;

      stars = g_strdup_printf ("%" G_GINT64_FORMAT,
                               interview_sqlite_statement_get_integer (statement, 1));
      g_ptr_array_add (marks, g_object_new (INTERVIEW_TYPE_FACT, "label",
                                            interview_sqlite_statement_get_text (statement, 0),
                                            "value", stars, NULL));
    }
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&marks) : NULL;
}

/**
 * interview_rating_table_list_received:
 * @recruiter_id: who was rated
 * @language: the reader's language tag, or an empty text
 * @first: only the first so many that came; -1 for all, with their time and the newest first.
 *   Otherwise they come without time, in an order that says nothing of who came when
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewReceivedRating): what was said, or %NULL
 */
GPtrArray *
interview_rating_table_list_received (InterviewTransaction *transaction,
                                      const char *recruiter_id,
                                      const char *language,
                                      gint64 first,
                                      guint limit,
                                      GError **error)
{
  g_autoptr (GPtrArray) received = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "SELECT id, company_id, stars, scale, comment, received_at FROM"
                   " (SELECT * FROM rating WHERE recruiter_id = $1"
                   " AND company_id = (SELECT company_id FROM person WHERE id = $1)"
                   " ORDER BY received_at, answered_at, id LIMIT $2)"
                   " ORDER BY CASE WHEN $2 < 0 THEN -received_at END, content_hash LIMIT $3");

  interview_sqlite_statement_bind (statement, "sin", recruiter_id, first, (int) limit);
  while (interview_sqlite_statement_next (statement))
    {
      const char *comment = interview_sqlite_statement_get_text (statement, 4);
      g_autoptr (GPtrArray) marks = NULL;

      marks = list_marks (transaction, interview_sqlite_statement_get_text (statement, 1), language,
                          interview_sqlite_statement_get_text (statement, 0), error);
      if (marks == NULL)
        return NULL;
      g_ptr_array_add (received,
                       g_object_new (INTERVIEW_TYPE_RECEIVED_RATING, "stars",
                                     interview_sqlite_statement_get_integer (statement, 2), "scale",
                                     interview_sqlite_statement_get_integer (statement, 3),
                                     "aspects", marks, "comment", comment, "received-at",
                                     first < 0
                                         ? interview_sqlite_statement_get_integer (statement, 5)
                                         : (gint64) 0,
                                     NULL));
    }
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&received) : NULL;
}
