/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/janus-wishes.h"

/* What may wait: the offers of a full room, with their candidates. */
#define MAX_WAITING 512

/*
 * What programs said to a media server before its room was made, or before there was somebody to
 * be seen.
 */

static void
wish_free (gpointer data)
{
  InterviewJanusWish *wish = data;

  g_free (wish->sender);
  g_object_unref (wish->signal);
  g_free (wish);
}

/**
 * interview_janus_wishes_new:
 *
 * Returns: (transfer full) (element-type InterviewJanusWish): an empty list
 */
GPtrArray *
interview_janus_wishes_new (void)
{
  return g_ptr_array_new_with_free_func (wish_free);
}

/**
 * interview_janus_wishes_add:
 * @sender: a run of a program
 * @signal: (transfer none): what it said, with a source
 *
 * Keeps it, unless there is too much: programs ask again.
 */
void
interview_janus_wishes_add (GPtrArray *wishes, const char *sender, InterviewSignal *signal)
{
  InterviewJanusWish *wish;

  if (wishes->len >= MAX_WAITING)
    return;
  wish = g_new0 (InterviewJanusWish, 1);
  wish->sender = g_strdup (sender);
  wish->signal = g_object_ref (signal);
  g_ptr_array_add (wishes, wish);
}

/**
 * interview_janus_wishes_forget:
 * @sender: a run of a program
 * @source: (nullable): of whose pictures, %NULL for all
 */
void
interview_janus_wishes_forget (GPtrArray *wishes, const char *sender, const char *source)
{
  for (guint i = wishes->len; i > 0; i--)
    {
      InterviewJanusWish *wish = g_ptr_array_index (wishes, i - 1);

      if (g_str_equal (wish->sender, sender) &&
          (source == NULL || g_str_equal (interview_signal_get_source (wish->signal), source)))
        g_ptr_array_remove_index (wishes, i - 1);
    }
}
