/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/device-row.h"

#include <glib/gi18n-lib.h>

/*
 * InterviewDeviceRow lets a person choose a camera, a microphone or a speaker, and shows which one
 * is used, also when that changes by itself. Only what the person picks is a choice: what the row
 * selects because devices come and go is not.
 */
struct _InterviewDeviceRow
{
  AdwComboRow parent_instance;

  InterviewDeviceChoice *choice;
  GListStore *shown; /* a copy, so that the list selects nothing of its own accord */
  gulong selected_id;
};

G_DEFINE_FINAL_TYPE (InterviewDeviceRow, interview_device_row, ADW_TYPE_COMBO_ROW)

static void
on_selected (InterviewDeviceRow *self)
{
  InterviewDevice *device = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  if (device != NULL && self->choice != NULL)
    interview_device_choice_set_id (self->choice, interview_device_get_id (device));
}

static void
show_used (InterviewDeviceRow *self)
{
  InterviewDevice *device = interview_device_choice_get_device (self->choice);
  guint position;

  if (device == NULL || !g_list_store_find (self->shown, device, &position))
    position = GTK_INVALID_LIST_POSITION;
  g_signal_handler_block (self, self->selected_id);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), position);
  g_signal_handler_unblock (self, self->selected_id);
}

static void
show_devices (InterviewDeviceRow *self)
{
  GListModel *devices = interview_device_choice_get_devices (self->choice);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; devices != NULL && i < g_list_model_get_n_items (devices); i++)
    g_ptr_array_add (items, g_list_model_get_item (devices, i));
  g_signal_handler_block (self, self->selected_id);
  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)),
                       items->pdata, items->len);
  g_signal_handler_unblock (self, self->selected_id);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), items->len == 0 ? _ ("None found") : NULL);
  show_used (self);
}

static void
interview_device_row_dispose (GObject *object)
{
  InterviewDeviceRow *self = INTERVIEW_DEVICE_ROW (object);

  g_clear_object (&self->choice);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (interview_device_row_parent_class)->dispose (object);
}

static void
interview_device_row_class_init (InterviewDeviceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_device_row_dispose;
}

static void
interview_device_row_init (InterviewDeviceRow *self)
{
  g_autoptr (GtkExpression) name =
      gtk_property_expression_new (INTERVIEW_TYPE_DEVICE, NULL, "name");

  self->shown = g_list_store_new (INTERVIEW_TYPE_DEVICE);
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), name);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->shown));
  self->selected_id =
      g_signal_connect (self, "notify::selected-item", G_CALLBACK (on_selected), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * interview_device_row_new:
 *
 * Returns: (transfer floating): a row that is hidden until there is a choice
 */
GtkWidget *
interview_device_row_new (void)
{
  return g_object_new (INTERVIEW_TYPE_DEVICE_ROW, NULL);
}

/**
 * interview_device_row_set_choice:
 * @choice: (transfer none): what is shown and changed
 *
 * Ties the row to a choice and shows it. To be called once.
 */
void
interview_device_row_set_choice (InterviewDeviceRow *self, InterviewDeviceChoice *choice)
{
  GListModel *devices;

  g_return_if_fail (INTERVIEW_IS_DEVICE_ROW (self));
  g_return_if_fail (INTERVIEW_IS_DEVICE_CHOICE (choice));
  g_return_if_fail (self->choice == NULL);

  self->choice = g_object_ref (choice);
  devices = interview_device_choice_get_devices (choice);
  if (devices != NULL)
    g_signal_connect_object (devices, "items-changed", G_CALLBACK (show_devices), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (choice, "notify::device", G_CALLBACK (show_used), self,
                           G_CONNECT_SWAPPED);
  show_devices (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
