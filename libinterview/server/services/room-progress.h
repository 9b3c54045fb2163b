/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/protocol/event.h"
#include "server/services/occupancy.h"
#include "server/services/room-state.h"
#include "server/store/room-row.h"
#include "server/store/transaction.h"

G_BEGIN_DECLS

gboolean interview_room_progress_run (InterviewTransaction *transaction,
                                      const char *room_id,
                                      InterviewRoomHappening happening,
                                      InterviewEventKind kind,
                                      const char *actor_id,
                                      GError **error);
gboolean interview_room_progress_set_occupancy (InterviewTransaction *transaction,
                                                const char *room_id,
                                                const InterviewOccupancy *occupancy,
                                                GError **error);

G_END_DECLS
