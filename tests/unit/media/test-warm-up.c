/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/warm-up.h"

#include <gst/gst.h>

static void
test_complete (void)
{
  GThread *first = interview_warm_up_new ();
  GThread *second = interview_warm_up_new ();

  g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (first)), ==, 0);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (second)), ==, 0);
}

int
main (int argc, char **argv)
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/warm-up/complete", test_complete);

  return g_test_run ();
}
