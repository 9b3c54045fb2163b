/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/start.h"

#include <gst/gst.h>
#include <openssl/crypto.h>

static void
tell (void)
{
  g_print ("cleaned up\n");
}

/* OpenSSL's clean-up at the end of the process is not safe while threads end that used it. */
static void
test_no_clean_up (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GstElement) handshake = NULL;

      interview_media_start ();
      /* Its plugin starts OpenSSL. */
      handshake = gst_element_factory_make ("dtlsdec", NULL);
      g_assert_nonnull (handshake);
      g_assert_true (OPENSSL_atexit (tell));
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout_unmatched ("*cleaned up*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/start/no-clean-up", test_no_clean_up);

  return g_test_run ();
}
