/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/question.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

GPtrArray *interview_question_service_list (InterviewTransaction *transaction,
                                            InterviewActor *actor,
                                            const char *room_id,
                                            GError **error);
InterviewQuestion *interview_question_service_set_asked (InterviewTransaction *transaction,
                                                         InterviewActor *actor,
                                                         const char *room_id,
                                                         const char *question_id,
                                                         gboolean asked,
                                                         GError **error);
InterviewQuestion *interview_question_service_type (InterviewTransaction *transaction,
                                                    InterviewActor *actor,
                                                    const char *room_id,
                                                    const char *question_id,
                                                    const char *text,
                                                    GError **error);

G_END_DECLS
