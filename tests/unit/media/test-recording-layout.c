/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/recording-layout.h"

#define WIDTH 1280
#define HEIGHT 720
#define MOST 16

static void
test_places (void)
{
  static const struct
  {
    guint index;
    guint count;
    InterviewRecordingTile tile;
  } cases[] = {
    { 0, 1, { 0, 0, 1280, 720 } },    { 0, 2, { 0, 0, 640, 720 } },
    { 1, 2, { 640, 0, 640, 720 } },   { 0, 3, { 0, 0, 640, 360 } },
    { 1, 3, { 640, 0, 640, 360 } },   { 2, 3, { 320, 360, 640, 360 } },
    { 3, 4, { 640, 360, 640, 360 } }, { 2, 5, { 852, 0, 426, 360 } },
    { 3, 5, { 214, 360, 426, 360 } }, { 4, 5, { 640, 360, 426, 360 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      InterviewRecordingTile tile =
          interview_recording_layout_place (cases[i].index, cases[i].count, WIDTH, HEIGHT);

      g_test_message ("%u of %u", cases[i].index, cases[i].count);
      g_assert_cmpint (tile.x, ==, cases[i].tile.x);
      g_assert_cmpint (tile.y, ==, cases[i].tile.y);
      g_assert_cmpint (tile.width, ==, cases[i].tile.width);
      g_assert_cmpint (tile.height, ==, cases[i].tile.height);
    }
}

static gboolean
overlap (const InterviewRecordingTile *one, const InterviewRecordingTile *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width &&
         one->y < other->y + other->height && other->y < one->y + one->height;
}

/* Whoever comes, everybody is seen whole. */
static void
test_laws (void)
{
  for (guint count = 1; count <= MOST; count++)
    for (guint i = 0; i < count; i++)
      {
        InterviewRecordingTile one = interview_recording_layout_place (i, count, WIDTH, HEIGHT);

        g_assert_cmpint (one.x, >=, 0);
        g_assert_cmpint (one.y, >=, 0);
        g_assert_cmpint (one.width, >=, 160);
        g_assert_cmpint (one.height, >=, 90);
        g_assert_cmpint (one.x + one.width, <=, WIDTH);
        g_assert_cmpint (one.y + one.height, <=, HEIGHT);
        g_assert_cmpint ((one.x | one.y | one.width | one.height) & 1, ==, 0);
        for (guint j = 0; j < i; j++)
          {
            InterviewRecordingTile other =
                interview_recording_layout_place (j, count, WIDTH, HEIGHT);

            g_assert_false (overlap (&one, &other));
          }
      }
}

/* Beside a screen nobody is hidden, however many they are. */
static void
test_beside (void)
{
  InterviewRecordingTile screen = interview_recording_layout_place_screen (WIDTH, HEIGHT);

  g_assert_cmpint (screen.width, ==, 1024);
  g_assert_cmpint (screen.height, ==, HEIGHT);
  for (guint count = 1; count <= MOST; count++)
    for (guint i = 0; i < count; i++)
      {
        InterviewRecordingTile one =
            interview_recording_layout_place_beside (i, count, WIDTH, HEIGHT);

        g_assert_false (overlap (&one, &screen));
        g_assert_cmpint (one.y, >=, 0);
        g_assert_cmpint (one.height, >=, 40);
        g_assert_cmpint (one.x + one.width, <=, WIDTH);
        g_assert_cmpint (one.y + one.height, <=, HEIGHT);
        g_assert_cmpint ((one.x | one.y | one.width | one.height) & 1, ==, 0);
        for (guint j = 0; j < i; j++)
          {
            InterviewRecordingTile other =
                interview_recording_layout_place_beside (j, count, WIDTH, HEIGHT);

            g_assert_false (overlap (&one, &other));
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/media/recording-layout/places", test_places);
  g_test_add_func ("/media/recording-layout/laws", test_laws);
  g_test_add_func ("/media/recording-layout/beside", test_beside);

  return g_test_run ();
}
