/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/call-state.h"

#define WAITING INTERVIEW_CALL_STATE_WAITING
#define CONNECTING INTERVIEW_CALL_STATE_CONNECTING
#define CONNECTED INTERVIEW_CALL_STATE_CONNECTED
#define RECONNECTING INTERVIEW_CALL_STATE_RECONNECTING
#define ENDED INTERVIEW_CALL_STATE_ENDED

#define APPEARED INTERVIEW_CALL_EVENT_APPEARED
#define MEDIA INTERVIEW_CALL_EVENT_MEDIA
#define SILENCE INTERVIEW_CALL_EVENT_SILENCE
#define DEPARTED INTERVIEW_CALL_EVENT_DEPARTED
#define END INTERVIEW_CALL_EVENT_END

static void
test_next (void)
{
  static const struct
  {
    InterviewCallState from;
    InterviewCallEvent event;
    InterviewCallState to;
  } cases[] = {
    { WAITING, APPEARED, CONNECTING },
    { WAITING, MEDIA, WAITING },
    { WAITING, SILENCE, WAITING },
    { WAITING, DEPARTED, WAITING },
    { CONNECTING, APPEARED, CONNECTING },
    { CONNECTING, MEDIA, CONNECTED },
    { CONNECTING, SILENCE, CONNECTING },
    { CONNECTING, DEPARTED, WAITING },
    { CONNECTED, APPEARED, CONNECTED },
    { CONNECTED, MEDIA, CONNECTED },
    { CONNECTED, SILENCE, RECONNECTING },
    { CONNECTED, DEPARTED, WAITING },
    { RECONNECTING, MEDIA, CONNECTED },
    { RECONNECTING, SILENCE, RECONNECTING },
    { RECONNECTING, APPEARED, RECONNECTING },
    { RECONNECTING, DEPARTED, WAITING },
    { WAITING, END, ENDED },
    { CONNECTING, END, ENDED },
    { CONNECTED, END, ENDED },
    { RECONNECTING, END, ENDED },
    { ENDED, APPEARED, ENDED },
    { ENDED, MEDIA, ENDED },
    { ENDED, SILENCE, ENDED },
    { ENDED, DEPARTED, ENDED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (interview_call_state_next (cases[i].from, cases[i].event), ==, cases[i].to);
}

static void
test_combine (void)
{
  /* Whoever can be talked to decides, whichever comes first. */
  static const InterviewCallState rising[] = {
    ENDED, WAITING, CONNECTING, RECONNECTING, CONNECTED,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rising); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (rising); j++)
      g_assert_cmpint (interview_call_state_combine (rising[i], rising[j]), ==, rising[MAX (i, j)]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/call-state/next", test_next);
  g_test_add_func ("/call-state/combine", test_combine);

  return g_test_run ();
}
