/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "core/model/participant.h"

G_BEGIN_DECLS

/**
 * InterviewStay:
 *
 * Somebody who is in a room.
 *
 * @owner: the socket through which they are reached, compared only
 * @instance: identifier of the running program
 * @participant: who it is
 * @joined_at: microseconds since 1970 in UTC
 * @seen_at: microseconds of the monotonic clock
 * @revision: of the room, as it was known when they came
 * @in_lobby: whether they wait apart from the call
 * @lost: whether they are gone, and only remembered in case that they come back
 */
typedef struct
{
  GObject *owner;
  char *instance;
  InterviewParticipant *participant;
  gint64 joined_at;
  gint64 seen_at;
  gint64 revision;
  gboolean in_lobby;
  gboolean lost;
} InterviewStay;

InterviewStay *interview_stay_copy (const InterviewStay *stay);
void interview_stay_free (InterviewStay *stay);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewStay, interview_stay_free)

G_END_DECLS
