/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "client/event-channel.h"
#include "core/signalling.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_CALL_CHANNEL (interview_call_channel_get_type ())
G_DECLARE_FINAL_TYPE (InterviewCallChannel,
                      interview_call_channel,
                      INTERVIEW,
                      CALL_CHANNEL,
                      GObject)

InterviewCallChannel *interview_call_channel_new (InterviewEventChannel *events,
                                                  const char *room_id);

void interview_call_channel_join (InterviewCallChannel *self);

void interview_call_channel_leave (InterviewCallChannel *self);

gboolean interview_call_channel_get_joined (InterviewCallChannel *self);

G_END_DECLS
