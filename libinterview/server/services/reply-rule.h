/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/model/room-reply.h"
#include "core/model/room.h"

G_BEGIN_DECLS

gboolean interview_reply_rule_is_open (InterviewRoomState state, gint64 starts_at, gint64 now);
InterviewRoomReply *interview_reply_rule_make (InterviewRoomAnswer answer,
                                               gint64 proposed_at,
                                               const char *note,
                                               gint64 starts_at,
                                               gint64 now,
                                               GError **error);
InterviewRoomReply *
interview_reply_rule_after_move (InterviewRoomReply *reply, gint64 starts_at, gint64 now);

G_END_DECLS
