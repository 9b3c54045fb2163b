/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/protocol/ice-settings.h"
#include "media/capture.h"
#include "media/handshake.h"
#include "media/link-role.h"
#include "media/playback.h"
#include "media/remote.h"
#include "media/screen-share.h"

G_BEGIN_DECLS

#define INTERVIEW_TYPE_PEER_LINK (interview_peer_link_get_type ())
G_DECLARE_FINAL_TYPE (InterviewPeerLink, interview_peer_link, INTERVIEW, PEER_LINK, GObject)

InterviewPeerLink *interview_peer_link_new (InterviewCapture *capture,
                                            InterviewScreenShare *screen,
                                            InterviewPlayback *playback,
                                            InterviewRemote *remote,
                                            InterviewLinkRole role,
                                            gint64 epoch);
void interview_peer_link_set_ice (InterviewPeerLink *self, InterviewIceSettings *settings);
void interview_peer_link_close (InterviewPeerLink *self);

InterviewHandshake *interview_peer_link_get_handshake (InterviewPeerLink *self);
gint64 interview_peer_link_get_epoch (InterviewPeerLink *self);
gint64 interview_peer_link_get_created (InterviewPeerLink *self);
gint64 interview_peer_link_get_last_packet (InterviewPeerLink *self);
gboolean interview_peer_link_is_connected (InterviewPeerLink *self);
gboolean interview_peer_link_has_failed (InterviewPeerLink *self);
void interview_peer_link_set_pictures (InterviewPeerLink *self, gboolean wanted);

G_END_DECLS
