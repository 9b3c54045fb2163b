/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/blob-row.h"
#include "server/store/row-head.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_blob_table_insert (InterviewTransaction *transaction,
                                      const InterviewRowHead *head,
                                      const InterviewBlobRow *blob,
                                      GError **error);
InterviewBlobRow *
interview_blob_table_get (InterviewTransaction *transaction, const char *id, GError **error);
gboolean interview_blob_table_is_picture (InterviewTransaction *transaction,
                                          const char *id,
                                          gboolean *picture,
                                          GError **error);

G_END_DECLS
