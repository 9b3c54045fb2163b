/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/bandwidth.h"

/*
 * A link that is reckoned: packets stand in one queue, which holds so much time of them, and then
 * take a constant time, and a random one on top. The sender sends what it may, in pictures of
 * equal size.
 */
typedef struct
{
  guint capacity; /* bits a second */
  double loss;    /* by chance, 0 to 1 */
  gint64 delay;   /* one way, microseconds */
  gint64 jitter;  /* at most, microseconds */
  guint most;     /* what the encoder has to say, bits a second; 0 for all it may */

  gint64 now;
  gint64 free_at; /* when the queue is empty */
  GRand *random;
  InterviewBandwidth *bandwidth;
  GArray *reports;
} Link;

#define QUEUE 400000
#define PICTURE (G_USEC_PER_SEC / 30)
#define FEEDBACK 50000
#define PACKET 1100

static void
link_init (Link *link, guint capacity)
{
  *link = (Link){ .capacity = capacity, .delay = 20000, .now = 1000000000 };
  link->random = g_rand_new_with_seed (7);
  link->bandwidth = interview_bandwidth_new (900000, 30000, 2000000);
  link->reports = g_array_new (FALSE, FALSE, sizeof (InterviewPacketReport));
}

static void
link_clear (Link *link)
{
  g_rand_free (link->random);
  interview_bandwidth_free (link->bandwidth);
  g_array_unref (link->reports);
}

static void
send_packet (Link *link, gint64 sent_at)
{
  InterviewPacketReport report = { sent_at, -1, PACKET };
  gint64 begins = MAX (link->free_at, sent_at);

  if (begins - sent_at < QUEUE)
    {
      link->free_at = begins + (gint64) PACKET * 8 * G_USEC_PER_SEC / link->capacity;
      if (g_rand_double (link->random) >= link->loss)
        report.arrived_at =
            link->free_at + link->delay +
            (link->jitter > 0 ? g_rand_int_range (link->random, 0, link->jitter) : 0);
    }
  g_array_append_val (link->reports, report);
}

/* The other side reports all up to the last packet that it has; what it lacks of these is lost. */
static void
report (Link *link)
{
  const InterviewPacketReport *packets = (const InterviewPacketReport *) link->reports->data;
  gint64 then = link->now - link->delay;
  guint n = link->reports->len;

  while (n > 0 && (packets[n - 1].arrived_at < 0 || packets[n - 1].arrived_at > then))
    n--;
  interview_bandwidth_add (link->bandwidth, (InterviewPacketReport *) link->reports->data, n,
                           link->now);
  if (n > 0)
    g_array_remove_range (link->reports, 0, n);
}

/* Returns what the estimate was on average in the second half. */
static double
run (Link *link, double seconds)
{
  gint64 begin = link->now, end = begin + seconds * G_USEC_PER_SEC;
  double owed = 0, sum = 0;
  guint count = 0;
  gint64 next_picture = begin, next_report = begin;

  for (; link->now < end; link->now += 1000)
    {
      if (link->now >= next_picture)
        {
          guint rate = interview_bandwidth_get_rate (link->bandwidth);

          owed += (link->most > 0 ? MIN (rate, link->most) : rate) / 30.0 / 8;
          for (guint i = 0; owed >= PACKET; owed -= PACKET, i++)
            send_packet (link, link->now + i * 100);
          next_picture += PICTURE;
        }
      if (link->now >= next_report)
        {
          report (link);
          next_report += FEEDBACK;
          if (link->now > begin + (end - begin) / 2)
            {
              sum += interview_bandwidth_get_rate (link->bandwidth);
              count++;
            }
        }
    }

  return sum / count;
}

static void
test_finds_capacity (void)
{
  static const guint capacities[] = { 100000, 250000, 400000, 800000, 1500000 };

  for (guint i = 0; i < G_N_ELEMENTS (capacities); i++)
    {
      Link link;
      double rate;

      link_init (&link, capacities[i]);
      rate = run (&link, 40);
      g_test_message ("%u: %.0f", capacities[i], rate);
      g_assert_cmpfloat (rate, >, 0.6 * capacities[i]);
      g_assert_cmpfloat (rate, <, 1.15 * capacities[i]);
      link_clear (&link);
    }
}

static void
test_uses_a_free_link (void)
{
  Link link;

  link_init (&link, 50000000);
  run (&link, 5);
  g_assert_cmpuint (interview_bandwidth_get_rate (link.bandwidth), ==, 2000000);
  link_clear (&link);
}

static void
test_recovers_from_a_dip (void)
{
  Link link;
  double seconds = 0;

  link_init (&link, 3000000);
  run (&link, 10);
  link.capacity = 400000;
  g_assert_cmpfloat (run (&link, 20), <, 420000);
  link.capacity = 3000000;
  while (interview_bandwidth_get_rate (link.bandwidth) < 1500000)
    {
      run (&link, 0.5);
      seconds += 0.5;
      g_assert_cmpfloat (seconds, <, 12);
    }
  g_test_message ("back after %.1f s", seconds);
  link_clear (&link);
}

/* A radio link loses by chance; a call is not to starve of it. */
static void
test_bears_loss_by_chance (void)
{
  Link link;

  link_init (&link, 50000000);
  link.loss = 0.02;
  g_assert_cmpfloat (run (&link, 20), >, 1500000);
  link.loss = 0.10;
  g_assert_cmpfloat (run (&link, 20), >, 400000);
  link.loss = 0;
  run (&link, 10);
  g_assert_cmpuint (interview_bandwidth_get_rate (link.bandwidth), ==, 2000000);
  link_clear (&link);
}

static void
test_bears_jitter (void)
{
  Link link;

  link_init (&link, 50000000);
  link.delay = 100000;
  link.jitter = 30000;
  g_assert_cmpfloat (run (&link, 20), >, 1500000);
  link_clear (&link);
}

/* An encoder with little to say proves nothing of more. */
static void
test_does_not_run_ahead (void)
{
  Link link;

  link_init (&link, 50000000);
  link.most = 200000;
  run (&link, 20);
  g_assert_cmpuint (interview_bandwidth_get_rate (link.bandwidth), <=, 900000);
  link_clear (&link);
}

static void
test_measures (void)
{
  Link link;

  link_init (&link, 50000000);
  link.loss = 0.05;
  run (&link, 20);
  g_assert_cmpfloat (interview_bandwidth_get_loss (link.bandwidth), >, 0.01);
  g_assert_cmpfloat (interview_bandwidth_get_loss (link.bandwidth), <, 0.12);
  g_assert_cmpint (interview_bandwidth_get_round_trip (link.bandwidth), >, 40000);
  g_assert_cmpint (interview_bandwidth_get_round_trip (link.bandwidth), <, 120000);
  link_clear (&link);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bandwidth/finds-capacity", test_finds_capacity);
  g_test_add_func ("/bandwidth/uses-a-free-link", test_uses_a_free_link);
  g_test_add_func ("/bandwidth/recovers-from-a-dip", test_recovers_from_a_dip);
  g_test_add_func ("/bandwidth/bears-loss-by-chance", test_bears_loss_by_chance);
  g_test_add_func ("/bandwidth/bears-jitter", test_bears_jitter);
  g_test_add_func ("/bandwidth/does-not-run-ahead", test_does_not_run_ahead);
  g_test_add_func ("/bandwidth/measures", test_measures);

  return g_test_run ();
}
