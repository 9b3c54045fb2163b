/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "media/heap.h"
#include "support/await.h"

#define N_BLOCKS 512
#define BLOCK_SIZE ((gsize) 64 * 1024)

/* Bytes of memory that this process has. */
static gsize
get_resident (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  words = g_strsplit (text, " ", 3);

  return g_ascii_strtoull (words[1], NULL, 10) * (gsize) sysconf (_SC_PAGESIZE);
}

static gboolean
has_shrunk (gpointer data)
{
  return get_resident () < *(gsize *) data;
}

/* What is free lies before something that is in use. */
static void
test_trim (void)
{
  gpointer blocks[N_BLOCKS];
  gpointer behind;
  gsize full, awaited;

  for (guint i = 0; i < N_BLOCKS; i++)
    blocks[i] = memset (g_malloc (BLOCK_SIZE), 1, BLOCK_SIZE);
  behind = g_malloc (BLOCK_SIZE);
  full = get_resident ();
  for (guint i = 0; i < N_BLOCKS; i++)
    g_free (blocks[i]);
  awaited = full - N_BLOCKS * BLOCK_SIZE / 2;
  g_assert_cmpuint (get_resident (), >, awaited);

  interview_heap_trim_soon ();
  test_await (has_shrunk, &awaited);
  g_free (behind);
}

static glong
count_page_faults (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);

  return usage.ru_minflt;
}

/* What painting takes and frees each time, of one size, comes from the system once. */
static void
test_kept (void)
{
  const gsize size = (gsize) 1024 * 1024;
  const glong pages = (glong) size / sysconf (_SC_PAGESIZE);
  gpointer blocks[4];
  glong before;

  interview_heap_prepare ();
  before = count_page_faults ();
  for (guint i = 0; i < 100; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (blocks); j++)
        blocks[j] = memset (g_malloc (size), 1, size);
      for (guint j = 0; j < G_N_ELEMENTS (blocks); j++)
        g_free (blocks[j]);
    }
  g_assert_cmpint (count_page_faults () - before, <, 40 * pages);
}

static gboolean
on_tick (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* Who waits looks after each turn of the main context. */
  g_timeout_add (20, on_tick, NULL);
  g_test_add_func ("/heap/kept", test_kept);
  g_test_add_func ("/heap/trim", test_trim);

  return g_test_run ();
}
