/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/room-reply.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ANSWER_FORM (interview_answer_form_get_type ())
G_DECLARE_FINAL_TYPE (InterviewAnswerForm,
                      interview_answer_form,
                      INTERVIEW,
                      ANSWER_FORM,
                      InterviewRecord)

InterviewRoomAnswer interview_answer_form_get_answer (InterviewAnswerForm *self);
const char *interview_answer_form_get_seen (InterviewAnswerForm *self);
const char *interview_answer_form_get_date (InterviewAnswerForm *self);
const char *interview_answer_form_get_time (InterviewAnswerForm *self);
const char *interview_answer_form_get_note (InterviewAnswerForm *self);

G_END_DECLS
