/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "core/protocol/presence.h"
#include "server/mailbox.h"
#include "server/presence-table.h"

G_BEGIN_DECLS

void interview_room_crier_tell (InterviewPresenceTable *table,
                                const char *room_id,
                                const char *departed,
                                InterviewPresenceCause cause,
                                InterviewMailbox *except);
void interview_room_crier_tell_current (InterviewPresenceTable *table,
                                        const char *room_id,
                                        InterviewMailbox *mailbox);
gboolean interview_room_crier_tell_arrival (InterviewPresenceTable *table,
                                            const char *room_id,
                                            InterviewArrival arrival,
                                            const InterviewStay *replaced,
                                            InterviewMailbox *mailbox);
gboolean interview_room_crier_apply (InterviewPresenceTable *table,
                                     const InterviewRoomStanding *standing,
                                     GPtrArray *parted);

G_END_DECLS
