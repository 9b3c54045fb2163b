/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "server/store/transaction.h"

G_BEGIN_DECLS

/* Why a session ended; as in the store. */
#define INTERVIEW_SESSION_SIGNED_OUT "signed-out"
#define INTERVIEW_SESSION_REPLACED "replaced"
#define INTERVIEW_SESSION_REVOKED "revoked"

/**
 * InterviewSessionRow:
 * @invitation_id: (nullable): the invitation that it began with
 * @room_id: (nullable): the room of that invitation
 * @end_reason: (nullable): why it ended, %NULL while it has not
 */
typedef struct
{
  char *id;
  char *company_id;
  char *person_id;
  char *invitation_id;
  char *room_id;
  char *end_reason;
  gint64 expires_at;
} InterviewSessionRow;

void interview_session_row_free (InterviewSessionRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewSessionRow, interview_session_row_free)

gboolean interview_session_table_insert (InterviewTransaction *transaction,
                                         const InterviewSessionRow *row,
                                         GBytes *token_hash,
                                         GError **error);
gboolean interview_session_table_find (InterviewTransaction *transaction,
                                       GBytes *token_hash,
                                       InterviewSessionRow **row,
                                       GError **error);
gboolean interview_session_table_get_expiry (InterviewTransaction *transaction,
                                             const char *id,
                                             gint64 *expires_at,
                                             GError **error);
GPtrArray *interview_session_table_list_open (InterviewTransaction *transaction,
                                              const char *person_id,
                                              GError **error);
GPtrArray *interview_session_table_list_of_room (InterviewTransaction *transaction,
                                                 const char *room_id,
                                                 GError **error);
gboolean interview_session_table_end (InterviewTransaction *transaction,
                                      const char *id,
                                      const char *reason,
                                      GError **error);
gboolean interview_session_table_clean_up (InterviewTransaction *transaction, GError **error);

G_END_DECLS
