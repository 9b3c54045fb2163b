/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "media/heap.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* What is free at the end of the heap is kept up to so much, and blocks up to so much come from it:
 * bytes, the second the most that there may be. */
#define KEPT (64 * 1024 * 1024)
#define LARGEST_BLOCK (32 * 1024 * 1024)

/* Until the pools of the former pictures are gone, and those of the new ones are there. */
#define DELAY_SECONDS 3

/*
 * The C library’s memory, which is made for small blocks, and pictures. Where the processor paints,
 * each painting takes megabytes for a moment. The C library would give them back to the system each
 * time, unless something else happens to lie behind them, and get them again page by page: a fifth
 * of what a call costs. Pools of pictures of another size, on the other hand, leave tens of
 * megabytes behind which it keeps, for something small always lies behind them. So nothing is given
 * back by itself, and everything when the size of pictures has changed.
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
 * interview_heap_prepare:
 *
 * Keeps memory that is taken again and again.
 */
void
interview_heap_prepare (void)
{
#ifdef __GLIBC__
  mallopt (M_TRIM_THRESHOLD, KEPT);
  mallopt (M_MMAP_THRESHOLD, LARGEST_BLOCK);
#endif
}

/**
 * interview_heap_trim_soon:
 *
 * Gives memory that is not used back to the system in a few seconds. To be called when pictures
 * have another size; calls meanwhile are one. From any thread; the default main context has to run.
 */
void
interview_heap_trim_soon (void)
{
  if (g_atomic_int_compare_and_exchange (&planned, FALSE, TRUE))
    g_timeout_add_seconds (DELAY_SECONDS, on_due, NULL);
}
