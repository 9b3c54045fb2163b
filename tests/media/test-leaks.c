/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <malloc.h>
#include <string.h>

#include "test-side.h"

/* The first calls load plug-ins and start thread pools that stay. */
#define WARM_UP 3

/* The address sanitizer writes down a whole stack for every block, at a tenth of the speed, and
 * does the accounting itself. */
#ifdef __SANITIZE_ADDRESS__
#define CALLS 4
#define TRACED FALSE
#else
#define CALLS 20
#define TRACED TRUE
#endif

/* GStreamer keeps idle streaming threads in a pool and ends them by and by, and GLib likewise. */
#define SPARE_THREADS 8

#define ENDURANCE_SECONDS 600

/* Caches fill for longer than the first calls. */
#define ENDURANCE_WARM_UP 20

/* What libraries keep of each call for ever, some 2.5 kB: GStreamer makes names of the numbers of
 * streams, of which each is another, and GLib keeps names; webrtcdsp keeps one or two queries of
 * the latency, 376 bytes each; GnuTLS 192 bytes of each thread that asked for a random number, as
 * the ICE of each link does. One element that stays is more than that. */
#define KEPT_OF_A_CALL (3 * 1024)
#define SPARE_HEAP (512 * 1024)
#define SPARE_MEMORY (2 * 1024 * 1024)

static guint
count_live (void)
{
  GList *tracers = gst_tracing_get_active_tracers ();
  guint count = 0;

  g_assert_nonnull (tracers);
  for (GList *link = tracers; link != NULL; link = link->next)
    {
      g_autoptr (GstStructure) live = NULL;
      const GValue *list;

      g_signal_emit_by_name (link->data, "get-live-objects", &live);
      g_assert_nonnull (live);
      list = gst_structure_get_value (live, "live-objects-list");
      count += gst_value_list_get_size (list);
    }
  g_list_free_full (tracers, gst_object_unref);

  return count;
}

/* Somebody comes, both see each other, and they leave again. */
static void
join_and_leave (TestRoom *room, Side *one)
{
  Side other;

  side_open (&other, room, RECRUITER, NULL);
  side_start (&other);
  sides_see (one, &other);
  side_close (&other, INTERVIEW_PRESENCE_CAUSE_LEFT);
  while (g_list_model_get_n_items (interview_call_get_remotes (one->call)) > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Of two people one stays and the other comes back again and again. */
static void
test_joins (void)
{
  TestRoom *room = test_room_new ();
  guint threads = 0, files = 0;
  Side one;

  side_open (&one, room, CANDIDATE, NULL);
  side_start (&one);
  for (guint i = 0; i < CALLS; i++)
    {
      join_and_leave (room, &one);
      g_test_message ("call %u: %u threads, %u files", i + 1, count_threads (), count_files ());
      if (i + 1 == WARM_UP)
        {
          threads = count_threads ();
          files = count_files ();
        }
    }

  g_test_message ("threads %u -> %u, files %u -> %u", threads, count_threads (), files,
                  count_files ());
  g_assert_cmpuint (count_threads (), <=, threads + SPARE_THREADS);
  g_assert_cmpuint (count_files (), <=, files);

  side_close (&one, INTERVIEW_PRESENCE_CAUSE_LEFT);
  g_object_unref (room);

  if (TRACED)
    g_assert_cmpuint (count_live (), ==, 0);
}

/* Bytes that this process has made for itself: the part of libraries that is shared with other
 * processes changes with these. */
static gsize
measure_memory (void)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *line;

  malloc_trim (0);
  g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, &error);
  g_assert_no_error (error);
  line = strstr (text, "\nAnonymous:");
  g_assert_nonnull (line);

  return g_ascii_strtoull (line + strlen ("\nAnonymous:"), NULL, 10) * 1024;
}

/* Bytes of the heap that somebody holds, without what lies free between them. */
static gsize
measure_heap (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

static gint64
get_endurance (void)
{
  const char *seconds = g_getenv ("INTERVIEW_ENDURANCE_SECONDS");

  return (seconds != NULL ? g_ascii_strtoll (seconds, NULL, 10) : ENDURANCE_SECONDS) *
         G_TIME_SPAN_SECOND;
}

/* As test_joins(), for as many calls as fit into the time, and looking at memory as well. */
static void
test_endurance (void)
{
  gint64 end = g_get_monotonic_time () + get_endurance ();
  TestRoom *room = test_room_new ();
  guint threads, files, calls = 0;
  gsize heap, memory, heap_now, now;
  Side one;

  side_open (&one, room, CANDIDATE, NULL);
  side_start (&one);
  for (guint i = 0; i < ENDURANCE_WARM_UP; i++)
    join_and_leave (room, &one);
  threads = count_threads ();
  files = count_files ();
  heap = measure_heap ();
  memory = measure_memory ();

  for (; g_get_monotonic_time () < end; calls++)
    join_and_leave (room, &one);
  heap_now = measure_heap ();
  now = measure_memory ();
  g_print ("# %u calls: threads %u -> %u, files %u -> %u, heap KiB %zu -> %zu, KiB %zu -> %zu\n",
           calls, threads, count_threads (), files, count_files (), heap / 1024, heap_now / 1024,
           memory / 1024, now / 1024);
  g_assert_cmpuint (count_threads (), <=, threads + SPARE_THREADS);
  g_assert_cmpuint (count_files (), <=, files);
  g_assert_cmpuint (heap_now, <=, heap + SPARE_HEAP + calls * KEPT_OF_A_CALL);
  g_assert_cmpuint (now, <=, memory + SPARE_MEMORY + calls * KEPT_OF_A_CALL);

  side_close (&one, INTERVIEW_PRESENCE_CAUSE_LEFT);
  g_object_unref (room);
  g_assert_cmpuint (count_live (), ==, 0);
}

int
main (int argc, char **argv)
{
  /* What each of many threads keeps for itself would look like growth. */
  mallopt (M_ARENA_MAX, 1);
  /* GStreamer's own accounting, of what a call is made of. */
  if (TRACED)
    g_setenv ("GST_TRACERS", "leaks(filters=\"GstElement\")", TRUE);
  side_init (&argc, &argv);

  g_test_add_func ("/leaks/joins", test_joins);
  if (g_test_slow ())
    g_test_add_func ("/leaks/endurance", test_endurance);

  return g_test_run ();
}
