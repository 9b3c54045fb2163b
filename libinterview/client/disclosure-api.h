/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "client/page.h"
#include "core/model/disclosure.h"

G_BEGIN_DECLS

void interview_disclosure_api_list_async (InterviewConnection *connection,
                                          const char *room_id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

InterviewPage *interview_disclosure_api_list_finish (InterviewConnection *connection,
                                                     GAsyncResult *result,
                                                     GError **error);

void interview_disclosure_api_ask_async (InterviewConnection *connection,
                                         const char *room_id,
                                         InterviewDisclosureKind kind,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

void interview_disclosure_api_answer_async (InterviewConnection *connection,
                                            const char *room_id,
                                            InterviewDisclosureKind kind,
                                            InterviewDisclosedText *contents,
                                            gboolean keep,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);

InterviewDisclosure *interview_disclosure_api_finish (InterviewConnection *connection,
                                                      GAsyncResult *result,
                                                      GError **error);

G_END_DECLS
