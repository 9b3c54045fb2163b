/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/session.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewSessionOpening:
 * @invitation_id: (nullable): the invitation that it begins with
 * @room_id: (nullable): the room of that invitation
 * @language: (nullable): the reader's language tag
 *
 * What a session begins with.
 */
typedef struct
{
  const char *person_id;
  const char *invitation_id;
  const char *room_id;
  const char *language;
} InterviewSessionOpening;

InterviewSession *interview_session_opening_run (InterviewTransaction *transaction,
                                                 const InterviewSessionOpening *opening,
                                                 GError **error);
gboolean interview_session_opening_end_others (InterviewTransaction *transaction,
                                               GPtrArray *sessions,
                                               const char *except_id,
                                               const char *reason,
                                               GError **error);

G_END_DECLS
