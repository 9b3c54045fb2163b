/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/transaction.h"

/*
 * InterviewTransaction is what a unit of work sees of the store: a connection inside of a
 * transaction, one moment that is "now" for all of it, and the list of what is to be told
 * to others once it is committed. The store makes one for each run of a unit; it lives on the
 * database thread.
 */
struct _InterviewTransaction
{
  GObject parent_instance;

  InterviewSqliteConnection *connection;
  gint64 now;
  InterviewSealer *sealer;
  guint panel_limit;
  GPtrArray *publications;
};

G_DEFINE_FINAL_TYPE (InterviewTransaction, interview_transaction, G_TYPE_OBJECT)

static void
interview_transaction_finalize (GObject *object)
{
  InterviewTransaction *self = INTERVIEW_TRANSACTION (object);

  g_clear_object (&self->connection);
  g_clear_object (&self->sealer);
  g_clear_pointer (&self->publications, g_ptr_array_unref);

  G_OBJECT_CLASS (interview_transaction_parent_class)->finalize (object);
}

static void
interview_transaction_class_init (InterviewTransactionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_transaction_finalize;
}

static void
interview_transaction_init (InterviewTransaction *self)
{
  self->publications = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * interview_transaction_new:
 * @connection: (transfer none): inside of a transaction
 * @now: microseconds since 1970, UTC
 * @sealer: (transfer none): encrypts what is not to be read in the file
 * @panel_limit: how many recruiters a room may have
 *
 * Returns: (transfer full): a new transaction
 */
InterviewTransaction *
interview_transaction_new (InterviewSqliteConnection *connection,
                           gint64 now,
                           InterviewSealer *sealer,
                           guint panel_limit)
{
  InterviewTransaction *self;

  g_return_val_if_fail (INTERVIEW_IS_SQLITE_CONNECTION (connection), NULL);

  self = g_object_new (INTERVIEW_TYPE_TRANSACTION, NULL);
  self->connection = g_object_ref (connection);
  self->now = now;
  self->sealer = g_object_ref (sealer);
  self->panel_limit = panel_limit;
  return self;
}

/**
 * interview_transaction_get_now:
 *
 * Returns: the moment of the transaction, microseconds since 1970 in UTC
 */
gint64
interview_transaction_get_now (InterviewTransaction *self)
{
  g_return_val_if_fail (INTERVIEW_IS_TRANSACTION (self), 0);

  return self->now;
}

/**
 * interview_transaction_get_sealer:
 *
 * Returns: (transfer none): encrypts what is not to be read in the file of the store
 */
InterviewSealer *
interview_transaction_get_sealer (InterviewTransaction *self)
{
  g_return_val_if_fail (INTERVIEW_IS_TRANSACTION (self), NULL);

  return self->sealer;
}

/**
 * interview_transaction_get_panel_limit:
 *
 * Returns: how many recruiters a room may have on this server
 */
guint
interview_transaction_get_panel_limit (InterviewTransaction *self)
{
  g_return_val_if_fail (INTERVIEW_IS_TRANSACTION (self), 0);

  return self->panel_limit;
}

/**
 * interview_transaction_query:
 * @sql: one statement with parameters `$1` ... `$n`; a constant
 *
 * Returns: (transfer full): the statement, with nothing bound
 */
InterviewSqliteStatement *
interview_transaction_query (InterviewTransaction *self, const char *sql)
{
  g_return_val_if_fail (INTERVIEW_IS_TRANSACTION (self), NULL);

  return interview_sqlite_connection_query (self->connection, sql);
}

/**
 * interview_transaction_get_changes:
 *
 * Returns: how many rows the last statement inserted, changed or deleted
 */
gint64
interview_transaction_get_changes (InterviewTransaction *self)
{
  g_return_val_if_fail (INTERVIEW_IS_TRANSACTION (self), 0);

  return interview_sqlite_connection_get_changes (self->connection);
}

/**
 * interview_transaction_publish:
 * @publication: (transfer full): what is to be told once the transaction is committed
 */
void
interview_transaction_publish (InterviewTransaction *self, InterviewPublication *publication)
{
  g_return_if_fail (INTERVIEW_IS_TRANSACTION (self));
  g_return_if_fail (INTERVIEW_IS_PUBLICATION (publication));

  g_ptr_array_add (self->publications, publication);
}

/**
 * interview_transaction_get_publications:
 *
 * Returns: (transfer none) (element-type InterviewPublication): what is to be told, oldest first
 */
GPtrArray *
interview_transaction_get_publications (InterviewTransaction *self)
{
  g_return_val_if_fail (INTERVIEW_IS_TRANSACTION (self), NULL);

  return self->publications;
}
