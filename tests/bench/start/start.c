/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <X11/Xlib.h>
#include <X11/Xutil.h>

/*
 * bench-start FOLDER NAME PROGRAM [NAME PROGRAM]...: the time from exec to the first pixel of a
 * program’s window on the screen, for each program in turn. The root window has a colour that no
 * program draws; the first look that finds another one in the middle of the screen ends the time.
 * The programs take turns, so that what else the machine does meets them all alike.
 */

#define RUNS 11
#define GIVE_UP (20 * G_USEC_PER_SEC)
#define LOOK_EVERY 1000 /* microseconds */
#define ROOT_COLOR 0xff00ffUL

typedef struct
{
  const char *name;
  const char *path;
  double times[RUNS];
} Subject;

static gboolean
is_covered (Display *display)
{
  int screen = DefaultScreen (display);
  XImage *image =
      XGetImage (display, RootWindow (display, screen), DisplayWidth (display, screen) / 2,
                 DisplayHeight (display, screen) / 2, 1, 1, AllPlanes, ZPixmap);
  gboolean covered = image != NULL && (XGetPixel (image, 0, 0) & 0xffffff) != ROOT_COLOR;

  if (image != NULL)
    XDestroyImage (image);

  return covered;
}

static gboolean
wait_until (Display *display, gboolean covered)
{
  gint64 end = g_get_monotonic_time () + GIVE_UP;

  while (is_covered (display) != covered)
    {
      if (g_get_monotonic_time () > end)
        return FALSE;
      g_usleep (LOOK_EVERY);
    }

  return TRUE;
}

/* Milliseconds, or a negative number if no window came. */
static double
start_once (Display *display, const Subject *subject)
{
  const char *const arguments[] = { subject->path, "--profile", "bench", "--test-source", NULL };
  const char *const bare[] = { subject->path, NULL };
  g_autoptr (GError) error = NULL;
  gint64 began;
  double taken = -1;
  GPid pid;
  int status;

  began = g_get_monotonic_time ();
  if (!g_spawn_async (NULL, (char **) (g_str_equal (subject->name, "bare") ? bare : arguments),
                      NULL,
                      G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL |
                          G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &pid, &error))
    {
      g_printerr ("%s\n", error->message);
      return taken;
    }
  if (wait_until (display, TRUE))
    taken = (g_get_monotonic_time () - began) / 1000.0;
  kill (pid, SIGKILL);
  waitpid (pid, &status, 0);
  g_spawn_close_pid (pid);
  if (!wait_until (display, FALSE))
    taken = -1;

  return taken;
}

static int
compare (gconstpointer one, gconstpointer other)
{
  double difference = *(const double *) one - *(const double *) other;

  return difference < 0 ? -1 : difference > 0;
}

static gboolean
measure (Display *display, Subject *subjects, guint n_subjects)
{
  for (guint run = 0; run < RUNS; run++)
    for (guint i = 0; i < n_subjects; i++)
      {
        subjects[i].times[run] = start_once (display, &subjects[i]);
        if (subjects[i].times[run] < 0)
          {
            g_printerr ("%s drew no window\n", subjects[i].name);
            return FALSE;
          }
      }

  return TRUE;
}

static gboolean
report (const char *folder, Subject *subjects, guint n_subjects)
{
  g_autoptr (GString) json = g_string_new ("{\n  \"benchmark\": \"start\",\n  \"results\": [");
  g_autofree char *path = g_build_filename (folder, "start.json", NULL);
  g_autoptr (GError) error = NULL;
  double base = 0;

  g_print ("start: from exec to the first pixel of the window, ms, of %d starts\n\n", RUNS);
  g_print ("%-16s %8s %8s %8s %8s\n", "program", "first", "p50", "max", "ratio");
  for (guint i = 0; i < n_subjects; i++)
    {
      double first = subjects[i].times[0];
      double *times = subjects[i].times;

      qsort (times, RUNS, sizeof *times, compare);
      if (i == 0)
        base = times[RUNS / 2];
      g_print ("%-16s %8.0f %8.0f %8.0f %8.2f\n", subjects[i].name, first, times[RUNS / 2],
               times[RUNS - 1], times[RUNS / 2] / base);
      g_string_append_printf (json,
                              "%s\n    {\"program\": \"%s\", \"first_ms\": %.1f, \"p50_ms\": %.1f, "
                              "\"max_ms\": %.1f, \"ratio\": %.3f}",
                              i > 0 ? "," : "", subjects[i].name, first, times[RUNS / 2],
                              times[RUNS - 1], times[RUNS / 2] / base);
    }
  g_string_append (json, "\n  ]\n}\n");
  g_mkdir_with_parents (folder, 0755);
  if (!g_file_set_contents (path, json->str, -1, &error))
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }

  return TRUE;
}

int
main (int argc, char **argv)
{
  Display *display = XOpenDisplay (NULL);
  guint n_subjects = argc > 2 ? (argc - 2) / 2 : 0;
  g_autofree Subject *subjects = g_new0 (Subject, n_subjects);
  gboolean done;

  if (display == NULL || n_subjects == 0)
    {
      g_printerr ("usage, on a display: bench-start FOLDER NAME PROGRAM [NAME PROGRAM]...\n");
      return EXIT_FAILURE;
    }
  for (guint i = 0; i < n_subjects; i++)
    {
      subjects[i].name = argv[2 + 2 * i];
      subjects[i].path = argv[3 + 2 * i];
    }
  XSetWindowBackground (display, DefaultRootWindow (display), ROOT_COLOR);
  XClearWindow (display, DefaultRootWindow (display));
  XSync (display, False);
  done = measure (display, subjects, n_subjects) && report (argv[1], subjects, n_subjects);
  XCloseDisplay (display);

  return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
