/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/publication.h"
#include "server/store/sealer.h"
#include "sqlite/connection.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_TRANSACTION (interview_transaction_get_type ())
G_DECLARE_FINAL_TYPE (InterviewTransaction, interview_transaction, INTERVIEW, TRANSACTION, GObject)

InterviewTransaction *interview_transaction_new (InterviewSqliteConnection *connection,
                                                 gint64 now,
                                                 InterviewSealer *sealer,
                                                 guint panel_limit);

gint64 interview_transaction_get_now (InterviewTransaction *self);
InterviewSealer *interview_transaction_get_sealer (InterviewTransaction *self);
guint interview_transaction_get_panel_limit (InterviewTransaction *self);
InterviewSqliteStatement *interview_transaction_query (InterviewTransaction *self, const char *sql);
gint64 interview_transaction_get_changes (InterviewTransaction *self);

void interview_transaction_publish (InterviewTransaction *self, InterviewPublication *publication);
GPtrArray *interview_transaction_get_publications (InterviewTransaction *self);

G_END_DECLS
