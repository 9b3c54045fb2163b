/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "server/media-server.h"
#include "server/presence-table.h"

G_BEGIN_DECLS

gboolean interview_room_way_choose (InterviewPresenceTable *presence,
                                    InterviewMediaServer *media_server,
                                    const char *room_id,
                                    guint n_people);
void interview_room_way_review (InterviewPresenceTable *presence,
                                InterviewMediaServer *media_server);
void interview_room_way_part (InterviewPresenceTable *presence,
                              InterviewMediaServer *media_server,
                              const char *room_id,
                              const char *instance);
void interview_room_way_sweep (InterviewPresenceTable *presence,
                               InterviewMediaServer *media_server);
gboolean interview_room_way_take (InterviewPresenceTable *presence,
                                  InterviewMediaServer *media_server,
                                  const InterviewStay *from,
                                  InterviewSignal *signal);

G_END_DECLS
