/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/model/question.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_QUESTION_ROW (interview_question_row_get_type ())
G_DECLARE_FINAL_TYPE (InterviewQuestionRow,
                      interview_question_row,
                      INTERVIEW,
                      QUESTION_ROW,
                      GtkListBoxRow)

GtkWidget *interview_question_row_new (InterviewQuestion *question);
InterviewQuestion *interview_question_row_get_question (InterviewQuestionRow *self);
void interview_question_row_set_question (InterviewQuestionRow *self, InterviewQuestion *question);

G_END_DECLS
