/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/call-reading.h"
#include "media/call.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CALL_JOURNAL (interview_call_journal_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCallJournal,
                      interview_call_journal,
                      INTERVIEW,
                      CALL_JOURNAL,
                      GObject)

InterviewCallJournal *interview_call_journal_new (InterviewCall *call);
gboolean interview_call_journal_get_reading (InterviewCallJournal *self,
                                             InterviewRemote *remote,
                                             InterviewCallReading *reading);
char *interview_call_journal_to_text (InterviewCallJournal *self);

G_END_DECLS
