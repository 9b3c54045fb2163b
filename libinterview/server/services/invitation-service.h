/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/endpoint.h"
#include "core/model/invitation.h"
#include "core/model/session.h"
#include "server/services/actor.h"
#include "server/store/room-row.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewSession *interview_invitation_service_redeem (InterviewTransaction *transaction,
                                                       const char *code,
                                                       const char *language,
                                                       gint64 *opens_at,
                                                       GError **error);
InterviewInvitation *interview_invitation_service_create (InterviewTransaction *transaction,
                                                          InterviewActor *actor,
                                                          const char *room_id,
                                                          InterviewEndpoint *endpoint,
                                                          GError **error);
InterviewInvitation *interview_invitation_service_renew (InterviewTransaction *transaction,
                                                         InterviewActor *actor,
                                                         const char *room_id,
                                                         InterviewEndpoint *endpoint,
                                                         GError **error);
gboolean interview_invitation_service_move (InterviewTransaction *transaction,
                                            const InterviewRoomRow *room,
                                            GError **error);
gboolean interview_invitation_service_revoke (InterviewTransaction *transaction,
                                              InterviewActor *actor,
                                              const char *room_id,
                                              GError **error);
char *interview_invitation_service_create_sign_in (InterviewTransaction *transaction,
                                                   const char *person_id,
                                                   gint64 expires_at,
                                                   GError **error);

G_END_DECLS
