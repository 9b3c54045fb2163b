/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "help-words.h"

#include <glib/gi18n.h>

#include "program/time-text.h"

/*
 * What is said of a candidate's call for help.
 */

/**
 * recruiter_help_words_get_place:
 * @place: where a candidate is stuck
 *
 * Returns: (transfer none): a line about it
 */
const char *
recruiter_help_words_get_place (InterviewHelpPlace place)
{
  switch (place)
    {
    case INTERVIEW_HELP_PLACE_WAITING:
      return _ ("Waiting for the room to open");
    case INTERVIEW_HELP_PLACE_DEVICES:
      return _ ("Stuck at the check of camera and microphone");
    case INTERVIEW_HELP_PLACE_LOBBY:
      return _ ("Stuck in the lobby");
    case INTERVIEW_HELP_PLACE_CALL:
      return _ ("Stuck in the interview");
    case INTERVIEW_HELP_PLACE_CONNECTION:
      return _ ("The program does not get a connection");
    case INTERVIEW_HELP_PLACE_ENDED:
    default:
      return _ ("Needs help after the interview");
    }
}

/**
 * recruiter_help_words_describe:
 * @help: a call for help
 *
 * Returns: (transfer full): where the candidate is stuck and what their program warns of, a line
 *   for each
 */
char *
recruiter_help_words_describe (InterviewHelp *help)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_strv_builder_add (lines, recruiter_help_words_get_place (interview_help_get_place (help)));
  if (interview_help_get_no_camera (help))
    g_strv_builder_add (lines, _ ("No camera works"));
  if (interview_help_get_no_microphone (help))
    g_strv_builder_add (lines, _ ("No microphone works"));
  if (interview_help_get_bad_network (help))
    g_strv_builder_add (lines, _ ("The connection has broken"));
  all = g_strv_builder_end (lines);
  return g_strjoinv ("\n", all);
}

/**
 * recruiter_help_words_get_state:
 * @help: a call for help
 *
 * Returns: (transfer full): how far it is, and since when
 */
char *
recruiter_help_words_get_state (InterviewHelp *help)
{
  g_autofree char *moment =
      interview_time_text_moment (interview_help_get_asked_at (help), g_get_real_time ());

  switch (interview_help_get_state (help))
    {
    case INTERVIEW_HELP_STATE_OPEN:
      /* Translators: %s is a moment such as “Today, 14:00”. */
      return g_strdup_printf (_ ("Waiting for HR since: %s"), moment);
    case INTERVIEW_HELP_STATE_ANSWERED:
      /* Translators: %s is a moment such as “Today, 14:00”. */
      return g_strdup_printf (_ ("Answered; asked: %s"), moment);
    case INTERVIEW_HELP_STATE_CLOSED:
    default:
      return g_strdup (_ ("No more help is needed"));
    }
}
