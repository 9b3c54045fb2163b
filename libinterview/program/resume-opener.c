/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/resume-opener.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/*
 * InterviewResumeOpener opens the original of a resume with the system's viewer, and says so when
 * that does not work. Main thread; belongs to who shows the resume.
 */
struct _InterviewResumeOpener
{
  GObject parent_instance;

  InterviewResumeLoader *loader;
  GtkWindow *window; /* weak */
  gboolean busy;
};

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (InterviewResumeOpener, interview_resume_opener, G_TYPE_OBJECT)

static void
set_busy (InterviewResumeOpener *self, gboolean busy)
{
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
report (InterviewResumeOpener *self, const char *advice)
{
  GtkWidget *dialog;

  if (self->window == NULL)
    return;
  dialog = adw_message_dialog_new (self->window, _ ("The Resume Was Not Opened"), advice);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_shown (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewResumeOpener) self = user_data;
  g_autoptr (GError) error = NULL;

  set_busy (self, FALSE);
  if (g_app_info_launch_default_for_uri_finish (result, &error))
    return;
  g_debug ("Opening the original: %s", error->message);
  report (self, _ ("No program on this computer shows such a document. Install a document viewer, "
                   "then try again."));
}

static void
on_fetched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewResumeOpener) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file =
      interview_resume_loader_fetch_original_finish (INTERVIEW_RESUME_LOADER (source), result,
                                                     &error);
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autofree char *uri = NULL;

  if (file == NULL)
    {
      set_busy (self, FALSE);
      report (self, error->message);
      return;
    }
  uri = g_file_get_uri (file);
  if (self->window != NULL)
    context =
        gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (self->window)));
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, on_shown,
                                           g_steal_pointer (&self));
}

static void
interview_resume_opener_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BUSY)
    g_value_set_boolean (value, INTERVIEW_RESUME_OPENER (object)->busy);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
interview_resume_opener_dispose (GObject *object)
{
  InterviewResumeOpener *self = INTERVIEW_RESUME_OPENER (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->loader);
  G_OBJECT_CLASS (interview_resume_opener_parent_class)->dispose (object);
}

static void
interview_resume_opener_class_init (InterviewResumeOpenerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_resume_opener_get_property;
  object_class->dispose = interview_resume_opener_dispose;
  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
interview_resume_opener_init (InterviewResumeOpener *self)
{
}

/**
 * interview_resume_opener_new:
 * @loader: knows the resume and fetches its original
 *
 * Returns: (transfer full): an opener
 */
InterviewResumeOpener *
interview_resume_opener_new (InterviewResumeLoader *loader)
{
  InterviewResumeOpener *self;

  g_return_val_if_fail (INTERVIEW_IS_RESUME_LOADER (loader), NULL);

  self = g_object_new (INTERVIEW_TYPE_RESUME_OPENER, NULL);
  self->loader = g_object_ref (loader);
  return self;
}

/**
 * interview_resume_opener_open:
 * @widget: in whose window it was asked for
 *
 * Fetches the original if need be and opens it. Does nothing while that is under way.
 */
void
interview_resume_opener_open (InterviewResumeOpener *self, GtkWidget *widget)
{
  GtkRoot *root;

  g_return_if_fail (INTERVIEW_IS_RESUME_OPENER (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (self->busy)
    return;
  root = gtk_widget_get_root (widget);
  g_set_weak_pointer (&self->window, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  set_busy (self, TRUE);
  interview_resume_loader_fetch_original_async (self->loader, NULL, on_fetched,
                                                g_object_ref (self));
}

/**
 * interview_resume_opener_get_busy:
 *
 * Returns: whether a document is being fetched or opened
 */
gboolean
interview_resume_opener_get_busy (InterviewResumeOpener *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME_OPENER (self), FALSE);

  return self->busy;
}
