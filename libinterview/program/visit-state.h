/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "media/call-state.h"

G_BEGIN_DECLS

/**
 * InterviewVisitState:
 * @INTERVIEW_VISIT_STATE_OUTSIDE: not entered yet
 * @INTERVIEW_VISIT_STATE_ENTERING: the server has not let us in yet
 * @INTERVIEW_VISIT_STATE_LOBBY: in the lobby, until a recruiter admits us
 * @INTERVIEW_VISIT_STATE_WAITING: in the room, nobody of the other side is there
 * @INTERVIEW_VISIT_STATE_CONNECTING: somebody is there, no sound or picture yet
 * @INTERVIEW_VISIT_STATE_IN_CALL: sound and picture arrive
 * @INTERVIEW_VISIT_STATE_RECONNECTING: they were there and have stopped without a farewell
 * @INTERVIEW_VISIT_STATE_LEFT: we left; the room is still open
 * @INTERVIEW_VISIT_STATE_DENIED: a recruiter does not let us in
 * @INTERVIEW_VISIT_STATE_REMOVED: we are not of the panel any more; the others go on
 * @INTERVIEW_VISIT_STATE_ENDED: the interview is over
 *
 * Where one stay in a room stands.
 */
typedef enum
{
  INTERVIEW_VISIT_STATE_OUTSIDE,
  INTERVIEW_VISIT_STATE_ENTERING,
  INTERVIEW_VISIT_STATE_LOBBY,
  INTERVIEW_VISIT_STATE_WAITING,
  INTERVIEW_VISIT_STATE_CONNECTING,
  INTERVIEW_VISIT_STATE_IN_CALL,
  INTERVIEW_VISIT_STATE_RECONNECTING,
  INTERVIEW_VISIT_STATE_LEFT,
  INTERVIEW_VISIT_STATE_DENIED,
  INTERVIEW_VISIT_STATE_REMOVED,
  INTERVIEW_VISIT_STATE_ENDED,
} InterviewVisitState;

#define INTERVIEW_TYPE_VISIT_STATE (interview_visit_state_get_type ())
GType interview_visit_state_get_type (void);

/**
 * InterviewVisitFacts:
 * @entered: whether we want to be, or wanted to be, in the room
 * @left: whether we left on purpose
 * @admitted: whether the server ever said who is there
 * @in_lobby: whether the server keeps us in the lobby
 * @denied: whether a recruiter does not let us in
 * @removed: whether we were taken off the panel
 * @over: whether the room is closed for everybody
 * @others: how many others are there
 * @missing: whether somebody was there and was lost without a word
 * @call: how far the media are
 *
 * What the state of a visit depends on.
 */
typedef struct
{
  gboolean entered;
  gboolean left;
  gboolean admitted;
  gboolean in_lobby;
  gboolean denied;
  gboolean removed;
  gboolean over;
  guint others;
  gboolean missing;
  InterviewCallState call;
} InterviewVisitFacts;

InterviewVisitState interview_visit_state_decide (const InterviewVisitFacts *facts);

G_END_DECLS
