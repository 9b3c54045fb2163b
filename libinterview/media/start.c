/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/start.h"

#include <gst/gst.h>

/**
 * interview_media_start:
 *
 * Makes everything of this floor usable; call it before anything else of it. May be called again.
 * Main thread.
 */
void
interview_media_start (void)
{
  gst_init (NULL, NULL);
}
