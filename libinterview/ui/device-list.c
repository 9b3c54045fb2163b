/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/device-list.h"

#include <glib/gi18n-lib.h>

#include "ui/device-row.h"

#define N_KINDS (INTERVIEW_DEVICE_KIND_SPEAKER + 1)

/*
 * InterviewDeviceList lets a person choose camera, microphone and speaker. Where there is nothing
 * to choose, because something stands in for a device, its row is left out.
 */
struct _InterviewDeviceList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  InterviewDeviceRow *rows[N_KINDS];
};

G_DEFINE_FINAL_TYPE (InterviewDeviceList, interview_device_list, GTK_TYPE_WIDGET)

static const struct
{
  const char *title;
  const char *icon_name;
} kinds[N_KINDS] = {
  [INTERVIEW_DEVICE_KIND_CAMERA] = { N_ ("Camera"), "camera-web-symbolic" },
  [INTERVIEW_DEVICE_KIND_MICROPHONE] = { N_ ("Microphone"), "audio-input-microphone-symbolic" },
  [INTERVIEW_DEVICE_KIND_SPEAKER] = { N_ ("Speaker"), "audio-volume-high-symbolic" },
};

static void
interview_device_list_dispose (GObject *object)
{
  g_clear_pointer (&INTERVIEW_DEVICE_LIST (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (interview_device_list_parent_class)->dispose (object);
}

static void
interview_device_list_class_init (InterviewDeviceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_device_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
interview_device_list_init (InterviewDeviceList *self)
{
  self->box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->box), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Devices"), -1);
  gtk_widget_add_css_class (self->box, "boxed-list");
  gtk_widget_add_css_class (self->box, "device-rows");
  for (guint i = 0; i < N_KINDS; i++)
    {
      self->rows[i] = INTERVIEW_DEVICE_ROW (interview_device_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), _ (kinds[i].title));
      adw_action_row_set_icon_name (ADW_ACTION_ROW (self->rows[i]), kinds[i].icon_name);
      gtk_list_box_append (GTK_LIST_BOX (self->box), GTK_WIDGET (self->rows[i]));
    }
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * interview_device_list_new:
 *
 * Returns: (transfer floating): a list in which nothing can be chosen
 */
GtkWidget *
interview_device_list_new (void)
{
  return g_object_new (INTERVIEW_TYPE_DEVICE_LIST, NULL);
}

/**
 * interview_device_list_add:
 * @choice: (transfer none): what can be chosen; one of each kind at most
 */
void
interview_device_list_add (InterviewDeviceList *self, InterviewDeviceChoice *choice)
{
  g_return_if_fail (INTERVIEW_IS_DEVICE_LIST (self));
  g_return_if_fail (INTERVIEW_IS_DEVICE_CHOICE (choice));

  interview_device_row_set_choice (self->rows[interview_device_choice_get_kind (choice)], choice);
}
