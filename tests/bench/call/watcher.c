/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <glib.h>

#include <X11/Xlib.h>
#include <X11/Xutil.h>

/*
 * watcher: looks at a screen that a picture with a clock fills, and prints a line for each new
 * picture: when it was seen, and what its clock says, in milliseconds since 1970. So what is
 * measured is what a person would see, whoever painted it, and the one who paints has no part in
 * it. Ends with its input.
 */

#define LOOK_MILLISECONDS 3
#define OLDEST_MILLISECONDS (10 * 1000)
#define N_BITS 44
#define BLOCK (24 / 1280.0)

typedef struct
{
  Display *display;
  Window root;
  int width;
} Glass;

static int
brightness (XImage *row, int x)
{
  unsigned long pixel = XGetPixel (row, x, 0);

  return ((pixel & 0xff) + (pixel >> 8 & 0xff) + (pixel >> 16 & 0xff)) / 3;
}

/* The clock in the picture; 0 if there is none, or a new one is just being painted. What is painted
 * between the looks at its two rows can read as one, too, but hardly as a time just past: a screen
 * that turns from white to black in between is all ones. */
static gint64
look (Glass *screen)
{
  double block = screen->width * BLOCK;
  gint64 value = 0, now;
  XImage *rows[2];

  for (int i = 0; i < 2; i++)
    rows[i] = XGetImage (screen->display, screen->root, 0, (i + 0.5) * block, N_BITS * block, 1,
                         AllPlanes, ZPixmap);
  for (int bit = 0; bit < N_BITS && value >= 0; bit++)
    {
      int x = (bit + 0.5) * block;
      gboolean one = rows[0] != NULL && brightness (rows[0], x) > 127;
      gboolean zero = rows[1] != NULL && brightness (rows[1], x) > 127;

      if (one == zero)
        value = -1;
      else if (one)
        value |= G_GINT64_CONSTANT (1) << bit;
    }
  for (int i = 0; i < 2; i++)
    if (rows[i] != NULL)
      XDestroyImage (rows[i]);

  now = g_get_real_time () / 1000;
  return value > now - OLDEST_MILLISECONDS && value <= now ? value : 0;
}

int
main (void)
{
  Glass screen = { .display = XOpenDisplay (NULL) };
  struct pollfd input = { STDIN_FILENO, POLLIN, 0 };
  gint64 last = 0;

  if (screen.display == NULL)
    {
      g_printerr ("there is no screen to look at\n");
      return EXIT_FAILURE;
    }
  screen.root = DefaultRootWindow (screen.display);
  screen.width = DisplayWidth (screen.display, DefaultScreen (screen.display));
  setvbuf (stdout, NULL, _IOLBF, 0);
  while (poll (&input, 1, LOOK_MILLISECONDS) == 0)
    {
      gint64 code = look (&screen);

      if (code == 0 || code == last)
        continue;
      last = code;
      printf ("%.1f %" G_GINT64_FORMAT "\n", g_get_real_time () / 1000.0, code);
    }
  XCloseDisplay (screen.display);

  return EXIT_SUCCESS;
}
