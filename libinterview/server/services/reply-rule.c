/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/reply-rule.h"

#include "core/error.h"

/* Nobody plans further ahead; what is beyond is a mistyped year. */
#define LONGEST_AHEAD (366 * G_TIME_SPAN_DAY)

/*
 * What a candidate may answer to an invitation, and what becomes of it when the interview is moved.
 * Pure functions.
 */

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID, message);
  return FALSE;
}

/**
 * interview_reply_rule_is_open:
 * @state: where the interview stands
 * @starts_at: when it starts, microseconds since 1970 in UTC
 * @now: what time it is
 *
 * Returns: whether an answer makes sense: before it begins
 */
gboolean
interview_reply_rule_is_open (InterviewRoomState state, gint64 starts_at, gint64 now)
{
  switch (state)
    {
    case INTERVIEW_ROOM_STATE_SCHEDULED:
    case INTERVIEW_ROOM_STATE_WAITING:
      return now < starts_at;
    case INTERVIEW_ROOM_STATE_LIVE:
    case INTERVIEW_ROOM_STATE_INTERRUPTED:
    case INTERVIEW_ROOM_STATE_ENDED:
    case INTERVIEW_ROOM_STATE_MISSED:
    case INTERVIEW_ROOM_STATE_CANCELLED:
    default:
      return FALSE;
    }
}

static gboolean
check_proposal (gint64 proposed_at, gint64 starts_at, gint64 now, GError **error)
{
  if (proposed_at <= now)
    return refuse (error, "a proposed time has to be in the future");
  if (proposed_at > MAX (now, starts_at) + LONGEST_AHEAD)
    return refuse (error, "a proposed time has to be within a year");
  if (proposed_at == starts_at)
    return refuse (error, "this is the time of the interview already: accept it");
  return TRUE;
}

/**
 * interview_reply_rule_make:
 * @answer: what the candidate answers
 * @proposed_at: when they would rather start, 0 if they propose nothing; microseconds since 1970 in
 *   UTC
 * @note: (nullable): what they write about it
 * @starts_at: when the interview starts
 * @now: what time it is
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: (transfer full): the reply, or %NULL if it makes no sense
 */
InterviewRoomReply *
interview_reply_rule_make (InterviewRoomAnswer answer,
                           gint64 proposed_at,
                           const char *note,
                           gint64 starts_at,
                           gint64 now,
                           GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (note != NULL ? note : ""));
  gboolean proposes = answer == INTERVIEW_ROOM_ANSWER_PROPOSED;

  if (proposes && !check_proposal (proposed_at, starts_at, now, error))
    return NULL;
  return g_object_new (INTERVIEW_TYPE_ROOM_REPLY, "answer", answer, "proposed-at",
                       proposes ? proposed_at : (gint64) 0, "note",
                       *stripped != '\0' ? stripped : NULL, "at", now, NULL);
}

/**
 * interview_reply_rule_after_move:
 * @reply: (nullable): what the candidate answered before
 * @starts_at: when the interview starts now
 * @now: what time it is
 *
 * Whoever gets the time that they proposed has accepted it; everybody else is asked again.
 *
 * Returns: (transfer full) (nullable): what holds for the new time, or %NULL for nothing
 */
InterviewRoomReply *
interview_reply_rule_after_move (InterviewRoomReply *reply, gint64 starts_at, gint64 now)
{
  if (reply == NULL || interview_room_reply_get_answer (reply) != INTERVIEW_ROOM_ANSWER_PROPOSED ||
      interview_room_reply_get_proposed_at (reply) != starts_at)
    return NULL;
  return g_object_new (INTERVIEW_TYPE_ROOM_REPLY, "answer", INTERVIEW_ROOM_ANSWER_ACCEPTED, "note",
                       interview_room_reply_get_note (reply), "at", now, NULL);
}
