/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/standing.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewStandingRow:
 * @reason: (nullable): what was said with the last change
 * @changed_at: microseconds since 1970 in UTC, 0 if never
 * @judged: how many ratings were looked at
 * @forgiven: how many of them count no more, because the recruiter was reinstated
 * @place: the last place in the order, 0 for none
 * @changed: for the caller, whether the row has to be written
 *
 * Where a recruiter stands.
 */
typedef struct
{
  char *recruiter_id;
  gint64 revision;
  InterviewStandingState state;
  char *reason;
  gint64 changed_at;
  gint64 judged;
  gint64 forgiven;
  gint64 place;
  gboolean changed;
} InterviewStandingRow;

void interview_standing_row_free (InterviewStandingRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewStandingRow, interview_standing_row_free)

InterviewStandingRow *interview_standing_table_get (InterviewTransaction *transaction,
                                                    const char *recruiter_id,
                                                    GError **error);
GHashTable *interview_standing_table_list (InterviewTransaction *transaction,
                                           const char *company_id,
                                           GError **error);
gboolean interview_standing_table_set (InterviewTransaction *transaction,
                                       const char *company_id,
                                       const InterviewStandingRow *row,
                                       GError **error);

G_END_DECLS
