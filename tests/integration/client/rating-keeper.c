/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <unistd.h>

#include "client/spool.h"

/*
 * The part of a candidate's program that keeps a rating, as a process of its own that a test can
 * kill: rating-keeper SPOOL ENDPOINT RATING. It writes "kept" when the rating is on disk and
 * "delivered" when the server has it, and runs until it is killed.
 */

static void
say (const char *word)
{
  puts (word);
  fflush (stdout);
}

static void
on_delivered (InterviewSpool *spool, const char *id, gpointer user_data)
{
  say ("delivered");
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (interview_spool_add_finish (INTERVIEW_SPOOL (source), result, &error))
    say ("kept");
  else
    say (error->message);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  InterviewSpool *spool = INTERVIEW_SPOOL (source);
  char **arguments = user_data;
  g_autoptr (InterviewEndpoint) endpoint = interview_endpoint_parse (arguments[2], NULL);
  g_autoptr (InterviewRating) rating =
      interview_record_from_text (INTERVIEW_TYPE_RATING, arguments[3], -1, NULL);
  g_autoptr (GError) error = NULL;

  if (!interview_spool_open_finish (spool, result, &error))
    say (error->message);
  else
    interview_spool_add_async (spool, endpoint, INTERVIEW_RECORD (rating), NULL, on_added, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (InterviewSpool) spool = NULL;

  if (argc != 4)
    return 2;
  spool = interview_spool_new (argv[1], FALSE);
  g_signal_connect (spool, "delivered", G_CALLBACK (on_delivered), NULL);
  interview_spool_open_async (spool, NULL, on_opened, argv);
  g_main_loop_run (loop);
  return 0;
}
