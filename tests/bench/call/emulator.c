/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <glib.h>

/*
 * emulator: a cable between two network interfaces that delays, loses and queues packets as a real
 * way does. Makes two TUN devices and prints their names, one a line, for somebody to move into
 * namespaces; then each line of its input sets what the cable is like, in both directions:
 *
 *   DELAY JITTER LOSS RATE QUEUE
 *
 * in milliseconds, milliseconds to either side, percent, kbit/s (0: any), and the longest queue in
 * milliseconds. Packets keep their order, as they do on one way. Ends with its input. Chance is
 * the same in each run.
 */

#define LARGEST_PACKET 2048
#define NANOSECONDS 1000000000LL
#define PER_MILLISECOND 1000000.0
#define LONGEST_WAIT (50 * 1000000LL)

typedef struct
{
  gint64 due;
  gsize size;
  guint8 bytes[LARGEST_PACKET];
} Packet;

typedef struct
{
  double delay;
  double jitter;
  double loss;
  double rate;
  double queue;
} Manner;

/* One direction: from a device to the other one. */
typedef struct
{
  int from;
  int to;
  GQueue packets;
  gint64 sent_until; /* when what came so far has left at the rate of the link */
  gint64 last_due;
  guint64 taken;
  guint64 lost;
  guint64 overflowed;
} Way;

static gint64
now_nanoseconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return time.tv_sec * NANOSECONDS + time.tv_nsec;
}

static int
make_device (void)
{
  struct ifreq request = { .ifr_flags = IFF_TUN | IFF_NO_PI };
  int device = open ("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);

  g_strlcpy (request.ifr_name, "ivcable%d", IFNAMSIZ);
  if (device < 0 || ioctl (device, TUNSETIFF, &request) < 0)
    {
      g_printerr ("no network device can be made: %s\n", g_strerror (errno));
      exit (77);
    }
  g_print ("%s\n", request.ifr_name);

  return device;
}

/* When a packet that comes now is at the other end; -1 if it never is. */
static gint64
way_schedule (Way *self, const Manner *manner, GRand *chance, gsize size, gint64 now)
{
  gint64 leaves = MAX (self->sent_until, now);
  gint64 due;

  self->taken++;
  if (g_rand_double (chance) * 100 < manner->loss)
    {
      self->lost++;
      return -1;
    }
  if (manner->rate > 0)
    {
      if (leaves - now > manner->queue * PER_MILLISECOND)
        {
          self->overflowed++;
          return -1;
        }
      leaves += size * 8 * PER_MILLISECOND / manner->rate;
      self->sent_until = leaves;
    }
  due = leaves +
        (manner->delay + manner->jitter * g_rand_double_range (chance, -1, 1)) * PER_MILLISECOND;
  self->last_due = MAX (self->last_due, due);

  return self->last_due;
}

static void
way_take (Way *self, const Manner *manner, GRand *chance, gint64 now)
{
  guint8 bytes[LARGEST_PACKET];
  gssize size;

  while ((size = read (self->from, bytes, sizeof bytes)) > 0)
    {
      gint64 due = way_schedule (self, manner, chance, size, now);
      Packet *packet;

      if (due < 0)
        continue;
      packet = g_new (Packet, 1);
      packet->due = due;
      packet->size = size;
      memcpy (packet->bytes, bytes, size);
      g_queue_push_tail (&self->packets, packet);
    }
}

/* Returns how long until the next packet is due, at most LONGEST_WAIT. */
static gint64
way_deliver (Way *self, gint64 now)
{
  Packet *packet;

  while ((packet = g_queue_peek_head (&self->packets)) != NULL && packet->due <= now)
    {
      /* A device that is not up yet, or full, loses it as a real one does. */
      if (write (self->to, packet->bytes, packet->size) < 0)
        self->overflowed++;
      g_free (g_queue_pop_head (&self->packets));
    }

  return packet != NULL ? MIN (packet->due - now, LONGEST_WAIT) : LONGEST_WAIT;
}

static gboolean
read_manner (Manner *manner)
{
  char line[256];
  Manner read_one;

  if (fgets (line, sizeof line, stdin) == NULL)
    return FALSE;
  if (sscanf (line, "%lf %lf %lf %lf %lf", &read_one.delay, &read_one.jitter, &read_one.loss,
              &read_one.rate, &read_one.queue) == 5)
    *manner = read_one;

  return TRUE;
}

int
main (void)
{
  int devices[] = { make_device (), make_device () };
  Way ways[] = {
    { .from = devices[0], .to = devices[1], .packets = G_QUEUE_INIT },
    { .from = devices[1], .to = devices[0], .packets = G_QUEUE_INIT },
  };
  Manner manner = { 0 };
  g_autoptr (GRand) chance = g_rand_new_with_seed (4);
  gint64 wait = LONGEST_WAIT;

  setvbuf (stdin, NULL, _IONBF, 0);
  fflush (stdout);
  for (;;)
    {
      struct pollfd ends[] = { { devices[0], POLLIN, 0 },
                               { devices[1], POLLIN, 0 },
                               { STDIN_FILENO, POLLIN, 0 } };
      struct timespec longest = { 0, MAX (wait, 0) };

      ppoll (ends, G_N_ELEMENTS (ends), &longest, NULL);
      if (ends[2].revents != 0 && !read_manner (&manner))
        break;
      wait = LONGEST_WAIT;
      for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
        {
          way_take (&ways[i], &manner, chance, now_nanoseconds ());
          wait = MIN (wait, way_deliver (&ways[i], now_nanoseconds ()));
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    g_queue_clear_full (&ways[i].packets, g_free);

  return EXIT_SUCCESS;
}
