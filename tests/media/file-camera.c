/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <unistd.h>

#include "media/time-code.h"
#include "pictures.h"

/*
 * file-camera FILE WIDTH HEIGHT: a camera for a program that takes a YUV4MPEG2 file for one, as a
 * browser does. The file has one picture, which is read over and over; after each time it is
 * replaced by the next one, and the clock in it goes on all the time. So what is read has the time
 * at which it is read, as what a camera takes has. Says "ready", and ends with its input.
 */

#define CLOCK_MILLISECONDS 1

typedef struct
{
  GstVideoInfo info;
  GstBuffer *buffer;
} Sheet;

/* Maps the file, grown to hold a picture; the picture in it is written like any other. */
static gboolean
sheet_open (Sheet *self, const char *path, int width, int height)
{
  g_autofree char *head = g_strdup_printf ("YUV4MPEG2 W%d H%d F%d:1 Ip A1:1 C420\nFRAME\n", width,
                                           height, PICTURES_RATE);
  gsize offset = strlen (head);
  gsize size;
  guint8 *bytes;
  int file = open (path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  gst_video_info_set_format (&self->info, GST_VIDEO_FORMAT_I420, width, height);
  size = GST_VIDEO_INFO_SIZE (&self->info);
  if (file < 0 || ftruncate (file, offset + size) != 0)
    return FALSE;
  bytes = mmap (NULL, offset + size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close (file);
  if (bytes == MAP_FAILED)
    return FALSE;

  memcpy (bytes, head, offset);
  self->buffer = gst_buffer_new_wrapped_full (0, bytes + offset, size, 0, size, NULL, NULL);
  return TRUE;
}

static gboolean
was_read (int watch)
{
  guint8 events[4096];
  gboolean any = FALSE;

  while (read (watch, events, sizeof events) > 0)
    any = TRUE;

  return any;
}

static void
run (Sheet *sheet, Pictures *pictures, int watch)
{
  struct pollfd ends[] = { { STDIN_FILENO, POLLIN, 0 }, { watch, POLLIN, 0 } };
  GstVideoFrame frame;

  while ((ends[0].revents & (POLLIN | POLLHUP | POLLERR)) == 0)
    {
      if (!gst_video_frame_map (&frame, &sheet->info, sheet->buffer, GST_MAP_READWRITE))
        break;
      if (was_read (watch))
        pictures_next (pictures, &frame);
      interview_time_code_draw (&frame, g_get_real_time () / 1000);
      gst_video_frame_unmap (&frame);
      poll (ends, G_N_ELEMENTS (ends), CLOCK_MILLISECONDS);
    }
}

int
main (int argc, char **argv)
{
  guint64 width = 0, height = 0;
  g_autoptr (Pictures) pictures = NULL;
  Sheet sheet;
  int watch = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);

  gst_init (&argc, &argv);
  if (argc != 4 || !g_ascii_string_to_unsigned (argv[2], 10, 16, 1280, &width, NULL) ||
      !g_ascii_string_to_unsigned (argv[3], 10, 16, 720, &height, NULL))
    {
      g_printerr ("usage: file-camera FILE WIDTH HEIGHT\n");
      return EXIT_FAILURE;
    }
  pictures = pictures_new (width, height);
  if (!sheet_open (&sheet, argv[1], width, height) ||
      inotify_add_watch (watch, argv[1], IN_ACCESS) < 0)
    {
      g_printerr ("%s: %s\n", argv[1], g_strerror (errno));
      return EXIT_FAILURE;
    }
  g_print ("ready\n");
  run (&sheet, pictures, watch);
  gst_buffer_unref (sheet.buffer);

  return EXIT_SUCCESS;
}
