/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * InterviewCallState:
 * @INTERVIEW_CALL_STATE_WAITING: nobody else is there
 * @INTERVIEW_CALL_STATE_CONNECTING: somebody is there, nothing has arrived from them yet
 * @INTERVIEW_CALL_STATE_CONNECTED: sound or picture arrive
 * @INTERVIEW_CALL_STATE_RECONNECTING: they arrived, and have stopped
 * @INTERVIEW_CALL_STATE_ENDED: over on purpose
 *
 * How far a call is, for one other person and, combined, for all of them.
 */
typedef enum
{
  INTERVIEW_CALL_STATE_WAITING,
  INTERVIEW_CALL_STATE_CONNECTING,
  INTERVIEW_CALL_STATE_CONNECTED,
  INTERVIEW_CALL_STATE_RECONNECTING,
  INTERVIEW_CALL_STATE_ENDED,
} InterviewCallState;

#define INTERVIEW_TYPE_CALL_STATE (interview_call_state_get_type ())
GType interview_call_state_get_type (void);

/**
 * InterviewCallEvent:
 * @INTERVIEW_CALL_EVENT_APPEARED: the person is in the room
 * @INTERVIEW_CALL_EVENT_MEDIA: something arrived from them
 * @INTERVIEW_CALL_EVENT_SILENCE: nothing has arrived for too long
 * @INTERVIEW_CALL_EVENT_DEPARTED: they left, or were given up
 * @INTERVIEW_CALL_EVENT_END: we hang up
 *
 * What changes the state of a call.
 */
typedef enum
{
  INTERVIEW_CALL_EVENT_APPEARED,
  INTERVIEW_CALL_EVENT_MEDIA,
  INTERVIEW_CALL_EVENT_SILENCE,
  INTERVIEW_CALL_EVENT_DEPARTED,
  INTERVIEW_CALL_EVENT_END,
} InterviewCallEvent;

InterviewCallState interview_call_state_next (InterviewCallState state, InterviewCallEvent event);
InterviewCallState interview_call_state_combine (InterviewCallState one, InterviewCallState other);

G_END_DECLS
