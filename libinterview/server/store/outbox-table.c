/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/outbox-table.h"

#include "server/store/choice.h"
#include "server/store/single-row.h"

/* The log of a delivery is shown as one record. */
#define MAX_STEPS 200

/*
 * The tables delivery and delivery_step: the durable outbox and its log.
 */

/* What read_row() reads. */
#define SELECT_ROW                                                                                 \
  "SELECT d.id, d.company_id, d.notice_id, m.person_id, p.display_name, m.room_id, m.kind,"        \
  " d.channel, d.state, d.recipient, d.attempts, d.due_at, m.created_at, m.content"                \
  " FROM delivery d JOIN notice m ON m.id = d.notice_id JOIN person p ON p.id = m.person_id"

/* What read_record() reads. */
#define SELECT_RECORD                                                                              \
  "SELECT d.id, d.notice_id, m.kind, m.subject, d.channel, p.display_name, d.recipient, d.state,"  \
  " d.attempts, d.due_at, d.created_at"                                                            \
  " FROM delivery d JOIN notice m ON m.id = d.notice_id JOIN person p ON p.id = m.person_id"

static gboolean
insert_step (InterviewTransaction *transaction,
             const char *delivery_id,
             const InterviewDeliveryChange *change,
             GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "INSERT INTO delivery_step (delivery_id, place, at, state, reason, detail, actor_id)"
      " SELECT $1, coalesce (max (place), 0) + 1, $2, $3, $4, $5, $6"
      " FROM delivery_step WHERE delivery_id = $1");

  interview_sqlite_statement_bind (
      statement, "sissss", delivery_id, interview_transaction_get_now (transaction),
      interview_choice_to_nick (INTERVIEW_TYPE_DELIVERY_STATE, change->state),
      interview_choice_to_nick (INTERVIEW_TYPE_DELIVERY_REASON, change->reason), change->detail,
      change->actor_id);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_outbox_table_insert:
 * @delivery: what is to go
 * @error: return location
 *
 * Queues it, with the first line of its log.
 *
 * Returns: whether it was done
 */
gboolean
interview_outbox_table_insert (InterviewTransaction *transaction,
                               const InterviewNewDelivery *delivery,
                               GError **error)
{
  const InterviewDeliveryChange first = { INTERVIEW_DELIVERY_STATE_QUEUED, 0, NULL, NULL, 0, 0 };
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "INSERT INTO delivery (id, company_id, notice_id, channel, recipient, state,"
                   " due_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");

  interview_sqlite_statement_bind (
      statement, "ssssssii", delivery->id, delivery->company_id, delivery->notice_id,
      interview_choice_to_nick (INTERVIEW_TYPE_DELIVERY_CHANNEL, delivery->channel),
      delivery->recipient, interview_choice_to_nick (INTERVIEW_TYPE_DELIVERY_STATE, first.state),
      delivery->due_at, interview_transaction_get_now (transaction));
  return interview_sqlite_statement_run (statement, error) &&
         insert_step (transaction, delivery->id, &first, error);
}

/**
 * interview_outbox_table_change:
 * @delivery_id: a delivery
 * @change: what has become of it
 * @error: return location
 *
 * Ends its lease and writes the next line of its log.
 *
 * Returns: whether it was done
 */
gboolean
interview_outbox_table_change (InterviewTransaction *transaction,
                               const char *delivery_id,
                               const InterviewDeliveryChange *change,
                               GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction, "UPDATE delivery SET state = $2, attempts = $3, due_at = $4, leased_until = 0"
                   " WHERE id = $1");

  interview_sqlite_statement_bind (statement, "ssii", delivery_id,
                                   interview_choice_to_nick (INTERVIEW_TYPE_DELIVERY_STATE,
                                                             change->state),
                                   change->attempts, change->due_at);
  return interview_sqlite_statement_run (statement, error) &&
         insert_step (transaction, delivery_id, change, error);
}

/**
 * interview_outbox_table_lease:
 * @delivery_id: a delivery
 * @until: nobody else takes it before then, microseconds since 1970 in UTC
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_outbox_table_lease (InterviewTransaction *transaction,
                              const char *delivery_id,
                              gint64 until,
                              GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "UPDATE delivery SET leased_until = $2 WHERE id = $1");

  interview_sqlite_statement_bind (statement, "si", delivery_id, until);
  return interview_sqlite_statement_run (statement, error);
}

/**
 * interview_outbox_table_end_leases:
 * @error: return location
 *
 * For a server that has the store for itself and was stopped before.
 *
 * Returns: whether it was done
 */
gboolean
interview_outbox_table_end_leases (InterviewTransaction *transaction, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "UPDATE delivery SET leased_until = 0 WHERE leased_until <> 0");

  return interview_sqlite_statement_run (statement, error);
}

