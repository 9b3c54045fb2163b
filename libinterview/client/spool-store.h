/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "core/endpoint.h"
#include "core/model/chat-message.h"
#include "core/model/own-question.h"
#include "core/model/rating.h"
#include "sqlite/connection.h"

G_BEGIN_DECLS

typedef enum
{
  INTERVIEW_SPOOL_KIND_RATING,
  INTERVIEW_SPOOL_KIND_MESSAGE,
  INTERVIEW_SPOOL_KIND_QUESTION,
} InterviewSpoolKind;

/**
 * InterviewSpoolRow:
 * @entry: (nullable): the body as a record, if it can be read
 *
 * An entry that waits, as it lies in the spool.
 */
typedef struct
{
  char *id;
  InterviewSpoolKind kind;
  char *endpoint;
  char *body;
  InterviewRecord *entry;
} InterviewSpoolRow;

void interview_spool_row_free (InterviewSpoolRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewSpoolRow, interview_spool_row_free)

void interview_spool_store_open_async (const char *path,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

InterviewSqliteConnection *
interview_spool_store_open_finish (GAsyncResult *result, char **set_aside, GError **error);

gboolean interview_spool_store_add (InterviewSqliteConnection *connection,
                                    const char *endpoint,
                                    InterviewRecord *entry,
                                    GError **error);

GPtrArray *interview_spool_store_list (InterviewSqliteConnection *connection, GError **error);

gboolean interview_spool_store_remove (InterviewSqliteConnection *connection,
                                       const char *id,
                                       GError **error);

gboolean interview_spool_store_refuse (InterviewSqliteConnection *connection,
                                       const char *id,
                                       const char *reason,
                                       GError **error);

GError *interview_spool_store_describe_unkept (const GError *cause);

G_END_DECLS
