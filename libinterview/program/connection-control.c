/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/connection-control.h"

#include <glib/gi18n-lib.h>

#include "media/call-journal.h"
#include "media/diagnosis.h"

/*
 * InterviewConnectionControl tells in the window of a call how the connection is: the button in its
 * corner, what it opens, and the log that can be saved. Main thread; belongs to the call page.
 */
struct _InterviewConnectionControl
{
  GObject parent_instance;

  InterviewCall *call;
  InterviewCallJournal *journal;
  InterviewCallView *view; /* the page that owns us owns it */
  InterviewCallCorner *corner;
  GtkFileChooserNative *chooser;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (InterviewConnectionControl, interview_connection_control, G_TYPE_OBJECT)

static void
on_changed (InterviewConnectionControl *self)
{
  InterviewConnectionView *view = interview_call_corner_get_connection (self->corner);
  GListModel *remotes = interview_call_get_remotes (self->call);
  guint found = 0;

  interview_connection_view_keep (view, remotes);
  for (guint i = 0; i < g_list_model_get_n_items (remotes); i++)
    {
      g_autoptr (InterviewRemote) remote = g_list_model_get_item (remotes, i);
      InterviewCallReading reading;

      if (!interview_call_journal_get_reading (self->journal, remote, &reading))
        continue;
      interview_connection_view_update (view, remote, &reading);
      found |= interview_diagnose (&reading);
    }

  interview_call_corner_set_trouble (self->corner, found != 0 ? interview_finding_describe (
                                                                    g_bit_nth_lsf (found, -1))
                                                              : NULL);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewConnectionControl) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      if (!g_cancellable_is_cancelled (self->cancellable))
        interview_call_corner_show_note (self->corner, _ ("The log was saved."));
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_info ("The log: %s", error->message);
  interview_call_corner_show_note (self->corner,
                                   _ ("The log cannot be saved there. Choose another folder."));
}

static void
on_place (InterviewConnectionControl *self, int response)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) content = NULL;
  char *text;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file == NULL)
    return;

  text = interview_call_journal_to_text (self->journal);
  content = g_bytes_new_take (text, strlen (text));
  g_file_replace_contents_bytes_async (file, content, NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                       self->cancellable, on_written, g_object_ref (self));
}

static void
on_save (InterviewConnectionControl *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->view));
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder =
      g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Save the Log"),
                                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), "interview-call.txt");
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_place), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
interview_connection_control_dispose (GObject *object)
{
  InterviewConnectionControl *self = INTERVIEW_CONNECTION_CONTROL (object);

  g_clear_object (&self->chooser);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->journal);
  g_clear_object (&self->call);

  G_OBJECT_CLASS (interview_connection_control_parent_class)->dispose (object);
}

static void
interview_connection_control_class_init (InterviewConnectionControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_connection_control_dispose;
}

static void
interview_connection_control_init (InterviewConnectionControl *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * interview_connection_control_new:
 * @call: (transfer none): what it is about
 * @view: (transfer none): its page; must live longer than the control
 *
 * Returns: (transfer full): a control that reads the call from now on
 */
InterviewConnectionControl *
interview_connection_control_new (InterviewCall *call, InterviewCallView *view)
{
  InterviewConnectionControl *self;

  g_return_val_if_fail (INTERVIEW_IS_CALL (call), NULL);
  g_return_val_if_fail (INTERVIEW_IS_CALL_VIEW (view), NULL);

  self = g_object_new (INTERVIEW_TYPE_CONNECTION_CONTROL, NULL);
  self->call = g_object_ref (call);
  self->journal = interview_call_journal_new (call);
  self->view = view;
  self->corner = interview_call_view_get_corner (view);
  g_signal_connect_object (self->journal, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (interview_call_corner_get_connection (self->corner), "save",
                           G_CALLBACK (on_save), self, G_CONNECT_SWAPPED);

  return self;
}
