/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/screen-turn.h"

#include <string.h>

/*
 * Who of several people shares their screen: whoever began last. Each beginning is a turn with a
 * number above every one heard of before, as a logical clock (Lamport, “Time, Clocks, and the
 * Ordering of Events in a Distributed System”, 1978); of two that began at once the run of the
 * program with the larger id has it. So all in the room agree without asking anybody.
 */

/**
 * interview_screen_turn_next:
 * @heard: the highest turn heard of, 0 for none
 *
 * Returns: the number of a turn that begins now
 */
gint64
interview_screen_turn_next (gint64 heard)
{
  return CLAMP (heard + 1, 1, INTERVIEW_SCREEN_TURN_LAST);
}

/**
 * interview_screen_turn_beats:
 * @turn: of one person, 0 if they do not share
 * @instance: the run of their program
 * @other_turn: of another person, 0 if they do not share
 * @other_instance: the run of their program
 *
 * Returns: whether the one’s screen is shown rather than the other’s
 */
gboolean
interview_screen_turn_beats (gint64 turn,
                             const char *instance,
                             gint64 other_turn,
                             const char *other_instance)
{
  if (turn != other_turn)
    return turn > other_turn;

  return turn > 0 && strcmp (instance, other_instance) > 0;
}
