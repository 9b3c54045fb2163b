/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/session.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewActor *interview_session_service_authenticate (InterviewTransaction *transaction,
                                                        const char *token,
                                                        const char *language,
                                                        GError **error);

gboolean interview_session_service_find_secret (InterviewTransaction *transaction,
                                                const char *email,
                                                char **person_id,
                                                char **secret,
                                                GError **error);
InterviewSession *interview_session_service_sign_in (InterviewTransaction *transaction,
                                                     const char *person_id,
                                                     const char *secret,
                                                     const char *language,
                                                     GError **error);

InterviewSession *interview_session_service_get (InterviewTransaction *transaction,
                                                 InterviewActor *actor,
                                                 GError **error);
gboolean interview_session_service_sign_out (InterviewTransaction *transaction,
                                             InterviewActor *actor,
                                             GError **error);

gboolean interview_session_service_find_own_secret (InterviewTransaction *transaction,
                                                    InterviewActor *actor,
                                                    char **secret,
                                                    GError **error);
gboolean interview_session_service_change_secret (InterviewTransaction *transaction,
                                                  InterviewActor *actor,
                                                  const char *secret,
                                                  const char *replacement,
                                                  GError **error);

G_END_DECLS
