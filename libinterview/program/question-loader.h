/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/question.h"
#include "program/account.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_QUESTION_LOADER (interview_question_loader_get_type ())
G_DECLARE_FINAL_TYPE (InterviewQuestionLoader,
                      interview_question_loader,
                      INTERVIEW,
                      QUESTION_LOADER,
                      GObject)

InterviewQuestionLoader *interview_question_loader_new (InterviewAccount *account,
                                                        const char *room_id);

void interview_question_loader_load (InterviewQuestionLoader *self);
GListModel *interview_question_loader_get_questions (InterviewQuestionLoader *self);
gboolean interview_question_loader_get_loaded (InterviewQuestionLoader *self);
void interview_question_loader_tick (InterviewQuestionLoader *self,
                                     const char *question_id,
                                     gboolean asked);
void interview_question_loader_type (InterviewQuestionLoader *self, const char *text);

G_END_DECLS
