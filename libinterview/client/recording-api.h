/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "client/page.h"
#include "core/model/consent-edition.h"
#include "core/model/recording.h"

G_BEGIN_DECLS

void interview_recording_api_get_async (InterviewConnection *connection,
                                        const char *room_id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
InterviewRecording *interview_recording_api_get_finish (InterviewConnection *connection,
                                                        GAsyncResult *result,
                                                        GError **error);

void interview_recording_api_list_async (InterviewConnection *connection,
                                         const char *room_id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
InterviewPage *interview_recording_api_list_finish (InterviewConnection *connection,
                                                    GAsyncResult *result,
                                                    GError **error);

void interview_recording_api_ask_async (InterviewConnection *connection,
                                        const char *room_id,
                                        InterviewRecordingScope scope,
                                        InterviewConsentText *text,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
InterviewRecording *interview_recording_api_ask_finish (InterviewConnection *connection,
                                                        GAsyncResult *result,
                                                        GError **error);

void interview_recording_api_decide_async (InterviewConnection *connection,
                                           InterviewRecording *recording,
                                           InterviewConsentDecision decision,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
InterviewRecording *interview_recording_api_decide_finish (InterviewConnection *connection,
                                                           GAsyncResult *result,
                                                           GError **error);

void interview_recording_api_stop_async (InterviewConnection *connection,
                                         InterviewRecording *recording,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
InterviewRecording *interview_recording_api_stop_finish (InterviewConnection *connection,
                                                         GAsyncResult *result,
                                                         GError **error);

void interview_recording_api_get_text_async (InterviewConnection *connection,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
InterviewConsentText *interview_recording_api_get_text_finish (InterviewConnection *connection,
                                                               GAsyncResult *result,
                                                               GError **error);

void interview_recording_api_get_edition_async (InterviewConnection *connection,
                                                GCancellable *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer user_data);
InterviewConsentEdition *
interview_recording_api_get_edition_finish (InterviewConnection *connection,
                                            GAsyncResult *result,
                                            GError **error);

void interview_recording_api_change_edition_async (InterviewConnection *connection,
                                                   InterviewConsentEdition *edition,
                                                   GCancellable *cancellable,
                                                   GAsyncReadyCallback callback,
                                                   gpointer user_data);
InterviewConsentEdition *
interview_recording_api_change_edition_finish (InterviewConnection *connection,
                                               GAsyncResult *result,
                                               GError **error);

void interview_recording_api_list_consents_async (InterviewConnection *connection,
                                                  const char *cursor,
                                                  GCancellable *cancellable,
                                                  GAsyncReadyCallback callback,
                                                  gpointer user_data);
InterviewPage *interview_recording_api_list_consents_finish (InterviewConnection *connection,
                                                             GAsyncResult *result,
                                                             GError **error);

G_END_DECLS
