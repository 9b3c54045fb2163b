/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/screen-control.h"

#include <adwaita.h>
#include <gdk/x11/gdkx.h>
#include <glib/gi18n-lib.h>

#include "media/presenter.h"
#include "media/screen-source.h"
#include "program/screen-portal.h"

/*
 * InterviewScreenControl is sharing the screen in the window of a call: the button, the question
 * before it begins, and what is said when it ends by itself. On X11 the screen is read from the X
 * server; elsewhere the desktop’s portal asks what to share. Main thread; belongs to the call page.
 */
struct _InterviewScreenControl
{
  GObject parent_instance;

  InterviewCall *call;
  InterviewScreenShare *share;
  InterviewCallView *view; /* the page that owns us owns it */
  InterviewCallCorner *corner;
  GtkWindow *dialog; /* weak */
  InterviewScreenPortal *portal;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (InterviewScreenControl, interview_screen_control, G_TYPE_OBJECT)

static void
close_dialog (InterviewScreenControl *self)
{
  GtkWindow *dialog = self->dialog;

  g_clear_weak_pointer (&self->dialog);
  if (dialog != NULL)
    gtk_window_destroy (dialog);
}

static void
start (InterviewScreenControl *self, GstElement *source, const GError *error)
{
  if (source == NULL)
    interview_call_corner_show_note (self->corner, error->message);
  else if (!interview_screen_share_start (self->share, source))
    interview_call_corner_show_note (self->corner,
                                     _ ("The screen cannot be read. Try again, or sign in to the "
                                        "desktop anew."));
}

static void
share_display (InterviewScreenControl *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self->view));
  g_autoptr (GError) error = NULL;
  GstElement *source = interview_screen_source_new_x11 (gdk_display_get_name (display), 0, &error);

  start (self, source, error);
}

static void
on_response (InterviewScreenControl *self, const char *response)
{
  g_clear_weak_pointer (&self->dialog);
  if (g_str_equal (response, "share"))
    share_display (self);
}

static void
ask (InterviewScreenControl *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->view));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                              _ ("Share Your Screen?"),
                              _ ("Everybody in the call sees the whole screen, with every window "
                                 "and message on it, until you stop.")));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "share", _ ("_Share Screen"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "share", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, "cancel");
  close_dialog (self);
  g_set_weak_pointer (&self->dialog, GTK_WINDOW (dialog));
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewScreenControl) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GstElement) element =
      interview_screen_portal_choose_finish (INTERVIEW_SCREEN_PORTAL (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  interview_call_corner_set_busy (self->corner, FALSE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    start (self, element, error);
}

static void
on_share (InterviewScreenControl *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->view));

  if (GDK_IS_X11_DISPLAY (gtk_widget_get_display (GTK_WIDGET (self->view))))
    {
      ask (self);
      return;
    }
  interview_call_corner_set_busy (self->corner, TRUE);
  interview_screen_portal_choose_async (self->portal,
                                        GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                        self->cancellable, on_chosen, g_object_ref (self));
}

static void
on_stop (InterviewScreenControl *self)
{
  interview_screen_share_stop (self->share);
}

static void
on_sharing (InterviewScreenControl *self)
{
  interview_call_corner_set_sharing (self->corner,
                                     interview_screen_share_get_sharing (self->share));
}

/* Who shares now, %NULL if nobody, or it is not known who. */
static const char *
name_presenter (InterviewScreenControl *self)
{
  InterviewRemote *presenter = interview_presenter_find (interview_call_get_remotes (self->call));
  InterviewParticipant *who =
      presenter != NULL ? interview_remote_get_participant (presenter) : NULL;

  return who != NULL ? interview_participant_get_display_name (who) : NULL;
}

static void
on_ended (InterviewScreenControl *self, InterviewScreenEnd why)
{
  const char *name;
  g_autofree char *text = NULL;

  interview_screen_portal_close (self->portal);
  switch (why)
    {
    case INTERVIEW_SCREEN_END_TAKEN_OVER:
      name = name_presenter (self);
      if (name != NULL)
        /* Translators: %s is a person’s name. */
        text = g_strdup_printf (_ ("%s shares their screen now, so yours is not shared any more."),
                                name);
      interview_call_corner_show_note (self->corner,
                                       text != NULL ? text
                                                    : _ ("Your screen is not shared any more."));
      break;
    case INTERVIEW_SCREEN_END_CLOSED:
      interview_call_corner_show_note (self->corner,
                                       _ ("Your screen is not shared any more: what you shared was "
                                          "closed."));
      break;
    case INTERVIEW_SCREEN_END_STOPPED:
    default:
      break;
    }
}

/* By the mark in the desktop’s panel, or by a lock of the screen. */
static void
on_portal_closed (InterviewScreenControl *self)
{
  if (!interview_screen_share_get_sharing (self->share))
    return;
  interview_screen_share_stop (self->share);
  on_ended (self, INTERVIEW_SCREEN_END_CLOSED);
}

static void
interview_screen_control_dispose (GObject *object)
{
  InterviewScreenControl *self = INTERVIEW_SCREEN_CONTROL (object);

  close_dialog (self);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->portal);
  g_clear_object (&self->share);
  g_clear_object (&self->call);

  G_OBJECT_CLASS (interview_screen_control_parent_class)->dispose (object);
}

static void
interview_screen_control_class_init (InterviewScreenControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_screen_control_dispose;
}

static void
interview_screen_control_init (InterviewScreenControl *self)
{
}

/**
 * interview_screen_control_new:
 * @call: (transfer none): in which it is shared
 * @view: (transfer none): its page; must live longer than the control
 * @profile: (transfer none): where the last choice is kept
 *
 * Returns: (transfer full): a control of a screen that is not shared
 */
InterviewScreenControl *
interview_screen_control_new (InterviewCall *call,
                              InterviewCallView *view,
                              InterviewProfile *profile)
{
  InterviewScreenControl *self;
  g_autofree char *token_path = NULL;

  g_return_val_if_fail (INTERVIEW_IS_CALL (call), NULL);
  g_return_val_if_fail (INTERVIEW_IS_CALL_VIEW (view), NULL);

  self = g_object_new (INTERVIEW_TYPE_SCREEN_CONTROL, NULL);
  self->call = g_object_ref (call);
  self->share = g_object_ref (interview_call_get_screen (call));
  self->view = view;
  self->cancellable = g_cancellable_new ();
  token_path = interview_profile_build_data_path (profile, "screen-choice");
  self->portal = interview_screen_portal_new (token_path);
  g_signal_connect_object (self->portal, "closed", G_CALLBACK (on_portal_closed), self,
                           G_CONNECT_SWAPPED);
  self->corner = interview_call_view_get_corner (view);
  g_signal_connect_object (self->corner, "share", G_CALLBACK (on_share), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->corner, "stop", G_CALLBACK (on_stop), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->share, "notify::sharing", G_CALLBACK (on_sharing), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->share, "ended", G_CALLBACK (on_ended), self, G_CONNECT_SWAPPED);
  on_sharing (self);

  return self;
}

/**
 * interview_screen_control_close:
 *
 * Takes the question away and shares nothing any more: the visit is over.
 */
void
interview_screen_control_close (InterviewScreenControl *self)
{
  g_return_if_fail (INTERVIEW_IS_SCREEN_CONTROL (self));

  close_dialog (self);
  g_cancellable_cancel (self->cancellable);
  interview_screen_share_stop (self->share);
}