static int
read_choice (InterviewSqliteStatement *statement, guint column, GType type)
{
  return interview_choice_from_nick (type, interview_sqlite_statement_get_text (statement, column));
}

static InterviewOutboxRow *
read_row (InterviewSqliteStatement *statement)
{
  InterviewOutboxRow *row = g_new0 (InterviewOutboxRow, 1);

  row->id = g_strdup (interview_sqlite_statement_get_text (statement, 0));
  row->company_id = g_strdup (interview_sqlite_statement_get_text (statement, 1));
  row->notice_id = g_strdup (interview_sqlite_statement_get_text (statement, 2));
  row->person_id = g_strdup (interview_sqlite_statement_get_text (statement, 3));
  row->person_name = g_strdup (interview_sqlite_statement_get_text (statement, 4));
  row->room_id = g_strdup (interview_sqlite_statement_get_text (statement, 5));
  row->kind = read_choice (statement, 6, INTERVIEW_TYPE_NOTICE_KIND);
  row->channel = read_choice (statement, 7, INTERVIEW_TYPE_DELIVERY_CHANNEL);
  row->state = read_choice (statement, 8, INTERVIEW_TYPE_DELIVERY_STATE);
  row->recipient = g_strdup (interview_sqlite_statement_get_text (statement, 9));
  row->attempts = interview_sqlite_statement_get_integer (statement, 10);
  row->due_at = interview_sqlite_statement_get_integer (statement, 11);
  row->written_at = interview_sqlite_statement_get_integer (statement, 12);
  row->content = interview_sqlite_statement_get_bytes (statement, 13);
  return row;
}

static GPtrArray *
read_rows (InterviewSqliteStatement *statement, GError **error)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_new_with_free_func ((GDestroyNotify) interview_outbox_row_free);

  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (rows, read_row (statement));
  return interview_sqlite_statement_finish (statement, error) ? g_steal_pointer (&rows) : NULL;
}

/**
 * interview_outbox_table_get:
 * @id: a delivery of any company
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the delivery, or %NULL
 */
InterviewOutboxRow *
interview_outbox_table_get (InterviewTransaction *transaction, const char *id, GError **error)
{
  g_autoptr (InterviewOutboxRow) row = NULL;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_ROW " WHERE d.id = $1");

  interview_sqlite_statement_bind (statement, "s", id);
  if (interview_sqlite_statement_next (statement))
    row = read_row (statement);
  return interview_single_row_finish (statement, row != NULL, "there is no such delivery", error)
             ? g_steal_pointer (&row)
             : NULL;
}

/**
 * interview_outbox_table_list_due:
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewOutboxRow): what is to go now and nobody has
 *   taken, the longest waiting first, or %NULL
 */
GPtrArray *
interview_outbox_table_list_due (InterviewTransaction *transaction, guint limit, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   SELECT_ROW " WHERE d.state = 'queued' AND d.due_at <= $1"
                                              " AND d.leased_until <= $1"
                                              " ORDER BY d.due_at, d.id LIMIT $2");

  interview_sqlite_statement_bind (statement, "in", interview_transaction_get_now (transaction),
                                   (int) limit);
  return read_rows (statement, error);
}

/**
 * interview_outbox_table_list_sending:
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewOutboxRow): what was being handed over, or %NULL
 */
GPtrArray *
interview_outbox_table_list_sending (InterviewTransaction *transaction, GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_ROW " WHERE d.state = 'sending'");

  return read_rows (statement, error);
}

/**
 * interview_outbox_table_list_queued:
 * @room_id: a room
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewOutboxRow): what is still to go about the room,
 *   or %NULL
 */
GPtrArray *
interview_outbox_table_list_queued (InterviewTransaction *transaction,
                                    const char *room_id,
                                    GError **error)
{
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction, SELECT_ROW
                                   " WHERE m.room_id = $1 AND d.state = 'queued' ORDER BY d.id");

  interview_sqlite_statement_bind (statement, "s", room_id);
  return read_rows (statement, error);
}

/**
 * interview_outbox_table_list_recipients:
 * @notice_id: a message
 * @error: return location
 *
 * Returns: (transfer full): the addresses and numbers that it goes to, or %NULL
 */
GStrv
interview_outbox_table_list_recipients (InterviewTransaction *transaction,
                                        const char *notice_id,
                                        GError **error)
{
  g_autoptr (GStrvBuilder) recipients = g_strv_builder_new ();
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   "SELECT recipient FROM delivery WHERE notice_id = $1"
                                   " AND channel <> 'program' ORDER BY channel");

  interview_sqlite_statement_bind (statement, "s", notice_id);
  while (interview_sqlite_statement_next (statement))
    g_strv_builder_add (recipients, interview_sqlite_statement_get_text (statement, 0));
  return interview_sqlite_statement_finish (statement, error) ? g_strv_builder_end (recipients)
                                                              : NULL;
}

