/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_JANUS_CLIENT (interview_janus_client_get_type ())
G_DECLARE_FINAL_TYPE (InterviewJanusClient,
                      interview_janus_client,
                      INTERVIEW,
                      JANUS_CLIENT,
                      GObject)

InterviewJanusClient *interview_janus_client_new (const char *uri, const char *secret);
void interview_janus_client_start (InterviewJanusClient *self);
void interview_janus_client_stop (InterviewJanusClient *self);
gboolean interview_janus_client_get_ready (InterviewJanusClient *self);

void interview_janus_client_attach_async (InterviewJanusClient *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
guint64 interview_janus_client_attach_finish (InterviewJanusClient *self,
                                              GAsyncResult *result,
                                              GError **error);
void interview_janus_client_ask_async (InterviewJanusClient *self,
                                       guint64 handle,
                                       JsonObject *body,
                                       JsonObject *jsep,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
JsonObject *interview_janus_client_ask_finish (InterviewJanusClient *self,
                                               GAsyncResult *result,
                                               JsonObject **jsep,
                                               GError **error);
void interview_janus_client_trickle (InterviewJanusClient *self,
                                     guint64 handle,
                                     gint64 media_line,
                                     const char *candidate);
void interview_janus_client_detach (InterviewJanusClient *self, guint64 handle);

G_END_DECLS
