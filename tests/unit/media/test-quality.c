/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/quality.h"

static void
test_size_goes_before_rate (void)
{
  InterviewQuality last = interview_quality_choose (G_MAXUINT, NULL);

  g_assert_cmpuint (last.lines, ==, 720);
  g_assert_cmpuint (last.frame_rate, ==, 30);
  for (guint bitrate = 2000000; bitrate > 1000; bitrate -= 1000)
    {
      InterviewQuality quality = interview_quality_choose (bitrate, &last);

      g_assert_cmpuint (quality.lines, <=, last.lines);
      g_assert_cmpuint (quality.frame_rate, <=, last.frame_rate);
      if (quality.lines > 180)
        g_assert_cmpuint (quality.frame_rate, ==, 30);
      last = quality;
    }
  g_assert_cmpuint (last.lines, ==, 180);
  g_assert_cmpuint (last.frame_rate, ==, 8);
}

/* At no bit rate does it change to and fro. */
static void
test_does_not_swing (void)
{
  for (guint bitrate = 10000; bitrate < 2000000; bitrate += 7000)
    {
      InterviewQuality low = interview_quality_choose (1, NULL);
      InterviewQuality first = interview_quality_choose (bitrate, &low);
      InterviewQuality again = interview_quality_choose (bitrate * 9 / 10, &first);
      InterviewQuality back = interview_quality_choose (bitrate, &again);

      g_assert_cmpuint (again.lines * again.frame_rate, ==, first.lines * first.frame_rate);
      g_assert_cmpuint (back.lines * back.frame_rate, ==, first.lines * first.frame_rate);
    }
}

static void
test_most (void)
{
  InterviewQuality quality = { 720, 30 };

  g_assert_cmpuint (interview_quality_get_most (quality, 640, 360), ==, 691200);
  g_assert_cmpuint (interview_quality_get_most (quality, 160, 90), ==, 300000);
}

static void
test_limit (void)
{
  InterviewQuality large = { 720, 30 }, small = { 180, 15 };

  g_assert_cmpuint (interview_quality_limit (large, 0).lines, ==, 720);
  g_assert_cmpuint (interview_quality_limit (large, 1).lines, ==, 540);
  g_assert_cmpuint (interview_quality_limit (large, 2).lines, ==, 360);
  g_assert_cmpuint (interview_quality_limit (large, 2).frame_rate, ==, 30);
  g_assert_cmpuint (interview_quality_limit (small, 2).lines, ==, 180);
  g_assert_cmpuint (interview_quality_limit (small, 2).frame_rate, ==, 15);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quality/size-goes-before-rate", test_size_goes_before_rate);
  g_test_add_func ("/quality/does-not-swing", test_does_not_swing);
  g_test_add_func ("/quality/most", test_most);
  g_test_add_func ("/quality/limit", test_limit);

  return g_test_run ();
}
