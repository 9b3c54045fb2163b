/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/recordings-window.h"

#include <glib/gi18n-lib.h>

#include "client/remote-list.h"
#include "client/share-api.h"
#include "program/share-row.h"
#include "program/sharing-window.h"
#include "program/time-text.h"
#include "ui/recording-player.h"

#define WIDTH 720
#define HEIGHT 560
#define LEAST_WIDTH 300

/*
 * InterviewRecordingsWindow shows the recordings on this computer: to look at one with going
 * forward and back, to save it elsewhere, to share it by a link, and to delete it; and what was
 * shared that the person has a part in. A list, and a page with the player.
 */
struct _InterviewRecordingsWindow
{
  AdwWindow parent_instance;

  InterviewSharingDesk *desk;
  InterviewRecordingShelf *shelf;
  InterviewRemoteList *shares; /* (nullable) */
  GPtrArray *shared;
  GCancellable *cancellable;
  InterviewShelvedRecording *shown;
  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *shared_group;
  InterviewRecordingPlayer *player;
  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkWidget *save_button;
  GtkWidget *share_button;
  AdwToastOverlay *toasts;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (InterviewRecordingsWindow, interview_recordings_window, ADW_TYPE_WINDOW)

static gboolean
has_items (InterviewRecordingsWindow *self)
{
  return self->shared->len > 0 ||
         g_list_model_get_n_items (interview_recording_shelf_get_recordings (self->shelf)) > 0;
}

static void
show_page (InterviewRecordingsWindow *self, const char *page)
{
  gboolean playing = g_str_equal (page, "player");

  if (!playing)
    {
      interview_recording_player_set_path (self->player, NULL);
      g_clear_object (&self->shown);
      page = has_items (self) ? "list" : "empty";
    }
  gtk_widget_set_visible (self->back_button, playing);
  gtk_widget_set_visible (self->save_button, playing);
  gtk_widget_set_visible (self->share_button, playing);
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          g_list_model_get_n_items (
                              interview_recording_shelf_get_recordings (self->shelf)) > 0);
  adw_window_title_set_title (self->title, playing
                                               ? interview_shelved_recording_get_title (self->shown)
                                               : _ ("Recordings"));
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
on_items_changed (InterviewRecordingsWindow *self)
{
  if (self->shown == NULL)
    show_page (self, "list");
}

static void
on_back (InterviewRecordingsWindow *self)
{
  show_page (self, "list");
}

static InterviewShelvedRecording *
get_recording (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return g_object_get_data (G_OBJECT (row), "recording");
}

static void
play (InterviewRecordingsWindow *self, InterviewShelvedRecording *recording)
{
  g_set_object (&self->shown, recording);
  show_page (self, "player");
  interview_recording_player_set_path (self->player,
                                       interview_shelved_recording_get_path (recording));
  gtk_widget_child_focus (GTK_WIDGET (self->player), GTK_DIR_TAB_FORWARD);
}

static void
on_row_activated (InterviewRecordingsWindow *self, GtkListBoxRow *row)
{
  play (self, get_recording (GTK_WIDGET (row)));
}

static void
on_copied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewRecordingsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (g_file_copy_finish (G_FILE (source), result, &error))
    toast = adw_toast_new (_ ("The recording was saved."));
  else
    {
      g_info ("A recording was not saved: %s", error->message);
      toast = adw_toast_new (_ ("The recording was not saved. Choose another folder, or make room "
                                "on the disk."));
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_chosen (InterviewRecordingsWindow *self, int response)
{
  g_autoptr (GFile) target = NULL;
  g_autoptr (GFile) source = NULL;

  if (response == GTK_RESPONSE_ACCEPT && self->shown != NULL)
    {
      target = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
      source = g_file_new_for_path (interview_shelved_recording_get_path (self->shown));
      g_file_copy_async (source, target, G_FILE_COPY_OVERWRITE, G_PRIORITY_DEFAULT, NULL, NULL,
                         NULL, on_copied, g_object_ref (self));
    }
  g_clear_object (&self->chooser);
}

static void
on_save (InterviewRecordingsWindow *self)
{
  g_autoptr (GDateTime) began = NULL;
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;

  if (self->shown == NULL || self->chooser != NULL)
    return;
  began = g_date_time_new_from_unix_local (interview_shelved_recording_get_began_at (self->shown) /
                                           G_USEC_PER_SEC);
  day = g_date_time_format (began, "%F %H-%M");
  name = g_strdup_printf ("%s %s.webm", interview_shelved_recording_get_title (self->shown), day);
  g_strdelimit (name, "/\\:", '-');
  self->chooser =
      gtk_file_chooser_native_new (_ ("Save the Recording"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_share (InterviewRecordingsWindow *self)
{
  if (self->shown != NULL)
    interview_sharing_window_present (GTK_WINDOW (self), self->desk, self->shown);
}

static void
on_withdrawn (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewRecordingsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRecordingShare) share =
      interview_share_api_withdraw_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  adw_toast_overlay_add_toast (self->toasts,
                               adw_toast_new (share != NULL ? _ ("The link was withdrawn.")
                                                            : error->message));
  interview_remote_list_reload (self->shares);
}

static void
on_withdraw (InterviewRecordingsWindow *self, GtkWidget *button)
{
  InterviewAccount *account = interview_sharing_desk_get_account (self->desk);
  InterviewConnection *connection = interview_account_get_connection (account);

  if (connection == NULL)
    return;
  gtk_widget_set_sensitive (button, FALSE);
  interview_share_api_withdraw_async (connection,
                                      interview_recording_share_get_id (
                                          interview_share_row_get_share (button)),
                                      self->cancellable, on_withdrawn, g_object_ref (self));
}

/* What this person shares, and what they are to be seen in; HR has a page with all of them. */
static void
on_shares (InterviewRecordingsWindow *self)
{
  GListModel *model = G_LIST_MODEL (self->shares);
  InterviewAccount *account = interview_sharing_desk_get_account (self->desk);
  InterviewPerson *person = interview_session_get_person (interview_account_get_session (account));
  const char *own_id = interview_person_get_id (person);

  for (guint i = 0; i < self->shared->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->shared_group),
                                  self->shared->pdata[i]);
  g_ptr_array_set_size (self->shared, 0);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (InterviewRecordingShare) share = g_list_model_get_item (model, i);
      InterviewParticipant *sharer = interview_recording_share_get_shared_by (share);
      gboolean own = g_strcmp0 (interview_participant_get_person_id (sharer), own_id) == 0;
      GtkWidget *row;

      if (!own && interview_person_get_role (person) != INTERVIEW_ROLE_CANDIDATE)
        continue;
      row = interview_share_row_new (share, own, G_CALLBACK (on_withdraw), self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->shared_group), row);
      g_ptr_array_add (self->shared, row);
    }
  gtk_widget_set_visible (self->shared_group, self->shared->len > 0);
  if (self->shown == NULL)
    show_page (self, "list");
}

static void
on_event (InterviewRecordingsWindow *self, InterviewEvent *event)
{
  if (self->shares != NULL &&
      interview_event_get_kind (event) == INTERVIEW_EVENT_KIND_RECORDING_CHANGED)
    interview_remote_list_reload (self->shares);
}

static void
load_shares (InterviewRecordingsWindow *self)
{
  InterviewAccount *account = interview_sharing_desk_get_account (self->desk);
  InterviewConnection *connection = interview_account_get_connection (account);

  if (connection == NULL)
    return;
  self->shares = interview_remote_list_new (connection, INTERVIEW_ROUTE_SHARES, NULL,
                                            INTERVIEW_TYPE_RECORDING_SHARE);
  g_signal_connect_object (self->shares, "items-changed", G_CALLBACK (on_shares), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (account, "event", G_CALLBACK (on_event), self, G_CONNECT_SWAPPED);
  interview_remote_list_reload (self->shares);
}

static void
on_delete_response (AdwMessageDialog *dialog, const char *response, InterviewRecordingsWindow *self)
{
  InterviewShelvedRecording *recording = g_object_get_data (G_OBJECT (dialog), "recording");

  if (g_str_equal (response, "delete"))
    interview_recording_shelf_remove (self->shelf, recording);
}

static void
on_delete (InterviewRecordingsWindow *self, GtkWidget *button)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Delete the Recording?"),
                                              _ ("It is deleted from this computer for good."));

