/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/event-service.h"

#include "server/store/event-table.h"

/* Somebody who missed more than this loads everything again, which is quicker. */
#define MAX_MISSED 500

/*
 * The events of an account, for a program that comes back after a break.
 */

/**
 * interview_event_service_get_last:
 * @actor: who asks
 * @sequence: (out): the number from which on they have missed nothing
 * @error: return location
 *
 * Returns: whether the store could be read
 */
gboolean
interview_event_service_get_last (InterviewTransaction *transaction,
                                  InterviewActor *actor,
                                  gint64 *sequence,
                                  GError **error)
{
  return interview_event_table_get_last (transaction, sequence, error);
}

/**
 * interview_event_service_list_since:
 * @actor: who asks
 * @sequence: the last number that their program saw, from outside
 * @complete: (out): whether these are all that they missed; otherwise they are none, and the
 *   program has to load everything again
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewEvent): what they missed, oldest first, or %NULL
 */
GPtrArray *
interview_event_service_list_since (InterviewTransaction *transaction,
                                    InterviewActor *actor,
                                    gint64 sequence,
                                    gboolean *complete,
                                    GError **error)
{
  g_autoptr (GPtrArray) events = NULL;
  gint64 last = 0, oldest = 0;

  *complete = FALSE;
  if (!interview_event_table_get_last (transaction, &last, error) ||
      !interview_event_table_get_oldest (transaction, &oldest, error))
    return NULL;
  if (sequence < 0 || sequence > last || sequence + 1 < oldest)
    return g_ptr_array_new_with_free_func (g_object_unref);
  events = interview_event_table_list_since (transaction, interview_actor_get_person_id (actor),
                                             interview_actor_get_session_id (actor), sequence,
                                             MAX_MISSED + 1, error);
  if (events == NULL)
    return NULL;
  *complete = events->len <= MAX_MISSED;
  if (!*complete)
    g_ptr_array_set_size (events, 0);
  return g_steal_pointer (&events);
}
