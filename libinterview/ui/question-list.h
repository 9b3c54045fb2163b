/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/model/question.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_QUESTION_LIST (interview_question_list_get_type ())
G_DECLARE_FINAL_TYPE (InterviewQuestionList,
                      interview_question_list,
                      INTERVIEW,
                      QUESTION_LIST,
                      GtkWidget)

GtkWidget *interview_question_list_new (void);
void interview_question_list_set_model (InterviewQuestionList *self, GListModel *model);
void interview_question_list_set_kit_shown (InterviewQuestionList *self, gboolean shown);
void interview_question_list_set_problem (InterviewQuestionList *self,
                                          const char *text,
                                          const char *problem);

G_END_DECLS
