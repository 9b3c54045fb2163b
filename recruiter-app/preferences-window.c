/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "preferences-window.h"

#include <glib/gi18n.h>

#include "program/autostart.h"
#include "program/scheme-row.h"

/*
 * RecruiterPreferencesWindow changes what a person sets once. Everything lies in the profile's
 * settings and takes effect at once.
 */
struct _RecruiterPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  InterviewProfile *profile;

  AdwPreferencesGroup *appearance;
  GtkSwitch *background;
  GtkSwitch *autostart;
  AdwActionRow *autostart_row;
};

G_DEFINE_FINAL_TYPE (RecruiterPreferencesWindow,
                     recruiter_preferences_window,
                     ADW_TYPE_PREFERENCES_WINDOW)

/* What the switch says is what lies in the folder, whatever was tried. */
static void
on_autostart (RecruiterPreferencesWindow *self)
{
  gboolean wanted = gtk_switch_get_active (self->autostart);
  g_autoptr (GError) error = NULL;

  if (self->profile == NULL || wanted == interview_autostart_get_enabled (self->profile))
    return;
  if (!interview_autostart_set_enabled (self->profile, wanted, &error))
    {
      g_warning ("Starting with the desktop could not be changed: %s", error->message);
      adw_preferences_window_add_toast (
          ADW_PREFERENCES_WINDOW (self),
          adw_toast_new (_ ("This could not be saved. Check that your home folder is not full.")));
      gtk_switch_set_active (self->autostart, !wanted);
    }
}

/* Started without a window it would have nothing to do. */
static void
on_background (RecruiterPreferencesWindow *self)
{
  gboolean background = gtk_switch_get_active (self->background);

  gtk_widget_set_sensitive (GTK_WIDGET (self->autostart_row), background);
  if (!background)
    gtk_switch_set_active (self->autostart, FALSE);
}

static void
recruiter_preferences_window_dispose (GObject *object)
{
  g_clear_object (&RECRUITER_PREFERENCES_WINDOW (object)->profile);
  G_OBJECT_CLASS (recruiter_preferences_window_parent_class)->dispose (object);
}

static void
recruiter_preferences_window_class_init (RecruiterPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_preferences_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/interview/Recruiter/preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterPreferencesWindow, appearance);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPreferencesWindow, background);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPreferencesWindow, autostart);
  gtk_widget_class_bind_template_child (widget_class, RecruiterPreferencesWindow, autostart_row);
  gtk_widget_class_bind_template_callback (widget_class, on_background);
  gtk_widget_class_bind_template_callback (widget_class, on_autostart);
}

static void
recruiter_preferences_window_init (RecruiterPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_preferences_window_new:
 * @parent: the window it belongs to
 * @profile: (transfer none): whose settings they are
 *
 * Returns: (transfer none): a window to present
 */
GtkWidget *
recruiter_preferences_window_new (GtkWindow *parent, InterviewProfile *profile)
{
  GSettings *settings = interview_profile_get_settings (profile);
  RecruiterPreferencesWindow *self =
      g_object_new (RECRUITER_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  adw_preferences_group_add (self->appearance, interview_scheme_row_new (settings));
  gtk_switch_set_active (self->autostart, interview_autostart_get_enabled (profile));
  self->profile = g_object_ref (profile);
  g_settings_bind (settings, "background", self->background, "active", G_SETTINGS_BIND_DEFAULT);
  on_background (self);

  return GTK_WIDGET (self);
}
