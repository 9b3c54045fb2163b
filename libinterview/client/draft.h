/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "client/spool.h"

G_BEGIN_DECLS

/* Characters of a draft; more than can be sent, so that somebody may still shorten it. */
#define INTERVIEW_DRAFT_LIMIT 8000

#define INTERVIEW_TYPE_DRAFT (interview_draft_get_type ())
G_DECLARE_FINAL_TYPE (InterviewDraft, interview_draft, INTERVIEW, DRAFT, GObject)

InterviewDraft *interview_draft_new (InterviewSpool *spool,
                                     const char *person_id,
                                     const char *place,
                                     const char *room_id);

void interview_draft_load (InterviewDraft *self);
void interview_draft_set_text (InterviewDraft *self, const char *text);
void interview_draft_forget_room (InterviewSpool *spool, const char *room_id);

G_END_DECLS
