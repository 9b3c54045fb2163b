/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Milliseconds. A restarted server is back in about a second; after minutes nobody waits at the
 * window, and a thousand programs must not come all at once. */
#define INTERVIEW_BACKOFF_FIRST 400
#define INTERVIEW_BACKOFF_LONGEST 8000

guint interview_backoff_delay (guint attempt, guint first, guint longest, double random);

G_END_DECLS
