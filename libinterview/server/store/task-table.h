/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/room.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewTaskSource:
 *
 * Who gave a room to a recruiter.
 */
typedef enum
{
  INTERVIEW_TASK_SOURCE_PERSON,
  INTERVIEW_TASK_SOURCE_PLAN,
  INTERVIEW_TASK_SOURCE_CANDIDATE,
} InterviewTaskSource;

/**
 * InterviewTaskRow:
 * @recruiter_id: (nullable): who has it; a room without recruiters has one row with %NULL
 * @recruiter_name: (nullable): their name
 *
 * A recruiter's part in an interview.
 */
typedef struct
{
  char *room_id;
  char *position_id;
  char *position_title;
  char *candidate_name;
  InterviewRoomState state;
  gint64 starts_at;
  gint64 duration_minutes;
  char *recruiter_id;
  char *recruiter_name;
  InterviewTaskSource source;
} InterviewTaskRow;

GPtrArray *interview_task_table_list (InterviewTransaction *transaction,
                                      const char *company_id,
                                      const char *language,
                                      gint64 from,
                                      GError **error);
gboolean interview_task_table_move (InterviewTransaction *transaction,
                                    const char *room_id,
                                    const char *from_id,
                                    const char *to_id,
                                    InterviewTaskSource source,
                                    GError **error);

G_END_DECLS
