/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_SQLITE_STATEMENT (interview_sqlite_statement_get_type ())
G_DECLARE_FINAL_TYPE (InterviewSqliteStatement,
                      interview_sqlite_statement,
                      INTERVIEW,
                      SQLITE_STATEMENT,
                      GObject)

void interview_sqlite_statement_bind (InterviewSqliteStatement *self, const char *format, ...);
void interview_sqlite_statement_bind_text (InterviewSqliteStatement *self,
                                           guint parameter,
                                           const char *text);
void interview_sqlite_statement_bind_integer (InterviewSqliteStatement *self,
                                              guint parameter,
                                              gint64 integer);
void interview_sqlite_statement_bind_double (InterviewSqliteStatement *self,
                                             guint parameter,
                                             double number);
void interview_sqlite_statement_bind_bytes (InterviewSqliteStatement *self,
                                            guint parameter,
                                            GBytes *bytes);

gboolean interview_sqlite_statement_next (InterviewSqliteStatement *self);
gboolean interview_sqlite_statement_finish (InterviewSqliteStatement *self, GError **error);
gboolean interview_sqlite_statement_run (InterviewSqliteStatement *self, GError **error);

gboolean interview_sqlite_statement_is_null (InterviewSqliteStatement *self, guint column);
const char *interview_sqlite_statement_get_text (InterviewSqliteStatement *self, guint column);
gint64 interview_sqlite_statement_get_integer (InterviewSqliteStatement *self, guint column);
double interview_sqlite_statement_get_double (InterviewSqliteStatement *self, guint column);
GBytes *interview_sqlite_statement_get_bytes (InterviewSqliteStatement *self, guint column);

G_END_DECLS
