/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/presenter.h"

#include "media/screen-turn.h"

/**
 * interview_presenter_find:
 * @remotes: (nullable): list model of #InterviewRemote
 *
 * Says which of the others shares their screen; of several it is the one whom all in the room agree
 * on (see screen-turn.c). On the main context.
 *
 * Returns: (transfer none) (nullable): that person, kept by @remotes; %NULL if nobody shares
 */
InterviewRemote *
interview_presenter_find (GListModel *remotes)
{
  guint n = remotes != NULL ? g_list_model_get_n_items (remotes) : 0;
  InterviewRemote *found = NULL;

  for (guint i = 0; i < n; i++)
    {
      /* The model keeps it. */
      g_autoptr (InterviewRemote) remote = g_list_model_get_item (remotes, i);

      if (found == NULL ? interview_remote_get_screen_turn (remote) > 0
                        : interview_screen_turn_beats (interview_remote_get_screen_turn (remote),
                                                       interview_remote_get_instance (remote),
                                                       interview_remote_get_screen_turn (found),
                                                       interview_remote_get_instance (found)))
        found = remote;
    }

  return found;
}
