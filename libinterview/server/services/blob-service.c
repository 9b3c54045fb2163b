/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/blob-service.h"

#include "server/store/blob-table.h"

/**
 * interview_blob_service_get:
 * @actor: who asks
 * @blob_id: a blob of their company
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): what is known of the blob, or %NULL; its bytes are in the blob store
 */
InterviewBlobRow *
interview_blob_service_get (InterviewTransaction *transaction,
                            InterviewActor *actor,
                            const char *blob_id,
                            GError **error)
{
  return interview_blob_table_get (transaction, blob_id, error);
}
