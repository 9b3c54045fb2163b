/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/presenter.h"

#include "media/remote-private.h"

static void
add (GListStore *remotes, const char *instance, gint64 turn)
{
  g_autoptr (InterviewRemote) remote = interview_remote_new (instance, NULL);

  interview_remote_set_screen (remote, turn);
  g_list_store_append (remotes, remote);
}

static void
assert_presenter (GListStore *remotes, const char *instance)
{
  InterviewRemote *presenter = interview_presenter_find (G_LIST_MODEL (remotes));

  g_assert_cmpstr (presenter != NULL ? interview_remote_get_instance (presenter) : NULL, ==,
                   instance);
}

static void
test_nobody (void)
{
  g_autoptr (GListStore) remotes = g_list_store_new (INTERVIEW_TYPE_REMOTE);

  g_assert_null (interview_presenter_find (NULL));
  assert_presenter (remotes, NULL);
  add (remotes, "a", 0);
  add (remotes, "b", 0);
  assert_presenter (remotes, NULL);
}

static void
test_one (void)
{
  g_autoptr (GListStore) remotes = g_list_store_new (INTERVIEW_TYPE_REMOTE);

  add (remotes, "a", 0);
  add (remotes, "b", 3);
  add (remotes, "c", 0);
  assert_presenter (remotes, "b");
  g_list_store_remove (remotes, 1);
  assert_presenter (remotes, NULL);
}

/* Who began last, wherever in the list; of two at once the larger instance. */
static void
test_several (void)
{
  g_autoptr (GListStore) remotes = g_list_store_new (INTERVIEW_TYPE_REMOTE);

  add (remotes, "c", 1);
  add (remotes, "a", 4);
  add (remotes, "b", 4);
  add (remotes, "d", 2);
  assert_presenter (remotes, "b");
  g_list_store_remove (remotes, 2);
  assert_presenter (remotes, "a");
  g_list_store_remove (remotes, 1);
  assert_presenter (remotes, "d");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/media/presenter/nobody", test_nobody);
  g_test_add_func ("/media/presenter/one", test_one);
  g_test_add_func ("/media/presenter/several", test_several);

  return g_test_run ();
}
