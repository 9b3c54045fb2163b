/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/protocol/signal.h"
#include "server/config.h"

G_BEGIN_DECLS

/**
 * InterviewMediaServerSaidFunc:
 * @room_id: a room
 * @instance: a run of a program in it
 * @signal: (transfer none): what it is told
 */
typedef void (*InterviewMediaServerSaidFunc) (const char *room_id,
                                              const char *instance,
                                              InterviewSignal *signal,
                                              gpointer user_data);

#define INTERVIEW_TYPE_MEDIA_SERVER (interview_media_server_get_type ())
G_DECLARE_FINAL_TYPE (InterviewMediaServer,
                      interview_media_server,
                      INTERVIEW,
                      MEDIA_SERVER,
                      GObject)

InterviewMediaServer *interview_media_server_new (const InterviewConfig *config);
void interview_media_server_start (InterviewMediaServer *self,
                                   InterviewMediaServerSaidFunc said,
                                   GFunc changed,
                                   gpointer user_data);
void interview_media_server_stop (InterviewMediaServer *self);

char *
interview_media_server_enter (InterviewMediaServer *self, const char *room_id, guint n_people);
void interview_media_server_release (InterviewMediaServer *self, const char *room_id);
GStrv interview_media_server_list_rooms (InterviewMediaServer *self);
void interview_media_server_take (InterviewMediaServer *self,
                                  const char *sender,
                                  InterviewSignal *signal);
void
interview_media_server_part (InterviewMediaServer *self, const char *room_id, const char *instance);

G_END_DECLS
