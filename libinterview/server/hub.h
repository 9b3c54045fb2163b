/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/clock.h"
#include "core/protocol/event.h"
#include "core/protocol/signal.h"
#include "server/mailbox.h"
#include "server/media-server.h"
#include "server/presence-table.h"
#include "server/store/publication.h"

G_BEGIN_DECLS

/**
 * InterviewOccupancyFunc:
 * @room_id: a room into or out of which somebody went
 *
 * Called from any thread, outside of the hub's lock.
 */
typedef void (*InterviewOccupancyFunc) (const char *room_id, gpointer user_data);

#define INTERVIEW_TYPE_HUB (interview_hub_get_type ())
G_DECLARE_FINAL_TYPE (InterviewHub, interview_hub, INTERVIEW, HUB, GObject)

InterviewHub *interview_hub_new (InterviewClock *clock);
void interview_hub_set_occupancy_func (InterviewHub *self,
                                       InterviewOccupancyFunc func,
                                       gpointer user_data);

void interview_hub_set_media_server (InterviewHub *self, InterviewMediaServer *media_server);
void interview_hub_review_ways (InterviewHub *self);

void interview_hub_subscribe (InterviewHub *self,
                              InterviewMailbox *mailbox,
                              const char *person_id,
                              const char *session_id);
void interview_hub_unsubscribe (InterviewHub *self, InterviewMailbox *mailbox);
void interview_hub_publish (InterviewHub *self, GPtrArray *publications);
void interview_hub_close_all (InterviewHub *self);

gboolean interview_hub_join (InterviewHub *self,
                             InterviewMailbox *mailbox,
                             const InterviewRoomStanding *standing,
                             const char *instance,
                             InterviewParticipant *participant,
                             GError **error);
void interview_hub_leave (InterviewHub *self, InterviewMailbox *mailbox, const char *room_id);
void interview_hub_lose (InterviewHub *self, InterviewMailbox *mailbox, const char *room_id);
gboolean interview_hub_touch (InterviewHub *self, InterviewMailbox *mailbox, const char *room_id);
gboolean interview_hub_relay (InterviewHub *self,
                              InterviewMailbox *mailbox,
                              InterviewSignal *signal,
                              GError **error);
void interview_hub_tell (InterviewHub *self,
                         const char *room_id,
                         const char *instance,
                         InterviewSignal *signal);
void interview_hub_sweep (InterviewHub *self, gint64 now);
void interview_hub_apply_standing (InterviewHub *self, const InterviewRoomStanding *standing);
void interview_hub_get_occupancy (InterviewHub *self,
                                  const char *room_id,
                                  InterviewOccupancy *occupancy);
GPtrArray *interview_hub_list_persons (InterviewHub *self, const char *room_id);
guint interview_hub_count_sockets (InterviewHub *self);

G_END_DECLS
