/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/question.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewAskedTally:
 * @question_id: (nullable): the question; %NULL for any question
 * @age: how long ago, in microseconds
 * @rooms_of_position: other rooms of the position that asked then
 * @rooms_of_company: other rooms of the company that asked then
 * @here: whether it was asked in this room
 *
 * How often a question was asked within a few days.
 */
typedef struct
{
  char *question_id;
  gint64 age;
  gint64 rooms_of_position;
  gint64 rooms_of_company;
  gboolean here;
} InterviewAskedTally;

gboolean interview_asked_table_set (InterviewTransaction *transaction,
                                    const char *room_id,
                                    const char *question_id,
                                    const char *person_id,
                                    gint64 asked_at,
                                    GError **error);
gboolean interview_asked_table_unset (InterviewTransaction *transaction,
                                      const char *room_id,
                                      const char *question_id,
                                      GError **error);
GPtrArray *interview_asked_table_tally (InterviewTransaction *transaction,
                                        const char *company_id,
                                        const char *position_id,
                                        InterviewQuestionSide side,
                                        const char *room_id,
                                        GError **error);
GPtrArray *interview_asked_table_tally_rooms (InterviewTransaction *transaction,
                                              const char *company_id,
                                              InterviewQuestionSide side,
                                              const char *room_id,
                                              GError **error);
gboolean interview_asked_table_count_typed (InterviewTransaction *transaction,
                                            const char *room_id,
                                            const char *person_id,
                                            gint64 *count,
                                            GError **error);

G_END_DECLS
