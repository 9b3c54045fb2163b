/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program/staffing-changes.h"

/* A letter is a recruiter; their place is where they stand, a capital one has no place. */
static InterviewStaffing *
make_order (const char *letters)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 place = 0;

  for (const char *letter = letters; *letter != '\0'; letter++)
    {
      char id[] = { (char) g_ascii_tolower (*letter), '\0' };

      g_ptr_array_add (entries,
                       g_object_new (INTERVIEW_TYPE_STAFFING_ENTRY, "recruiter-id", id, "place",
                                     g_ascii_isupper (*letter) ? (gint64) 0 : ++place, NULL));
    }
  return g_object_new (INTERVIEW_TYPE_STAFFING, "recruiters", entries, NULL);
}

static void
test_entries (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    guint index;
    InterviewStaffingChange change;
    gint64 former_place;
  } cases[] = {
    { NULL, "ab", 0, INTERVIEW_STAFFING_CHANGE_NONE, 0 }, /* a first look marks nothing */
    { "ab", "ab", 1, INTERVIEW_STAFFING_CHANGE_NONE, 2 },
    { "ab", "ba", 0, INTERVIEW_STAFFING_CHANGE_UP, 2 },
    { "ab", "ba", 1, INTERVIEW_STAFFING_CHANGE_DOWN, 1 },
    { "ab", "abc", 2, INTERVIEW_STAFFING_CHANGE_NEW, 0 },
    { "ab", "bA", 1, INTERVIEW_STAFFING_CHANGE_OUT, 1 },
    { "bA", "ab", 0, INTERVIEW_STAFFING_CHANGE_BACK, 0 },
    { "bA", "bA", 1, INTERVIEW_STAFFING_CHANGE_NONE, 0 },
    { "", "a", 0, INTERVIEW_STAFFING_CHANGE_NEW, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InterviewStaffing) before =
          cases[i].before != NULL ? make_order (cases[i].before) : NULL;
      g_autoptr (InterviewStaffing) after = make_order (cases[i].after);
      InterviewStaffingEntry *entry =
          g_ptr_array_index (interview_staffing_get_recruiters (after), cases[i].index);
      gint64 former_place = -1;

      g_assert_cmpint (interview_staffing_changes_find_entry (before, entry, &former_place), ==,
                       cases[i].change);
      g_assert_cmpint (former_place, ==, cases[i].former_place);
    }
}

/* "xa xb yc": room and recruiter of each task; a dash is nobody. */
static InterviewStaffing *
make_tasks (const char *text)
{
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) pairs = g_strsplit (text, " ", -1);

  for (guint i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++)
    {
      char room[] = { pairs[i][0], '\0' };
      const char *recruiter = pairs[i][1] != '-' ? &pairs[i][1] : NULL;

      g_ptr_array_add (tasks,
                       g_object_new (INTERVIEW_TYPE_STAFFING_TASK, "room-id", room, "recruiter-id",
                                     recruiter, "recruiter-name", recruiter, NULL));
    }
  return g_object_new (INTERVIEW_TYPE_STAFFING, "tasks", tasks, NULL);
}

static void
test_tasks (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    guint index;
    InterviewStaffingChange change;
    const char *former_name;
  } cases[] = {
    { NULL, "xa", 0, INTERVIEW_STAFFING_CHANGE_NONE, NULL },
    { "xa", "xa", 0, INTERVIEW_STAFFING_CHANGE_NONE, NULL },
    { "xa", "xb", 0, INTERVIEW_STAFFING_CHANGE_MOVED, "a" },
    { "xa", "x-", 0, INTERVIEW_STAFFING_CHANGE_MOVED, "a" },
    { "x-", "xb", 0, INTERVIEW_STAFFING_CHANGE_MOVED, NULL },
    { "xa", "xa yb", 1, INTERVIEW_STAFFING_CHANGE_NEW, NULL },
    { "xa xb", "xa xc", 0, INTERVIEW_STAFFING_CHANGE_NONE, NULL },
    { "xa xb", "xa xc", 1, INTERVIEW_STAFFING_CHANGE_MOVED, "b" },
    { "xa", "xa xb", 1, INTERVIEW_STAFFING_CHANGE_MOVED, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InterviewStaffing) before =
          cases[i].before != NULL ? make_tasks (cases[i].before) : NULL;
      g_autoptr (InterviewStaffing) after = make_tasks (cases[i].after);
      InterviewStaffingTask *task =
          g_ptr_array_index (interview_staffing_get_tasks (after), cases[i].index);
      const char *former_name = "?";

      g_assert_cmpint (interview_staffing_changes_find_task (before, after, task, &former_name), ==,
                       cases[i].change);
      g_assert_cmpstr (former_name, ==, cases[i].former_name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/program/staffing-changes/entries", test_entries);
  g_test_add_func ("/program/staffing-changes/tasks", test_tasks);
  return g_test_run ();
}
