/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "media/device-choice.h"
#include "told-device.h"

typedef struct
{
  GListStore *devices;
  InterviewDeviceChoice *choice;
  guint opened;
  guint moved;
  char *left; /* the device from which it moved last */
} Setting;

static void
on_device (Setting *setting)
{
  setting->opened++;
}

static void
on_moved (Setting *setting, InterviewDevice *former)
{
  setting->moved++;
  g_free (setting->left);
  setting->left = former != NULL ? g_strdup (interview_device_get_id (former)) : NULL;
}

static void
set_up (Setting *setting, gconstpointer data)
{
  setting->devices = g_list_store_new (INTERVIEW_TYPE_DEVICE);
  setting->choice = interview_device_choice_new (INTERVIEW_DEVICE_KIND_MICROPHONE,
                                                 G_LIST_MODEL (setting->devices));
  g_signal_connect_swapped (setting->choice, "notify::device", G_CALLBACK (on_device), setting);
  g_signal_connect_swapped (setting->choice, "moved", G_CALLBACK (on_moved), setting);
}

static void
tear_down (Setting *setting, gconstpointer data)
{
  g_assert_finalize_object (setting->choice);
  g_assert_finalize_object (setting->devices);
  g_free (setting->left);
}

/* The serial number is new each time that something is plugged in. */
static InterviewDevice *
tell (const char *id, guint serial, gboolean preferred)
{
  g_autofree char *details = g_strdup_printf (
      "pulse-proplist, node.name=%s, object.serial=(string)%u, is-default=(boolean)%s", id, serial,
      preferred ? "true" : "false");

  return told_device_new ("Audio/Source", details);
}

static void
plug (Setting *setting, const char *id, gboolean preferred)
{
  static guint serial;
  g_autoptr (InterviewDevice) device = tell (id, ++serial, preferred);

  g_list_store_append (setting->devices, device);
}

static guint
find (Setting *setting, const char *id)
{
  for (guint i = 0;; i++)
    {
      g_autoptr (InterviewDevice) device =
          g_list_model_get_item (G_LIST_MODEL (setting->devices), i);

      g_assert_nonnull (device);
      if (g_str_equal (interview_device_get_id (device), id))
        return i;
    }
}

static void
unplug (Setting *setting, const char *id)
{
  g_list_store_remove (setting->devices, find (setting, id));
}

static void
assert_used (Setting *setting, const char *id)
{
  InterviewDevice *device = interview_device_choice_get_device (setting->choice);

  g_assert_cmpstr (device != NULL ? interview_device_get_id (device) : NULL, ==, id);
}

/* Nothing that is plugged in later takes over; what was unplugged comes back. */
static void
test_unchosen (Setting *setting, gconstpointer data)
{
  assert_used (setting, NULL);
  plug (setting, "a", FALSE);
  assert_used (setting, "a");
  g_assert_cmpuint (setting->moved, ==, 1);
  g_assert_null (setting->left);
  plug (setting, "b", FALSE);
  assert_used (setting, "a");
  g_assert_cmpuint (setting->opened, ==, 1);

  unplug (setting, "a");
  assert_used (setting, "b");
  g_assert_cmpstr (setting->left, ==, "a");
  plug (setting, "a", FALSE);
  assert_used (setting, "a");
  unplug (setting, "a");
  unplug (setting, "b");
  assert_used (setting, NULL);
  g_assert_cmpstr (setting->left, ==, "b");
  g_assert_cmpstr (interview_device_choice_get_id (setting->choice), ==, "");
}

static void
test_preferred (Setting *setting, gconstpointer data)
{
  plug (setting, "a", FALSE);
  plug (setting, "b", TRUE);
  assert_used (setting, "b");
  plug (setting, "c", FALSE);
  assert_used (setting, "b");
  unplug (setting, "b");
  assert_used (setting, "a");
}

/* A choice holds over whatever is plugged in and out, and for a device that is not there yet. */
static void
test_chosen (Setting *setting, gconstpointer data)
{
  interview_device_choice_set_id (setting->choice, "b");
  plug (setting, "a", TRUE);
  assert_used (setting, "a");
  plug (setting, "b", FALSE);
  assert_used (setting, "b");
  unplug (setting, "b");
  assert_used (setting, "a");
  g_assert_cmpstr (interview_device_choice_get_id (setting->choice), ==, "b");
  plug (setting, "b", FALSE);
  assert_used (setting, "b");

  setting->moved = 0;
  interview_device_choice_set_id (setting->choice, "a");
  assert_used (setting, "a");
  interview_device_choice_set_id (setting->choice, NULL);
  assert_used (setting, "a");
  g_assert_cmpuint (setting->moved, ==, 0);
}

/* Another word of a device that stays plugged in opens nothing again. */
static void
test_changed (Setting *setting, gconstpointer data)
{
  g_autoptr (InterviewDevice) before = tell ("a", 1000, FALSE);
  g_autoptr (InterviewDevice) after = tell ("a", 1000, TRUE);
  g_autoptr (InterviewDevice) again = tell ("a", 1001, TRUE);

  g_list_store_append (setting->devices, before);
  g_assert_cmpuint (setting->opened, ==, 1);
  g_list_store_splice (setting->devices, 0, 1, (gpointer *) &after, 1);
  g_assert_cmpuint (setting->opened, ==, 1);
  g_assert_true (interview_device_choice_get_device (setting->choice) == after);
  g_list_store_splice (setting->devices, 0, 1, (gpointer *) &again, 1);
  g_assert_cmpuint (setting->opened, ==, 2);
}

static void
add (const char *path, void (*test) (Setting *setting, gconstpointer data))
{
  g_test_add (path, Setting, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gst_init (&argc, &argv);
  add ("/device-choice/unchosen", test_unchosen);
  add ("/device-choice/preferred", test_preferred);
  add ("/device-choice/chosen", test_chosen);
  add ("/device-choice/changed", test_changed);

  return g_test_run ();
}
