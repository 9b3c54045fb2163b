/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/participant.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PEER (interview_peer_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPeer, interview_peer, INTERVIEW, PEER, InterviewRecord)

const char *interview_peer_get_instance (InterviewPeer *self);
InterviewParticipant *interview_peer_get_participant (InterviewPeer *self);
gint64 interview_peer_get_joined_at (InterviewPeer *self);
gboolean interview_peer_get_in_lobby (InterviewPeer *self);

G_END_DECLS
