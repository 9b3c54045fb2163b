/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libsoup/soup.h>

#include "server/blobs/blob-store.h"
#include "server/blobs/upload-store.h"
#include "server/store/blob-row.h"

G_BEGIN_DECLS

void interview_file_reply_send (SoupServerMessage *message,
                                InterviewBlobStore *blobs,
                                InterviewUploadStore *uploads,
                                const InterviewBlobRow *row);

G_END_DECLS
