/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/scheme-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* The values of the setting, in the order of the list. */
static const char *const schemes[] = { "default", "light", "dark" };

static gboolean
scheme_to_position (GValue *value, GVariant *setting, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (g_variant_get_string (setting, NULL), schemes[i]))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
position_to_scheme (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint position = g_value_get_uint (value);

  return position < G_N_ELEMENTS (schemes) ? g_variant_new_string (schemes[position]) : NULL;
}

/**
 * interview_scheme_row_new:
 * @settings: (transfer none): the program's settings
 *
 * Returns: (transfer floating): a row of a preferences group that chooses between light and dark
 */
GtkWidget *
interview_scheme_row_new (GSettings *settings)
{
  const char *names[] = { _ ("Like the System"), _ ("Light"), _ ("Dark"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);
  GtkWidget *row = adw_combo_row_new ();

  g_return_val_if_fail (G_IS_SETTINGS (settings), row);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Colors"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  g_settings_bind_with_mapping (settings, "color-scheme", row, "selected", G_SETTINGS_BIND_DEFAULT,
                                scheme_to_position, position_to_scheme, NULL, NULL);
  return row;
}
