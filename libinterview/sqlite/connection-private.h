/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <sqlite3.h>

#include "sqlite/connection.h"

G_BEGIN_DECLS

sqlite3 *interview_sqlite_connection_get_handle (InterviewSqliteConnection *self);
void interview_sqlite_connection_give_back (InterviewSqliteConnection *self, sqlite3_stmt *handle);

InterviewSqliteStatement *interview_sqlite_statement_new (InterviewSqliteConnection *connection,
                                                          sqlite3_stmt *handle,
                                                          const char *sql,
                                                          GError *error);

G_END_DECLS
