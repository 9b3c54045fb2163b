/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/record.h"
#include "core/model/participant.h"
#include "core/model/room-reply.h"

G_BEGIN_DECLS

/**
 * InterviewRoomState:
 *
 * Where an interview stands.
 */
typedef enum
{
  INTERVIEW_ROOM_STATE_SCHEDULED,
  INTERVIEW_ROOM_STATE_WAITING,
  INTERVIEW_ROOM_STATE_LIVE,
  INTERVIEW_ROOM_STATE_INTERRUPTED,
  INTERVIEW_ROOM_STATE_ENDED,
  INTERVIEW_ROOM_STATE_MISSED,
  INTERVIEW_ROOM_STATE_CANCELLED,
} InterviewRoomState;

#define INTERVIEW_TYPE_ROOM_STATE (interview_room_state_get_type ())
GType interview_room_state_get_type (void);

/**
 * InterviewRoomMode:
 *
 * How an interview is led: by a recruiter, by the program, in the company’s lobby.
 */
typedef enum
{
  INTERVIEW_ROOM_MODE_LIVE,
  INTERVIEW_ROOM_MODE_LED,
  INTERVIEW_ROOM_MODE_KIOSK,
} InterviewRoomMode;

#define INTERVIEW_TYPE_ROOM_MODE (interview_room_mode_get_type ())
GType interview_room_mode_get_type (void);

/**
 * InterviewRoomEntrance:
 *
 * How far the candidate of a room may come.
 *
 * @INTERVIEW_ROOM_ENTRANCE_LOBBY: into the lobby, to wait there
 * @INTERVIEW_ROOM_ENTRANCE_ADMITTED: into the call
 * @INTERVIEW_ROOM_ENTRANCE_DENIED: not at all
 */
typedef enum
{
  INTERVIEW_ROOM_ENTRANCE_LOBBY,
  INTERVIEW_ROOM_ENTRANCE_ADMITTED,
  INTERVIEW_ROOM_ENTRANCE_DENIED,
} InterviewRoomEntrance;

#define INTERVIEW_TYPE_ROOM_ENTRANCE (interview_room_entrance_get_type ())
GType interview_room_entrance_get_type (void);

#define INTERVIEW_TYPE_ROOM (interview_room_get_type ())
G_DECLARE_FINAL_TYPE (InterviewRoom, interview_room, INTERVIEW, ROOM, InterviewRecord)

const char *interview_room_get_id (InterviewRoom *self);
gint64 interview_room_get_revision (InterviewRoom *self);
InterviewRoomState interview_room_get_state (InterviewRoom *self);
InterviewRoomMode interview_room_get_mode (InterviewRoom *self);
const char *interview_room_get_company_name (InterviewRoom *self);
const char *interview_room_get_position_id (InterviewRoom *self);
const char *interview_room_get_position_title (InterviewRoom *self);
InterviewParticipant *interview_room_get_candidate (InterviewRoom *self);
GPtrArray *interview_room_get_recruiters (InterviewRoom *self);
gint64 interview_room_get_starts_at (InterviewRoom *self);
gint64 interview_room_get_opens_at (InterviewRoom *self);
gint64 interview_room_get_duration_minutes (InterviewRoom *self);
const char *interview_room_get_time_zone (InterviewRoom *self);
InterviewRoomEntrance interview_room_get_entrance (InterviewRoom *self);
const char *interview_room_get_denial_reason (InterviewRoom *self);
InterviewRoomReply *interview_room_get_reply (InterviewRoom *self);
gboolean interview_room_get_candidate_present (InterviewRoom *self);
gboolean interview_room_get_interactive (InterviewRoom *self);
gboolean interview_room_get_interactive_in_room (InterviewRoom *self);

G_END_DECLS
