/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

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

/* Of two people one stays and the other comes back again and again. */
static void
test_joins (void)
{
  TestRoom *room = test_room_new ();
  guint threads = 0, files = 0;
  Side one, other;

  side_open (&one, room, CANDIDATE, NULL);
  side_start (&one);
  for (guint i = 0; i < CALLS; i++)
    {
      side_open (&other, room, RECRUITER, NULL);
      side_start (&other);
      sides_see (&one, &other);
      side_close (&other, INTERVIEW_PRESENCE_CAUSE_LEFT);
      while (g_list_model_get_n_items (interview_call_get_remotes (one.call)) > 0)
        g_main_context_iteration (NULL, TRUE);
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

int
main (int argc, char **argv)
{
  /* GStreamer's own accounting, of what a call is made of. */
  if (TRACED)
    g_setenv ("GST_TRACERS", "leaks(filters=\"GstWebRTCBin,GstPipeline,GstAppSrc,GstVP8Enc\")",
              TRUE);
  side_init (&argc, &argv);

  g_test_add_func ("/leaks/joins", test_joins);

  return g_test_run ();
}
