/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <libsoup/soup.h>

#include "server/admission.h"
#include "server/config.h"

G_BEGIN_DECLS

/**
 * InterviewShardFunc:
 * @soup: the HTTP server of a shard
 *
 * Called on the shard's thread before the first connection, to add the handlers.
 */
typedef void (*InterviewShardFunc) (SoupServer *soup, gpointer user_data);

#define INTERVIEW_TYPE_SHARD (interview_shard_get_type ())
G_DECLARE_FINAL_TYPE (InterviewShard, interview_shard, INTERVIEW, SHARD, GObject)

InterviewShard *interview_shard_new (guint number,
                                     const InterviewConfig *config,
                                     InterviewAdmission *admission,
                                     InterviewShardFunc set_up,
                                     gpointer user_data);
void interview_shard_accept (InterviewShard *self, GIOStream *stream, GSocketAddress *remote);
guint interview_shard_get_load (InterviewShard *self);
void interview_shard_drain (InterviewShard *self);
void interview_shard_stop (InterviewShard *self);

G_END_DECLS
