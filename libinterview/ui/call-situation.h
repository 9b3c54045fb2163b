/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * InterviewCallSituation:
 * @INTERVIEW_CALL_SITUATION_LOBBY: in the lobby, until the other side opens the door
 * @INTERVIEW_CALL_SITUATION_KNOCKING: the other side waits in the lobby
 * @INTERVIEW_CALL_SITUATION_WAITING: nobody else has come yet
 * @INTERVIEW_CALL_SITUATION_CONNECTING: somebody is there, the picture is on its way
 * @INTERVIEW_CALL_SITUATION_LIVE: in call
 * @INTERVIEW_CALL_SITUATION_OFFLINE: our own network is away
 * @INTERVIEW_CALL_SITUATION_RECONNECTING: the picture has stopped and is being fetched back
 * @INTERVIEW_CALL_SITUATION_LEFT: the other side left on purpose
 * @INTERVIEW_CALL_SITUATION_LOST: the other side vanished
 *
 * What a person in a call is told about it.
 */
typedef enum
{
  INTERVIEW_CALL_SITUATION_LOBBY,
  INTERVIEW_CALL_SITUATION_KNOCKING,
  INTERVIEW_CALL_SITUATION_WAITING,
  INTERVIEW_CALL_SITUATION_CONNECTING,
  INTERVIEW_CALL_SITUATION_LIVE,
  INTERVIEW_CALL_SITUATION_OFFLINE,
  INTERVIEW_CALL_SITUATION_RECONNECTING,
  INTERVIEW_CALL_SITUATION_LEFT,
  INTERVIEW_CALL_SITUATION_LOST,
} InterviewCallSituation;

#define INTERVIEW_TYPE_CALL_SITUATION (interview_call_situation_get_type ())
GType interview_call_situation_get_type (void);

G_END_DECLS