static InterviewDelivery *
read_record (InterviewSqliteStatement *statement)
{
  return g_object_new (INTERVIEW_TYPE_DELIVERY, "id",
                       interview_sqlite_statement_get_text (statement, 0), "notice-id",
                       interview_sqlite_statement_get_text (statement, 1), "kind",
                       read_choice (statement, 2, INTERVIEW_TYPE_NOTICE_KIND), "subject",
                       interview_sqlite_statement_get_text (statement, 3), "channel",
                       read_choice (statement, 4, INTERVIEW_TYPE_DELIVERY_CHANNEL), "person-name",
                       interview_sqlite_statement_get_text (statement, 5), "recipient",
                       interview_sqlite_statement_get_text (statement, 6), "state",
                       read_choice (statement, 7, INTERVIEW_TYPE_DELIVERY_STATE), "attempts",
                       interview_sqlite_statement_get_integer (statement, 8), "due-at",
                       interview_sqlite_statement_get_integer (statement, 9), "created-at",
                       interview_sqlite_statement_get_integer (statement, 10), NULL);
}

/* The oldest lines give way in a log that has grown too long. */
static gboolean
add_steps (InterviewTransaction *transaction, InterviewDelivery *delivery, GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement = interview_transaction_query (
      transaction,
      "SELECT s.at, s.state, s.reason, s.detail, p.display_name FROM delivery_step s"
      " LEFT JOIN person p ON p.id = s.actor_id WHERE s.delivery_id = $1"
      " AND s.place > (SELECT max (place) FROM delivery_step WHERE delivery_id = $1) - $2"
      " ORDER BY s.place");

  interview_sqlite_statement_bind (statement, "sn", interview_delivery_get_id (delivery),
                                   MAX_STEPS);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (
        steps, g_object_new (INTERVIEW_TYPE_DELIVERY_STEP, "at",
                             interview_sqlite_statement_get_integer (statement, 0), "state",
                             read_choice (statement, 1, INTERVIEW_TYPE_DELIVERY_STATE), "reason",
                             read_choice (statement, 2, INTERVIEW_TYPE_DELIVERY_REASON), "detail",
                             interview_sqlite_statement_get_text (statement, 3), "person-name",
                             interview_sqlite_statement_get_text (statement, 4), NULL));
  g_object_set (delivery, "steps", steps, NULL);
  return interview_sqlite_statement_finish (statement, error);
}

/**
 * interview_outbox_table_get_record:
 * @company_id: the company
 * @id: a delivery of it
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the delivery with its log, or %NULL
 */
InterviewDelivery *
interview_outbox_table_get_record (InterviewTransaction *transaction,
                                   const char *company_id,
                                   const char *id,
                                   GError **error)
{
  g_autoptr (InterviewDelivery) delivery = NULL;
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   SELECT_RECORD " WHERE d.company_id = $1 AND d.id = $2");

  interview_sqlite_statement_bind (statement, "ss", company_id, id);
  if (interview_sqlite_statement_next (statement))
    delivery = read_record (statement);
  if (!interview_single_row_finish (statement, delivery != NULL, "there is no such delivery",
                                    error) ||
      !add_steps (transaction, delivery, error))
    return NULL;
  return g_steal_pointer (&delivery);
}

/**
 * interview_outbox_table_list:
 * @company_id: the company
 * @before: only what was written earlier, microseconds since 1970 in UTC
 * @before_id: or at the same moment with a smaller identifier
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewDelivery): deliveries with their log, the newest
 *   first, or %NULL
 */
GPtrArray *
interview_outbox_table_list (InterviewTransaction *transaction,
                             const char *company_id,
                             gint64 before,
                             const char *before_id,
                             guint limit,
                             GError **error)
{
  g_autoptr (GPtrArray) deliveries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (InterviewSqliteStatement) statement =
      interview_transaction_query (transaction,
                                   SELECT_RECORD " WHERE d.company_id = $1 AND (d.created_at < $2"
                                                 " OR (d.created_at = $2 AND d.id < $3))"
                                                 " ORDER BY d.created_at DESC, d.id DESC LIMIT $4");

  interview_sqlite_statement_bind (statement, "sisn", company_id, before, before_id, (int) limit);
  while (interview_sqlite_statement_next (statement))
    g_ptr_array_add (deliveries, read_record (statement));
  if (!interview_sqlite_statement_finish (statement, error))
    return NULL;
  for (guint i = 0; i < deliveries->len; i++)
    {
      if (!add_steps (transaction, g_ptr_array_index (deliveries, i), error))
        return NULL;
    }
  return g_steal_pointer (&deliveries);
}