  g_object_set_data_full (G_OBJECT (dialog), "recording", g_object_ref (get_recording (button)),
                          g_object_unref);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "delete",
                                    _ ("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_delete_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  InterviewShelvedRecording *recording = item;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *delete_button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *when =
      interview_time_text_moment (interview_shelved_recording_get_began_at (recording),
                                  g_get_real_time ());
  g_autofree char *size = g_format_size (interview_shelved_recording_get_size (recording));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", when, size);

  g_object_set (row, "use-markup", FALSE, "title",
                interview_shelved_recording_get_title (recording), "subtitle", subtitle,
                "activatable", TRUE, "title-lines", 2, NULL);
  gtk_widget_set_tooltip_text (delete_button, _ ("Delete the Recording"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (delete_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Delete the Recording"), -1);
  gtk_widget_set_valign (delete_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (delete_button, "flat");
  g_signal_connect_object (delete_button, "clicked", G_CALLBACK (on_delete), user_data,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name",
                                           "media-playback-start-symbolic", "accessible-role",
                                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), delete_button);
  g_object_set_data_full (G_OBJECT (row), "recording", g_object_ref (recording), g_object_unref);
  return row;
}

static void
interview_recordings_window_dispose (GObject *object)
{
  InterviewRecordingsWindow *self = INTERVIEW_RECORDINGS_WINDOW (object);

  if (self->shelf != NULL)
    g_signal_handlers_disconnect_by_data (interview_recording_shelf_get_recordings (self->shelf),
                                          self);
  if (self->shares != NULL)
    g_signal_handlers_disconnect_by_data (self->shares, self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->shares);
  g_clear_object (&self->shown);
  g_clear_object (&self->shelf);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->shared, g_ptr_array_unref);
  G_OBJECT_CLASS (interview_recordings_window_parent_class)->dispose (object);
}

static void
interview_recordings_window_class_init (InterviewRecordingsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_recordings_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkWidget *
create_header (InterviewRecordingsWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new (_ ("Recordings"), NULL));
  self->back_button = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back_button, _ ("Back to the recordings"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Back to the recordings"), -1);
  self->save_button = gtk_button_new_with_mnemonic (_ ("_Save As…"));
  g_signal_connect_object (self->back_button, "clicked", G_CALLBACK (on_back), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save_button, "clicked", G_CALLBACK (on_save), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back_button);
  self->share_button = gtk_button_new_with_mnemonic (_ ("S_hare…"));
  g_signal_connect_object (self->share_button, "clicked", G_CALLBACK (on_share), self,
                           G_CONNECT_SWAPPED);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->save_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->share_button);
  return header;
}

static GtkWidget *
create_list (InterviewRecordingsWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->shared_group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->shared_group),
                                   _ ("Shared by a Link"));
  gtk_widget_set_visible (self->shared_group, FALSE);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  g_object_set (box, "margin-top", 18, "margin-bottom", 18, "margin-start", 12, "margin-end", 12,
                NULL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->shared_group);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static void
interview_recordings_window_init (InterviewRecordingsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *empty = adw_status_page_new ();

  self->cancellable = g_cancellable_new ();
  self->shared = g_ptr_array_new ();
  gtk_window_set_title (GTK_WINDOW (self), _ ("Recordings"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_widget_set_size_request (GTK_WIDGET (self), LEAST_WIDTH, -1);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->player = interview_recording_player_new ();
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("No Recordings"));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "media-record-symbolic");
  adw_status_page_set_description (ADW_STATUS_PAGE (empty),
                                   _ ("What you record in an interview is kept here."));
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack, create_list (self), "list");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->player), "player");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), create_header (self));
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * interview_recordings_window_present:
 * @parent: (nullable): the window it belongs to
 * @desk: where recordings are shared, and which knows the shelf with them
 *
 * Shows them in a window that GTK owns until it is closed.
 */
void
interview_recordings_window_present (GtkWindow *parent, InterviewSharingDesk *desk)
{
  InterviewAccount *account = interview_sharing_desk_get_account (desk);
  InterviewRecordingShelf *shelf = interview_account_get_shelf (account);
  InterviewRecordingsWindow *self =
      g_object_new (INTERVIEW_TYPE_RECORDINGS_WINDOW, "transient-for", parent, NULL);
  GListModel *recordings = interview_recording_shelf_get_recordings (shelf);

  self->desk = g_object_ref (desk);
  self->shelf = g_object_ref (shelf);
  interview_recording_shelf_load (shelf);
  gtk_list_box_bind_model (self->list, recordings, create_row, self, NULL);
  g_signal_connect_object (recordings, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  show_page (self, "list");
  load_shares (self);
  gtk_window_present (GTK_WINDOW (self));
}
