/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Far above what any event needs, so that only an event that never comes fails a test. */
#define TEST_PATIENCE_SECONDS 60

typedef gboolean (*TestIsDone) (gpointer data);

void test_await (TestIsDone is_done, gpointer data);
void test_await_flag (gboolean *flag);
GAsyncResult *test_await_result (GAsyncResult **result);
void test_keep_result (GObject *source, GAsyncResult *result, gpointer data);

void test_assert_finalized (gpointer object);

/* Drops the last reference and fails if somebody else still holds one. */
#define test_clear_last(object_pointer) test_assert_finalized (g_steal_pointer (object_pointer))

G_END_DECLS
