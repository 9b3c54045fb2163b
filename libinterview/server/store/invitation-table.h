/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/invitation.h"
#include "server/store/row-head.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

/**
 * InterviewInvitationRow:
 * @room_id: (nullable): the room of a candidate's invitation; a sign-in code has none
 * @state: as it was left; whether it has expired is a question of the time
 */
typedef struct
{
  char *id;
  char *company_id;
  char *person_id;
  char *room_id;
  InterviewInvitationState state;
  gint64 not_before;
  gint64 expires_at;
} InterviewInvitationRow;

void interview_invitation_row_free (InterviewInvitationRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewInvitationRow, interview_invitation_row_free)

/**
 * InterviewNewInvitation:
 *
 * What a new invitation is made of.
 */
typedef struct
{
  InterviewRowHead head;
  const char *person_id;
  const char *room_id;
  GBytes *code_hash;
  gint64 not_before;
  gint64 expires_at;
} InterviewNewInvitation;

gboolean interview_invitation_table_insert (InterviewTransaction *transaction,
                                            const InterviewNewInvitation *invitation,
                                            GError **error);
gboolean interview_invitation_table_find (InterviewTransaction *transaction,
                                          GBytes *code_hash,
                                          InterviewInvitationRow **row,
                                          GError **error);
gboolean interview_invitation_table_use (InterviewTransaction *transaction,
                                         const char *id,
                                         gboolean *used,
                                         GError **error);
gboolean interview_invitation_table_move (InterviewTransaction *transaction,
                                          const char *room_id,
                                          gint64 not_before,
                                          gint64 expires_at,
                                          GError **error);
gboolean interview_invitation_table_revoke (InterviewTransaction *transaction,
                                            const char *room_id,
                                            gboolean *revoked,
                                            GError **error);

G_END_DECLS
