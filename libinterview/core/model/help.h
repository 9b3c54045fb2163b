/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/model/participant.h"
#include "core/record.h"

G_BEGIN_DECLS

/**
 * InterviewHelpState:
 * @INTERVIEW_HELP_STATE_OPEN: it waits for HR
 * @INTERVIEW_HELP_STATE_ANSWERED: HR has answered
 * @INTERVIEW_HELP_STATE_CLOSED: help is not needed any more
 *
 * How far it is.
 */
typedef enum
{
  INTERVIEW_HELP_STATE_OPEN,
  INTERVIEW_HELP_STATE_ANSWERED,
  INTERVIEW_HELP_STATE_CLOSED,
} InterviewHelpState;

#define INTERVIEW_TYPE_HELP_STATE (interview_help_state_get_type ())
GType interview_help_state_get_type (void);

/**
 * InterviewHelpPlace:
 * @INTERVIEW_HELP_PLACE_WAITING: waiting for the room to open
 * @INTERVIEW_HELP_PLACE_DEVICES: at the check of camera and microphone
 * @INTERVIEW_HELP_PLACE_LOBBY: in the lobby of the room
 * @INTERVIEW_HELP_PLACE_CALL: in the call
 * @INTERVIEW_HELP_PLACE_CONNECTION: where the program tries to connect again
 * @INTERVIEW_HELP_PLACE_ENDED: after the interview
 *
 * Where a candidate is stuck.
 */
typedef enum
{
  INTERVIEW_HELP_PLACE_WAITING,
  INTERVIEW_HELP_PLACE_DEVICES,
  INTERVIEW_HELP_PLACE_LOBBY,
  INTERVIEW_HELP_PLACE_CALL,
  INTERVIEW_HELP_PLACE_CONNECTION,
  INTERVIEW_HELP_PLACE_ENDED,
} InterviewHelpPlace;

#define INTERVIEW_TYPE_HELP_PLACE (interview_help_place_get_type ())
GType interview_help_place_get_type (void);

#define INTERVIEW_TYPE_HELP (interview_help_get_type ())
G_DECLARE_FINAL_TYPE (InterviewHelp, interview_help, INTERVIEW, HELP, InterviewRecord)

const char *interview_help_get_id (InterviewHelp *self);
const char *interview_help_get_room_id (InterviewHelp *self);
gint64 interview_help_get_revision (InterviewHelp *self);
InterviewHelpState interview_help_get_state (InterviewHelp *self);
InterviewHelpPlace interview_help_get_place (InterviewHelp *self);
gboolean interview_help_get_no_camera (InterviewHelp *self);
gboolean interview_help_get_no_microphone (InterviewHelp *self);
gboolean interview_help_get_bad_network (InterviewHelp *self);
const char *interview_help_get_text (InterviewHelp *self);
gint64 interview_help_get_asked_at (InterviewHelp *self);
InterviewParticipant *interview_help_get_candidate (InterviewHelp *self);
const char *interview_help_get_position_title (InterviewHelp *self);
gint64 interview_help_get_starts_at (InterviewHelp *self);
InterviewParticipant *interview_help_get_caller (InterviewHelp *self);

G_END_DECLS
