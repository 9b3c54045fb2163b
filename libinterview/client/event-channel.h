/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include "client/connection.h"
#include "core/protocol/envelope.h"

G_BEGIN_DECLS

/**
 * InterviewChannelState:
 *
 * @INTERVIEW_CHANNEL_STATE_OFFLINE: not connected; either stopped or waiting for the next attempt
 * @INTERVIEW_CHANNEL_STATE_CONNECTING: an attempt is under way
 * @INTERVIEW_CHANNEL_STATE_ONLINE: the server said welcome
 */
typedef enum
{
  INTERVIEW_CHANNEL_STATE_OFFLINE,
  INTERVIEW_CHANNEL_STATE_CONNECTING,
  INTERVIEW_CHANNEL_STATE_ONLINE,
} InterviewChannelState;

#define INTERVIEW_TYPE_CHANNEL_STATE (interview_channel_state_get_type ())
GType interview_channel_state_get_type (void);

#define INTERVIEW_TYPE_EVENT_CHANNEL (interview_event_channel_get_type ())
G_DECLARE_FINAL_TYPE (InterviewEventChannel,
                      interview_event_channel,
                      INTERVIEW,
                      EVENT_CHANNEL,
                      GObject)

InterviewEventChannel *interview_event_channel_new (InterviewConnection *connection);

void interview_event_channel_start (InterviewEventChannel *self);

void interview_event_channel_stop (InterviewEventChannel *self);

void interview_event_channel_stop_async (InterviewEventChannel *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

gboolean interview_event_channel_stop_finish (InterviewEventChannel *self,
                                              GAsyncResult *result,
                                              GError **error);

void interview_event_channel_doubt (InterviewEventChannel *self);

gboolean interview_event_channel_send (InterviewEventChannel *self,
                                       InterviewMessageType type,
                                       InterviewRecord *body);

InterviewConnection *interview_event_channel_get_connection (InterviewEventChannel *self);

const char *interview_event_channel_get_instance (InterviewEventChannel *self);

InterviewChannelState interview_event_channel_get_state (InterviewEventChannel *self);

gboolean interview_event_channel_is_waiting (InterviewEventChannel *self);

gint64 interview_event_channel_get_last_sequence (InterviewEventChannel *self);

const GError *interview_event_channel_get_error (InterviewEventChannel *self);

void interview_event_channel_set_timing (InterviewEventChannel *self, guint ping, guint lease);

G_END_DECLS
