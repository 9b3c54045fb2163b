/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "room-words.h"

#include <glib/gi18n.h>

#include "program/time-text.h"

/*
 * What a room says about itself in a list: pure functions of the record and the present time, both
 * in microseconds since 1970 in UTC.
 */

/**
 * recruiter_room_words_get_state:
 * @room: a room
 * @now: the present time, microseconds since 1970 in UTC
 *
 * Returns: (transfer none): where the room stands, as a recruiter reads it
 */
const char *
recruiter_room_words_get_state (InterviewRoom *room, gint64 now)
{
  switch (interview_room_get_state (room))
    {
    case INTERVIEW_ROOM_STATE_WAITING:
      if (!interview_room_get_candidate_present (room))
        return _ ("A recruiter is waiting");
      return _ ("The candidate is waiting");
    case INTERVIEW_ROOM_STATE_LIVE:
      return _ ("Under way");
    case INTERVIEW_ROOM_STATE_INTERRUPTED:
      return _ ("Interrupted");
    case INTERVIEW_ROOM_STATE_ENDED:
      return _ ("Ended");
    case INTERVIEW_ROOM_STATE_MISSED:
      return _ ("Missed");
    case INTERVIEW_ROOM_STATE_CANCELLED:
      return _ ("Cancelled");
    case INTERVIEW_ROOM_STATE_SCHEDULED:
    default:
      if (recruiter_room_words_is_open (room, now))
        return _ ("Open, nobody is there yet");
      return _ ("Planned");
    }
}

/**
 * recruiter_room_words_get_answer:
 * @room: a room
 *
 * Returns: (transfer none) (nullable): what its candidate answered to the invitation, in a word or
 *   two; %NULL if nothing, or if it does not matter any more
 */
const char *
recruiter_room_words_get_answer (InterviewRoom *room)
{
  InterviewRoomReply *reply = interview_room_get_reply (room);

  if (reply == NULL || recruiter_room_words_is_over (room))
    return NULL;
  switch (interview_room_reply_get_answer (reply))
    {
    case INTERVIEW_ROOM_ANSWER_ACCEPTED:
      return _ ("Accepted");
    case INTERVIEW_ROOM_ANSWER_DECLINED:
      return _ ("Declined");
    case INTERVIEW_ROOM_ANSWER_PROPOSED:
    default:
      return _ ("Proposes another time");
    }
}

/**
 * recruiter_room_words_describe_answer:
 * @room: a room whose candidate has answered
 * @now: the present time, microseconds since 1970 in UTC
 *
 * Returns: (transfer full): the answer with the time that they propose and what they wrote
 */
char *
recruiter_room_words_describe_answer (InterviewRoom *room, gint64 now)
{
  InterviewRoomReply *reply = interview_room_get_reply (room);
  gint64 proposed_at = interview_room_reply_get_proposed_at (reply);
  const char *note = interview_room_reply_get_note (reply);
  g_autofree char *moment = proposed_at > 0 ? interview_time_text_moment (proposed_at, now) : NULL;
  g_autofree char *proposal = NULL;
  const char *answer = recruiter_room_words_get_answer (room);

  /* Translators: %s is a day and a time. */
  if (moment != NULL)
    answer = proposal = g_strdup_printf (_ ("Proposes %s"), moment);
  return g_strdup_printf ("%s%s%s", answer != NULL ? answer : "", note != NULL ? "\n" : "",
                          note != NULL ? note : "");
}

/**
 * recruiter_room_words_get_icon_name:
 * @room: a room
 *
 * Returns: (transfer none): the symbolic icon of its state
 */
const char *
recruiter_room_words_get_icon_name (InterviewRoom *room)
{
  switch (interview_room_get_state (room))
    {
    case INTERVIEW_ROOM_STATE_WAITING:
      return "avatar-default-symbolic";
    case INTERVIEW_ROOM_STATE_LIVE:
      return "camera-web-symbolic";
    case INTERVIEW_ROOM_STATE_INTERRUPTED:
      return "dialog-warning-symbolic";
    case INTERVIEW_ROOM_STATE_ENDED:
      return "object-select-symbolic";
    case INTERVIEW_ROOM_STATE_MISSED:
      return "call-missed-symbolic";
    case INTERVIEW_ROOM_STATE_CANCELLED:
      return "action-unavailable-symbolic";
    case INTERVIEW_ROOM_STATE_SCHEDULED:
    default:
      return "x-office-calendar-symbolic";
    }
}

/**
 * recruiter_room_words_needs_attention:
 * @room: a room
 *
 * Returns: whether somebody in it waits for a recruiter or has dropped out
 */
gboolean
recruiter_room_words_needs_attention (InterviewRoom *room)
{
  InterviewRoomState state = interview_room_get_state (room);

  return state == INTERVIEW_ROOM_STATE_WAITING || state == INTERVIEW_ROOM_STATE_INTERRUPTED;
}

/**
 * recruiter_room_words_is_over:
 * @room: a room
 *
 * Returns: whether nobody can come in any more
 */
gboolean
recruiter_room_words_is_over (InterviewRoom *room)
{
  return interview_room_get_state (room) >= INTERVIEW_ROOM_STATE_ENDED;
}

/**
 * recruiter_room_words_is_open:
 * @room: a room
 * @now: the present time, microseconds since 1970 in UTC
 *
 * Returns: whether the candidate can come in now
 */
gboolean
recruiter_room_words_is_open (InterviewRoom *room, gint64 now)
{
  return !recruiter_room_words_is_over (room) && now >= interview_room_get_opens_at (room);
}

/**
 * recruiter_room_words_get_hours:
 * @room: a room
 *
 * Returns: (transfer full): from when to when, in the reader's zone
 */
char *
recruiter_room_words_get_hours (InterviewRoom *room)
{
  gint64 start = interview_room_get_starts_at (room);
  gint64 length = interview_room_get_duration_minutes (room) * 60 * G_USEC_PER_SEC;
  g_autofree char *from = interview_time_text_clock (start);
  g_autofree char *to = interview_time_text_clock (start + length);

  /* Translators: from one time of day to another, "14:00–14:45". */
  return g_strdup_printf (C_ ("time", "%s–%s"), from, to);
}

/**
 * recruiter_room_words_get_recruiters:
 * @room: a room
 *
 * Returns: (transfer full): the names of its recruiters
 */
char *
recruiter_room_words_get_recruiters (InterviewRoom *room)
{
  GPtrArray *recruiters = interview_room_get_recruiters (room);
  g_autoptr (GString) names = g_string_new (NULL);
  guint i;

  for (i = 0; recruiters != NULL && i < recruiters->len; i++)
    {
      InterviewParticipant *recruiter = g_ptr_array_index (recruiters, i);

      if (i > 0)
        /* Translators: stands between the names of a list. */
        g_string_append (names, C_ ("list", ", "));
      g_string_append (names, interview_participant_get_display_name (recruiter));
    }
  if (i == 0)
    g_string_append (names, _ ("Nobody can take it yet"));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * recruiter_room_words_get_time:
 * @room: a room
 * @now: the present time, microseconds since 1970 in UTC
 *
 * Returns: (transfer full): day and hours in the reader's zone
 */
char *
recruiter_room_words_get_time (InterviewRoom *room, gint64 now)
{
  g_autofree char *day = interview_time_text_day (interview_room_get_starts_at (room), now);
  g_autofree char *hours = recruiter_room_words_get_hours (room);

  /* Translators: a day and the hours on it, “Today, 14:00–14:45”. */
  return g_strdup_printf (C_ ("time", "%s, %s"), day, hours);
}
