/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/recording.h"
#include "server/store/row-head.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewRecordingRow:
 * @asked_by: the person whose program records
 * @text_version: which text is to be read
 * @absent: whether that person has gone
 *
 * A recording as the table has it. Times are microseconds since 1970 in UTC, 0 for never.
 */
typedef struct
{
  char *id;
  char *company_id;
  char *room_id;
  char *asked_by;
  InterviewRecordingScope scope;
  InterviewRecordingState state;
  gint64 text_version;
  gint64 asked_at;
  gint64 started_at;
  gint64 ended_at;
  gboolean absent;
} InterviewRecordingRow;

void interview_recording_row_free (InterviewRecordingRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewRecordingRow, interview_recording_row_free)

gboolean interview_recording_table_insert (InterviewTransaction *transaction,
                                           const InterviewRowHead *head,
                                           const InterviewRecordingRow *row,
                                           GError **error);
InterviewRecordingRow *interview_recording_table_get (InterviewTransaction *transaction,
                                                      const char *recording_id,
                                                      GError **error);
gboolean interview_recording_table_find_last (InterviewTransaction *transaction,
                                              const char *room_id,
                                              InterviewRecordingRow **row,
                                              GError **error);
GPtrArray *interview_recording_table_list (InterviewTransaction *transaction,
                                           const char *room_id,
                                           guint limit,
                                           GError **error);
gboolean interview_recording_table_set_state (InterviewTransaction *transaction,
                                              const InterviewRecordingRow *row,
                                              GError **error);
gboolean interview_recording_table_set_absent (InterviewTransaction *transaction,
                                               const char *recording_id,
                                               gboolean absent,
                                               GError **error);
gboolean interview_recording_table_set_all_absent (InterviewTransaction *transaction,
                                                   GError **error);
GPtrArray *interview_recording_table_list_absent (InterviewTransaction *transaction,
                                                  gint64 before,
                                                  GError **error);

G_END_DECLS
