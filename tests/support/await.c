/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/await.h"

/*
 * Waiting for events in tests: the main context runs until something is true. There is no fixed
 * time anywhere; patience only ends a test that would hang.
 */

static gboolean
on_patience_over (gpointer data)
{
  g_error ("the event that the test waits for did not come within %d s", TEST_PATIENCE_SECONDS);
  return G_SOURCE_REMOVE;
}

/**
 * test_await:
 * @is_done: asked after each turn of the thread's main context
 * @data: passed to @is_done
 *
 * Runs the thread's main context until @is_done says so. Ends the test after
 * %TEST_PATIENCE_SECONDS.
 */
void
test_await (TestIsDone is_done, gpointer data)
{
  GMainContext *context = g_main_context_get_thread_default ();
  g_autoptr (GSource) patience = g_timeout_source_new_seconds (TEST_PATIENCE_SECONDS);

  g_source_set_callback (patience, on_patience_over, NULL, NULL);
  g_source_attach (patience, context);
  while (!is_done (data))
    g_main_context_iteration (context, TRUE);
  g_source_destroy (patience);
}

static gboolean
is_flag_set (gpointer data)
{
  return *(gboolean *) data;
}

/**
 * test_await_flag:
 * @flag: set by a callback
 *
 * Runs the thread's main context until @flag is set, then clears it for the next time.
 */
void
test_await_flag (gboolean *flag)
{
  test_await (is_flag_set, flag);
  *flag = FALSE;
}

static gboolean
is_result_there (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

/**
 * test_await_result:
 * @result: (inout): where test_keep_result() puts the result
 *
 * Returns: (transfer full): the result; @result is empty again
 */
GAsyncResult *
test_await_result (GAsyncResult **result)
{
  test_await (is_result_there, result);
  return g_steal_pointer (result);
}

/**
 * test_keep_result:
 * @data: a `GAsyncResult **`
 *
 * A #GAsyncReadyCallback for test_await_result().
 */
void
test_keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  g_assert_null (*kept);
  *kept = g_object_ref (result);
}

typedef struct
{
  GMainContext *context; /* which waits for it */
  gint reached;          /* atomic */
} Finalization;

/* In whatever thread drops the last reference. */
static void
on_finalized (gpointer data, GObject *where_the_object_was)
{
  Finalization *finalization = data;

  g_atomic_int_set (&finalization->reached, TRUE);
  g_main_context_wakeup (finalization->context);
}

static gboolean
is_finalized (gpointer data)
{
  return g_atomic_int_get (&((Finalization *) data)->reached);
}

/**
 * test_assert_finalized:
 * @object: (transfer full): an object whose last reference this should be
 *
 * Drops the reference and waits until the object is gone; a reference that an idle callback or a
 * worker thread still holds is waited for, one that stays fails the test.
 */
void
test_assert_finalized (gpointer object)
{
  Finalization finalization = { g_main_context_ref_thread_default (), FALSE };

  g_assert_true (G_IS_OBJECT (object));
  g_object_weak_ref (object, on_finalized, &finalization);
  g_object_unref (object);
  test_await (is_finalized, &finalization);
  g_main_context_unref (finalization.context);
}
