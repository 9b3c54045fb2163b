/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>

#include <glib/gstdio.h>
#include <sys/resource.h>

#include "media/time-code.h"
#include "test-side.h"

/*
 * How long from the click to the first moving picture, how old the pictures are, how many come and
 * what they cost. Both ends are in this process, and the one that is clicked offers or answers as
 * it comes; the other waits in the room with its preview running, as people do.
 */

#define CANDIDATE "bbbbbbbbbbbbbbbbbbbbbbbbbb"
#define RECRUITER "cccccccccccccccccccccccccc"
#define RUNS 12
#define SECONDS 6

typedef struct
{
  const char *name;
  int width;
  int height;
} Size;

static const Size sizes[] = {
  { "640x360", 640, 360 },
  { "1280x720", 1280, 720 },
};

typedef struct
{
  guint count;
  double values[8192];
} Series;

typedef struct
{
  Series *ages;
  guint frames;
} Watch;

static int
compare (gconstpointer one, gconstpointer other)
{
  double difference = *(const double *) one - *(const double *) other;

  return difference < 0 ? -1 : difference > 0;
}

static void
add (Series *series, double value)
{
  if (series->count < G_N_ELEMENTS (series->values))
    series->values[series->count++] = value;
}

static double
percentile (Series *series, double share)
{
  if (series->count == 0)
    return 0;

  qsort (series->values, series->count, sizeof (double), compare);
  return series->values[MIN ((guint) (series->count * share), series->count - 1)];
}

static double
cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void
on_aged_frame (InterviewFrameSlot *slot, gpointer user_data)
{
  Watch *watch = user_data;
  g_autoptr (GstSample) sample = interview_frame_slot_take (slot);
  GstVideoInfo info;
  GstVideoFrame frame;
  gint64 code;

  if (sample == NULL || !gst_video_info_from_caps (&info, gst_sample_get_caps (sample)) ||
      !gst_video_frame_map (&frame, &info, gst_sample_get_buffer (sample), GST_MAP_READ))
    return;
  watch->frames++;
  if (interview_time_code_read (&frame, &code))
    add (watch->ages, g_get_real_time () / 1000.0 - code);
  gst_video_frame_unmap (&frame);
}

static gboolean
moves (gpointer data)
{
  Side *side = data;

  return side->other.codes >= 2;
}

static double
click (Side *side, Side *waiting, TestRoom *room, const Size *size, const char *person)
{
  gint64 clicked;

  side_open (side, room, person, NULL);
  interview_source_factory_set_test_picture (side->factory, size->width, size->height, 30);
  interview_capture_start (side->capture);
  while (side->own.codes < 5)
    g_main_context_iteration (NULL, TRUE);

  clicked = g_get_monotonic_time ();
  interview_call_start (side->call);
  if (waiting == NULL)
    return 0;
  wait_for (moves, side, "the picture");

  return (g_get_monotonic_time () - clicked) / 1000.0;
}

static void
measure (const Size *size, GString *json)
{
  TestRoom *room = test_room_new ();
  g_autofree Series *clicks = g_new0 (Series, 1);
  g_autofree Series *ages = g_new0 (Series, 1);
  Watch watch = { .ages = ages };
  Side waiting, clicking;
  double cold = 0, cpu, rate;
  gint64 began;

  click (&waiting, NULL, room, size, RECRUITER);
  for (guint run = 0; run < RUNS; run++)
    {
      double time = click (&clicking, &waiting, room, size, CANDIDATE);

      if (run == 0)
        cold = time;
      else
        add (clicks, time);
      if (run + 1 == RUNS)
        break;
      side_close (&clicking, INTERVIEW_PRESENCE_CAUSE_LEFT);
    }

  run_for (1000);
  interview_frame_slot_add_reader (clicking.other.slot, on_aged_frame, &watch, NULL);
  began = g_get_monotonic_time ();
  cpu = cpu_seconds ();
  run_for (SECONDS * 1000);
  cpu = (cpu_seconds () - cpu) / ((g_get_monotonic_time () - began) / 1e6) * 100;
  rate = watch.frames / ((g_get_monotonic_time () - began) / 1e6);

  g_print ("%-10s %8.0f %8.0f %8.0f %8.0f %8.0f %8.0f %8.1f %8.0f\n", size->name, cold,
           percentile (clicks, 0.5), percentile (clicks, 0.95), percentile (clicks, 1),
           percentile (ages, 0.5), percentile (ages, 0.95), rate, cpu / 2);
  g_string_append_printf (
      json,
      "%s    {\"size\": \"%s\", \"first_run_ms\": %.1f, \"click_to_picture_p50_ms\": %.1f, "
      "\"click_to_picture_p95_ms\": %.1f, \"click_to_picture_max_ms\": %.1f, "
      "\"picture_age_p50_ms\": %.1f, \"picture_age_p95_ms\": %.1f, \"frames_per_second\": %.2f, "
      "\"cpu_percent_per_side\": %.1f, \"runs\": %d}",
      json->len > 0 ? ",\n" : "", size->name, cold, percentile (clicks, 0.5),
      percentile (clicks, 0.95), percentile (clicks, 1), percentile (ages, 0.5),
      percentile (ages, 0.95), rate, cpu / 2, RUNS - 1);

  side_close (&clicking, INTERVIEW_PRESENCE_CAUSE_LEFT);
  side_close (&waiting, INTERVIEW_PRESENCE_CAUSE_LEFT);
  g_object_unref (room);
}

int
main (int argc, char **argv)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  gst_init (&argc, &argv);
  g_print ("call: from the click to the first moving picture, ms; age of the pictures shown, ms;\n"
           "pictures a second; CPU of each side, percent of one core\n\n");
  g_print ("%-10s %8s %8s %8s %8s %8s %8s %8s %8s\n", "size", "first", "p50", "p95", "max",
           "age p50", "age p95", "fps", "cpu");
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (&sizes[i], json);

  if (argc < 2)
    return EXIT_SUCCESS;
  g_mkdir_with_parents (argv[1], 0755);
  path = g_build_filename (argv[1], "call.json", NULL);
  text =
      g_strdup_printf ("{\n  \"benchmark\": \"call\",\n  \"results\": [\n%s\n  ]\n}\n", json->str);
  if (!g_file_set_contents (path, text, -1, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  return EXIT_SUCCESS;
}
