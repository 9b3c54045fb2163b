/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

#include "sqlite/statement.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SQLITE_CONNECTION (interview_sqlite_connection_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSqliteConnection,
                      interview_sqlite_connection,
                      INTERVIEW,
                      SQLITE_CONNECTION,
                      GObject)

InterviewSqliteConnection *interview_sqlite_connection_open (const char *path, GError **error);
gboolean interview_sqlite_connection_check (InterviewSqliteConnection *self, GError **error);
const char *interview_sqlite_connection_get_path (InterviewSqliteConnection *self);

gboolean interview_sqlite_connection_execute (InterviewSqliteConnection *self,
                                              const char *sql,
                                              GError **error);
InterviewSqliteStatement *interview_sqlite_connection_query (InterviewSqliteConnection *self,
                                                             const char *sql);

gboolean interview_sqlite_connection_in_transaction (InterviewSqliteConnection *self);
gint64 interview_sqlite_connection_get_changes (InterviewSqliteConnection *self);

G_END_DECLS
