/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/preferences.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "program/scheme-row.h"

/**
 * interview_preferences_present:
 * @parent: (nullable): the window it belongs to
 * @settings: the program's settings
 *
 * Shows the window with the preferences. Main thread.
 */
void
interview_preferences_present (GtkWindow *parent, GSettings *settings)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  GtkWindow *window = GTK_WINDOW (adw_preferences_window_new ());

  g_return_if_fail (G_IS_SETTINGS (settings));

  adw_preferences_group_set_title (group, _ ("Appearance"));
  adw_preferences_group_add (group, interview_scheme_row_new (settings));
  adw_preferences_page_add (page, group);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_default_size (window, 420, 280);
  gtk_window_set_transient_for (window, parent);
  gtk_window_set_modal (window, parent != NULL);
  gtk_window_present (window);
}
