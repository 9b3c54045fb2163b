/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/room.h"
#include "core/protocol/answer-form.h"
#include "core/protocol/reply-request.h"
#include "server/services/actor.h"
#include "server/store/room-row.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewReplyCase:
 * @room: the interview, in the reader's language
 * @zone: in which its times are read
 * @open: whether an answer is taken
 *
 * What the page of an invitation is about.
 */
typedef struct
{
  InterviewRoom *room;
  GTimeZone *zone;
  gboolean open;
} InterviewReplyCase;

void interview_reply_case_clear (InterviewReplyCase *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InterviewReplyCase, interview_reply_case_clear)

gboolean interview_reply_service_find (InterviewTransaction *transaction,
                                       const char *code,
                                       const char *language,
                                       InterviewReplyCase *found,
                                       GError **error);
gboolean interview_reply_service_answer (InterviewTransaction *transaction,
                                         const char *code,
                                         InterviewAnswerForm *form,
                                         GError **error);
InterviewRoom *interview_reply_service_reply (InterviewTransaction *transaction,
                                              InterviewActor *actor,
                                              const char *room_id,
                                              InterviewReplyRequest *request,
                                              GError **error);
gboolean interview_reply_service_room_moved (InterviewTransaction *transaction,
                                             const InterviewRoomRow *room,
                                             GError **error);

G_END_DECLS
