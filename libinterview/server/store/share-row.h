/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/recording-share.h"

G_BEGIN_DECLS

/**
 * InterviewShareRow:
 * @hash: the SHA-256 of the whole file in hexadecimal digits
 * @uploaded: bytes that the sender was told to have arrived
 * @token_hash: (nullable): what proves the link; %NULL when it was read
 *
 * What the rules need to know of a share; what readers see of it is an #InterviewRecordingShare.
 * Times are microseconds since 1970 in UTC.
 */
typedef struct
{
  char *id;
  char *company_id;
  char *recording_id;
  char *room_id;
  char *shared_by;
  InterviewRecordingShareState state;
  gint64 size;
  char *hash;
  gint64 uploaded;
  GBytes *token_hash;
  gint64 expires_at;
} InterviewShareRow;

void interview_share_row_free (InterviewShareRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewShareRow, interview_share_row_free)

G_END_DECLS
