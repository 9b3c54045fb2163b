/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "sqlite/connection.h"

G_BEGIN_DECLS

/**
 * InterviewDatabaseFunc:
 * @connection: the connection, inside of a transaction
 * @data: what was given with the unit of work
 * @error: return location
 *
 * A unit of work. It runs on the database thread and may run again, if the transaction that it
 * shared with others could not be committed: it writes nothing but the store and @data, and starts
 * @data afresh each time.
 *
 * Returns: whether its changes are to be kept
 */
typedef gboolean (*InterviewDatabaseFunc) (InterviewSqliteConnection *connection,
                                           gpointer data,
                                           GError **error);

#define INTERVIEW_TYPE_DATABASE_THREAD (interview_database_thread_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDatabaseThread,
                      interview_database_thread,
                      INTERVIEW,
                      DATABASE_THREAD,
                      GObject)

InterviewDatabaseThread *interview_database_thread_new (InterviewSqliteConnection *connection);
void interview_database_thread_close (InterviewDatabaseThread *self);

void interview_database_thread_submit_async (InterviewDatabaseThread *self,
                                             InterviewDatabaseFunc func,
                                             gpointer data,
                                             GDestroyNotify destroy,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
gboolean interview_database_thread_submit_finish (InterviewDatabaseThread *self,
                                                  GAsyncResult *result,
                                                  GError **error);
gboolean interview_database_thread_run (InterviewDatabaseThread *self,
                                        InterviewDatabaseFunc func,
                                        gpointer data,
                                        GError **error);

G_END_DECLS
