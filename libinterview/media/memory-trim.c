/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/memory-trim.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Until the pools of the former pictures are gone, and those of the new ones are there. */
#define DELAY_SECONDS 3

/*
 * Pools of pictures of another size leave tens of megabytes behind which the C library keeps: it
 * gives back what is free at the end of a heap, and something small in use is always behind them.
 * So it is asked to give back all of it, now and then.
 */

static gint planned; /* atomic */

#ifdef __GLIBC__
static gpointer
run_trim (gpointer data)
{
  malloc_trim (0);

  return NULL;
}
#endif

static gboolean
on_due (gpointer data)
{
  g_atomic_int_set (&planned, FALSE);
#ifdef __GLIBC__
  /* It takes milliseconds. */
  g_thread_unref (g_thread_new ("trim", run_trim, NULL));
#endif

  return G_SOURCE_REMOVE;
}

/**
 * interview_memory_trim_soon:
 *
 * Gives memory that is not used back to the system in a few seconds. To be called when pictures
 * have another size; calls meanwhile are one. From any thread; the default main context has to run.
 */
void
interview_memory_trim_soon (void)
{
  if (g_atomic_int_compare_and_exchange (&planned, FALSE, TRUE))
    g_timeout_add_seconds (DELAY_SECONDS, on_due, NULL);
}
