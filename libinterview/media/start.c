/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/start.h"

#include <gst/gst.h>
#include <openssl/crypto.h>

#include "media/heap.h"

/**
 * interview_media_start:
 *
 * Makes everything of this floor usable; call it before anything else of it, and before gst_init().
 * May be called again. Main thread.
 */
void
interview_media_start (void)
{
  /* At the end of the process OpenSSL frees what it keeps for each thread, and so does a thread
   * that ends at that moment: the streaming threads of a call that was just left do. The memory
   * goes with the process; nobody needs OpenSSL to give it back before. */
  OPENSSL_init_crypto (OPENSSL_INIT_NO_ATEXIT, NULL);
  interview_heap_prepare ();
  gst_init (NULL, NULL);
}
