/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/recording.h"
#include "core/protocol/consent-request.h"
#include "core/protocol/recording-request.h"
#include "server/services/actor.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

InterviewRecording *interview_recording_service_get (InterviewTransaction *transaction,
                                                     InterviewActor *actor,
                                                     const char *room_id,
                                                     GError **error);
GPtrArray *interview_recording_service_list (InterviewTransaction *transaction,
                                             InterviewActor *actor,
                                             const char *room_id,
                                             GError **error);
InterviewRecording *interview_recording_service_ask (InterviewTransaction *transaction,
                                                     InterviewActor *actor,
                                                     const char *room_id,
                                                     InterviewRecordingRequest *request,
                                                     GError **error);
InterviewRecording *interview_recording_service_decide (InterviewTransaction *transaction,
                                                        InterviewActor *actor,
                                                        const char *room_id,
                                                        const char *recording_id,
                                                        InterviewConsentRequest *request,
                                                        GError **error);
InterviewRecording *interview_recording_service_stop (InterviewTransaction *transaction,
                                                      InterviewActor *actor,
                                                      const char *room_id,
                                                      const char *recording_id,
                                                      GError **error);

gboolean interview_recording_service_set_visitors (InterviewTransaction *transaction,
                                                   const char *room_id,
                                                   GPtrArray *person_ids,
                                                   GError **error);
gboolean interview_recording_service_update_room (InterviewTransaction *transaction,
                                                  const char *room_id,
                                                  GError **error);
gboolean interview_recording_service_begin (InterviewTransaction *transaction, GError **error);
gboolean interview_recording_service_abandon (InterviewTransaction *transaction, GError **error);

G_END_DECLS
