/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * interview_about_present:
 * @parent: (nullable): the window it belongs to
 * @title: the program's name, translated
 * @icon_name: the program's icon
 *
 * Shows the window with version, authors and licence. Main thread.
 */
void
interview_about_present (GtkWindow *parent, const char *title, const char *icon_name)
{
  const char *developers[] = { _ ("The Interview authors"), NULL };
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about, "transient-for", parent, "modal", parent != NULL, "application-name", title,
                "application-icon", icon_name, "version", INTERVIEW_VERSION, "developer-name",
                _ ("The Interview authors"), "developers", developers, "license-type",
                GTK_LICENSE_GPL_3_0, "comments",
                _ ("Interviews over video, with what both sides want to know beside the picture."),
                /* Translators: put your name here; it is shown in the about window. */
                "translator-credits", _ ("translator-credits"), NULL);
  gtk_window_present (GTK_WINDOW (about));
}
