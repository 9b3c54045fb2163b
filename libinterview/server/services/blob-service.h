/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/services/actor.h"
#include "server/store/blob-row.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewBlobRow *interview_blob_service_get (InterviewTransaction *transaction,
                                              InterviewActor *actor,
                                              const char *blob_id,
                                              GError **error);

G_END_DECLS
