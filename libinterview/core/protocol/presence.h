/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/protocol/peer.h"

G_BEGIN_DECLS

/**
 * InterviewPresenceCause:
 *
 * What changed in a room: somebody joined, left on purpose, was lost without a word, was replaced
 * by another sign-in of the same person; or nothing, as in the answer to a join.
 */
typedef enum
{
  INTERVIEW_PRESENCE_CAUSE_CURRENT,
  INTERVIEW_PRESENCE_CAUSE_JOINED,
  INTERVIEW_PRESENCE_CAUSE_LEFT,
  INTERVIEW_PRESENCE_CAUSE_LOST,
  INTERVIEW_PRESENCE_CAUSE_REPLACED,
} InterviewPresenceCause;

#define INTERVIEW_TYPE_PRESENCE_CAUSE (interview_presence_cause_get_type ())
GType interview_presence_cause_get_type (void);

#define INTERVIEW_TYPE_PRESENCE (interview_presence_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPresence, interview_presence, INTERVIEW, PRESENCE, InterviewRecord)

const char *interview_presence_get_room_id (InterviewPresence *self);
GPtrArray *interview_presence_get_peers (InterviewPresence *self);
InterviewPeer *interview_presence_find_peer (InterviewPresence *self, const char *instance);
const char *interview_presence_get_departed (InterviewPresence *self);
InterviewPresenceCause interview_presence_get_cause (InterviewPresence *self);
const char *interview_presence_get_media_server (InterviewPresence *self);

G_END_DECLS
