/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/stay.h"

/**
 * interview_stay_copy:
 * @stay: a stay
 *
 * Returns: (transfer full): a copy with its own references
 */
InterviewStay *
interview_stay_copy (const InterviewStay *stay)
{
  InterviewStay *copy = g_memdup2 (stay, sizeof *stay);

  copy->owner = stay->owner != NULL ? g_object_ref (stay->owner) : NULL;
  copy->instance = g_strdup (stay->instance);
  copy->participant = g_object_ref (stay->participant);
  return copy;
}

/**
 * interview_stay_free:
 * @stay: (transfer full): a stay
 */
void
interview_stay_free (InterviewStay *stay)
{
  g_clear_object (&stay->owner);
  g_free (stay->instance);
  g_clear_object (&stay->participant);
  g_free (stay);
}
