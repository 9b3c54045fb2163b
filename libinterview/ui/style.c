/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/style.h"

#include <gtk/gtk.h>

#include "interview-ui-resources.h"

#define RESOURCE_PATH "/io/github/interview/ui"

/**
 * interview_style_load:
 * @display: the display of the program's windows
 *
 * Makes the templates, the icons and the style sheet of the shared widgets known. To be called once
 * per display, before the first of these widgets is made: in the application's `startup`.
 */
void
interview_style_load (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  g_return_if_fail (GDK_IS_DISPLAY (display));

  interview_ui_register_resource ();
  gtk_css_provider_load_from_resource (provider, RESOURCE_PATH "/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
  /* The keyboard passes values that can be copied; they are not to light up each time. */
  g_object_set (gtk_settings_get_for_display (display), "gtk-label-select-on-focus", FALSE, NULL);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    RESOURCE_PATH "/icons");
}
