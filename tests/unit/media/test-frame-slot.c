/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/frame-slot.h"

static GstSample *
frame_of (guint number)
{
  g_autoptr (GstBuffer) buffer = gst_buffer_new ();

  GST_BUFFER_OFFSET (buffer) = number;
  return gst_sample_new (buffer, NULL, NULL, NULL);
}

static void
put (InterviewFrameSlot *slot, guint number)
{
  g_autoptr (GstSample) sample = frame_of (number);

  interview_frame_slot_put (slot, sample);
}

static void
on_news (InterviewFrameSlot *slot, gpointer user_data)
{
  guint *count = user_data;

  (*count)++;
}

static void
run_pending (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_newest_wins (void)
{
  g_autoptr (InterviewFrameSlot) slot = interview_frame_slot_new ();
  g_autoptr (GstSample) sample = NULL;
  guint calls = 0;

  interview_frame_slot_add_reader (slot, on_news, &calls, NULL);
  g_assert_true (interview_frame_slot_is_blank (slot));
  for (guint i = 1; i <= 5; i++)
    put (slot, i);
  run_pending ();

  g_assert_cmpuint (calls, ==, 1);
  sample = interview_frame_slot_take (slot);
  g_assert_nonnull (sample);
  g_assert_cmpuint (GST_BUFFER_OFFSET (gst_sample_get_buffer (sample)), ==, 5);
  g_assert_null (interview_frame_slot_take (slot));
  g_assert_cmpuint (interview_frame_slot_get_frames (slot), ==, 5);

  put (slot, 6);
  run_pending ();
  g_assert_cmpuint (calls, ==, 2);
}

static void
test_clear (void)
{
  g_autoptr (InterviewFrameSlot) slot = interview_frame_slot_new ();
  guint calls = 0;

  interview_frame_slot_add_reader (slot, on_news, &calls, NULL);
  put (slot, 1);
  run_pending ();
  interview_frame_slot_clear (slot);
  interview_frame_slot_clear (slot);
  run_pending ();

  g_assert_cmpuint (calls, ==, 2);
  g_assert_true (interview_frame_slot_is_blank (slot));
  g_assert_null (interview_frame_slot_take (slot));
}

static void
on_destroy (gpointer user_data)
{
  guint *count = user_data;

  (*count) += 100;
}

static void
test_late_reader (void)
{
  g_autoptr (InterviewFrameSlot) slot = interview_frame_slot_new ();
  guint first = 0, second = 0;

  put (slot, 1);
  run_pending ();
  interview_frame_slot_add_reader (slot, on_news, &first, on_destroy);
  run_pending ();
  g_assert_cmpuint (first, ==, 1);

  interview_frame_slot_add_reader (slot, on_news, &second, on_destroy);
  run_pending ();
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (second, ==, 1);

  /* The one before gets the frames again. */
  interview_frame_slot_remove_reader (slot, &second);
  g_assert_cmpuint (second, ==, 101);
  run_pending ();
  g_assert_cmpuint (first, ==, 2);
  put (slot, 2);
  run_pending ();
  g_assert_cmpuint (first, ==, 3);

  g_clear_object (&slot);
  g_assert_cmpuint (first, ==, 103);
}

/* What a reader was too busy for is told again, to whoever reads then. */
static void
test_remind (void)
{
  g_autoptr (InterviewFrameSlot) slot = interview_frame_slot_new ();
  guint busy = 0, next = 0;

  interview_frame_slot_add_reader (slot, on_news, &busy, NULL);
  put (slot, 1);
  run_pending ();
  interview_frame_slot_add_reader (slot, on_news, &next, NULL);
  run_pending ();
  interview_frame_slot_remind (slot);
  run_pending ();
  g_assert_cmpuint (busy, ==, 1);
  g_assert_cmpuint (next, ==, 2);

  gst_sample_unref (interview_frame_slot_take (slot));
  interview_frame_slot_remind (slot);
  run_pending ();
  g_assert_cmpuint (next, ==, 2);
  interview_frame_slot_clear (slot);
  run_pending ();
  interview_frame_slot_remind (slot);
  run_pending ();
  g_assert_cmpuint (next, ==, 4);
}

static gpointer
put_many (gpointer user_data)
{
  for (guint i = 0; i < 10000; i++)
    put (user_data, i);

  return NULL;
}

static void
test_threads (void)
{
  InterviewFrameSlot *slot = interview_frame_slot_new ();
  gpointer gone = slot;
  GThread *threads[4];
  guint calls = 0;

  g_object_add_weak_pointer (G_OBJECT (slot), &gone);
  interview_frame_slot_add_reader (slot, on_news, &calls, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("put", put_many, slot);
  while (interview_frame_slot_get_frames (slot) < 40000)
    {
      g_autoptr (GstSample) sample = NULL;

      g_main_context_iteration (NULL, FALSE);
      sample = interview_frame_slot_take (slot);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  run_pending ();

  g_assert_cmpuint (calls, >, 0);
  g_assert_cmpuint (calls, <=, 40000);
  g_object_unref (slot);
  g_assert_null (gone);
}

int
main (int argc, char **argv)
{
  gst_init (&argc, &argv);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/frame-slot/newest-wins", test_newest_wins);
  g_test_add_func ("/frame-slot/clear", test_clear);
  g_test_add_func ("/frame-slot/late-reader", test_late_reader);
  g_test_add_func ("/frame-slot/remind", test_remind);
  g_test_add_func ("/frame-slot/threads", test_threads);

  return g_test_run ();
}
