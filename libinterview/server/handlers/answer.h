/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "server/store/blob-row.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ANSWER (interview_answer_get_type ())
G_DECLARE_FINAL_TYPE (InterviewAnswer, interview_answer, INTERVIEW, ANSWER, GObject)

InterviewAnswer *interview_answer_new (void);
void interview_answer_clear (InterviewAnswer *self);

void interview_answer_set_text (InterviewAnswer *self, guint status, const char *text);
gboolean interview_answer_take_record (InterviewAnswer *self, guint status, gpointer record);
gboolean
interview_answer_take_list (InterviewAnswer *self, GPtrArray *records, const char *next_cursor);
gboolean interview_answer_take_blob (InterviewAnswer *self, InterviewBlobRow *row);
void interview_answer_set_opens_at (InterviewAnswer *self, gint64 opens_at);

guint interview_answer_get_status (InterviewAnswer *self);
const char *interview_answer_get_text (InterviewAnswer *self);
const InterviewBlobRow *interview_answer_get_blob (InterviewAnswer *self);
gint64 interview_answer_get_opens_at (InterviewAnswer *self);

G_END_DECLS
