/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/protocol/event.h"
#include "server/store/room-standing.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewNewEvent:
 * @actor_id: (nullable): who did it
 * @room_id: (nullable): the room that it is about
 * @question_id: (nullable): the question that it is about
 * @session_id: (nullable): the only session that it is for
 * @standing: (nullable): who may be in the room after it
 *
 * What happened.
 */
typedef struct
{
  InterviewEventKind kind;
  const char *company_id;
  const char *actor_id;
  const char *room_id;
  const char *question_id;
  const char *session_id;
  const InterviewRoomStanding *standing;
} InterviewNewEvent;

gboolean interview_event_table_insert (InterviewTransaction *transaction,
                                       const InterviewNewEvent *event,
                                       GPtrArray *person_ids,
                                       GError **error);
gboolean interview_event_table_get_last (InterviewTransaction *transaction,
                                         gint64 *sequence,
                                         GError **error);
gboolean interview_event_table_get_oldest (InterviewTransaction *transaction,
                                           gint64 *sequence,
                                           GError **error);
GPtrArray *interview_event_table_list_since (InterviewTransaction *transaction,
                                             const char *person_id,
                                             const char *session_id,
                                             gint64 sequence,
                                             guint limit,
                                             GError **error);
gboolean
interview_event_table_clean_up (InterviewTransaction *transaction, gint64 before, GError **error);

G_END_DECLS
