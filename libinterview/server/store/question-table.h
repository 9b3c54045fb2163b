/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/question.h"
#include "server/store/row-head.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewQuestionQuery:
 * @language: the reader's language tag, or an empty text
 * @side: who asks
 * @position_id: the position of the room
 * @person_id: who reads
 *
 * For whom questions are listed.
 */
typedef struct
{
  const char *company_id;
  const char *language;
  InterviewQuestionSide side;
  const char *position_id;
  const char *person_id;
  const char *room_id;
} InterviewQuestionQuery;

/* A question in one language. */
typedef struct
{
  char *question_id;
  char *text;
} InterviewQuestionText;

gboolean interview_question_table_insert (InterviewTransaction *transaction,
                                          const InterviewRowHead *head,
                                          InterviewQuestionSide side,
                                          InterviewQuestionKind kind,
                                          int place,
                                          GError **error);
gboolean interview_question_table_insert_text (InterviewTransaction *transaction,
                                               const char *id,
                                               const char *language,
                                               const char *text,
                                               const char *hint,
                                               GError **error);
gboolean interview_question_table_insert_position (InterviewTransaction *transaction,
                                                   const char *id,
                                                   const char *position_id,
                                                   GError **error);
gboolean interview_question_table_insert_typed (InterviewTransaction *transaction,
                                                const InterviewRowHead *head,
                                                InterviewQuestionSide side,
                                                const char *person_id,
                                                GError **error);
GPtrArray *interview_question_table_list_texts (InterviewTransaction *transaction,
                                                const char *company_id,
                                                InterviewQuestionSide side,
                                                const char *position_id,
                                                guint limit,
                                                GError **error);
GPtrArray *interview_question_table_list (InterviewTransaction *transaction,
                                          const InterviewQuestionQuery *query,
                                          GError **error);

G_END_DECLS
