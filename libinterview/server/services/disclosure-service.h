/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/disclosure.h"
#include "core/protocol/disclosure-answer.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

GPtrArray *interview_disclosure_service_list (InterviewTransaction *transaction,
                                              const char *room_id,
                                              GError **error);
InterviewDisclosure *interview_disclosure_service_ask (InterviewTransaction *transaction,
                                                       InterviewActor *actor,
                                                       const char *room_id,
                                                       InterviewDisclosureKind kind,
                                                       GError **error);
InterviewDisclosure *interview_disclosure_service_answer (InterviewTransaction *transaction,
                                                          InterviewActor *actor,
                                                          const char *room_id,
                                                          InterviewDisclosureKind kind,
                                                          InterviewDisclosureAnswer *answer,
                                                          GError **error);

G_END_DECLS
