/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/sharing-window.h"

#include <glib/gi18n-lib.h>

#include "client/recording-api.h"
#include "client/share-api.h"
#include "program/mail-letter.h"
#include "program/time-text.h"

#define WIDTH 440
#define LEAST_WIDTH 300
#define MARGIN 18
#define LINE_CHARS 48

/* What is offered, in days; a company may allow fewer. */
static const gint64 offers[] = { 1, 7, 30, 90 };

/*
 * InterviewSharingWindow is where somebody shares a recording: for how long, then how far it is,
 * then the link, to be copied, written about, or taken back. It shows what an #InterviewSharing
 * does, which goes on when the window is closed. Main thread; GTK owns it until then.
 */
struct _InterviewSharingWindow
{
  AdwWindow parent_instance;

  InterviewSharing *sharing;
  InterviewConnection *connection; /* (nullable) */
  GCancellable *cancellable;
  gint64 longest_days;

  GtkStack *stack;
  GtkLabel *words;
  GtkLabel *message;
  GtkDropDown *days;
  GtkWidget *begin_button;
  GtkProgressBar *progress;
  GtkWidget *link;
  GtkLabel *until;
};

G_DEFINE_FINAL_TYPE (InterviewSharingWindow, interview_sharing_window, ADW_TYPE_WINDOW)

static const char *
get_page (InterviewSharingState state)
{
  switch (state)
    {
    case INTERVIEW_SHARING_STATE_PREPARING:
    case INTERVIEW_SHARING_STATE_SENDING:
      return "progress";
    case INTERVIEW_SHARING_STATE_READY:
      return "link";
    case INTERVIEW_SHARING_STATE_IDLE:
    case INTERVIEW_SHARING_STATE_FAILED:
    default:
      return "begin";
    }
}

static void
show_message (InterviewSharingWindow *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static void
show_link (InterviewSharingWindow *self)
{
  const char *link = interview_sharing_get_link (self->sharing);
  g_autofree char *moment =
      interview_time_text_moment (interview_sharing_get_expires_at (self->sharing),
                                  g_get_real_time ());
  /* Translators: %s is a day and a time. */
  g_autofree char *until = g_strdup_printf (_ ("The link works until %s. Then the copy on the "
                                               "server is deleted."),
                                            moment);

  gtk_editable_set_text (GTK_EDITABLE (self->link), link != NULL ? link : "");
  gtk_label_set_label (self->until, until);
}

static void
on_changed (InterviewSharingWindow *self)
{
  InterviewSharingState state = interview_sharing_get_state (self->sharing);

  show_message (self, interview_sharing_get_message (self->sharing));
  if (state == INTERVIEW_SHARING_STATE_READY)
    show_link (self);
  gtk_progress_bar_set_fraction (self->progress, interview_sharing_get_fraction (self->sharing));
  gtk_stack_set_visible_child_name (self->stack, get_page (state));
}

static char *
describe_days (gint64 days)
{
  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), (int) days);
}

/* As many of the offers as the company allows, and at least what it does allow. */
static void
offer_days (InterviewSharingWindow *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  guint chosen = 0, n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    {
      gint64 days = MIN (offers[i], self->longest_days);
      g_autofree char *text = describe_days (days);

      if (i > 0 && offers[i - 1] >= self->longest_days)
        break;
      gtk_string_list_append (list, text);
      if (days <= 7)
        chosen = n;
      n++;
    }
  gtk_drop_down_set_model (self->days, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->days, chosen);
  g_object_unref (list);
}

static gint64
get_days (InterviewSharingWindow *self)
{
  guint chosen = gtk_drop_down_get_selected (self->days);

  return MIN (offers[MIN (chosen, G_N_ELEMENTS (offers) - 1)], self->longest_days);
}

static void
forbid (InterviewSharingWindow *self, const char *why)
{
  gtk_widget_set_sensitive (self->begin_button, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->days), FALSE);
  show_message (self, why);
}

static void
on_policy (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewSharingWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewSharingPolicy) policy =
      interview_share_api_get_policy_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (policy == NULL)
    {
      forbid (self, error->message);
      return;
    }
  if (!interview_sharing_policy_get_allowed (policy))
    {
      forbid (self, _ ("The company does not allow recordings to be shared."));
      return;
    }
  self->longest_days = interview_sharing_policy_get_longest_days (policy);
  offer_days (self);
}

/* What everybody in it agreed to decides. */
static void
on_listed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewSharingWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewPage) page =
      interview_recording_api_list_finish (INTERVIEW_CONNECTION (source), result, &error);
  InterviewShelvedRecording *shown;
  GPtrArray *recordings;

  if (page == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  shown = interview_sharing_get_recording (self->sharing);
  recordings = interview_page_get_items (page);
  for (guint i = 0; i < recordings->len; i++)
    {
      InterviewRecording *recording = g_ptr_array_index (recordings, i);

      if (g_strcmp0 (interview_recording_get_id (recording),
                     interview_shelved_recording_get_recording_id (shown)) == 0 &&
          interview_recording_get_scope (recording) == INTERVIEW_RECORDING_SCOPE_PRIVATE)
        forbid (self, _ ("Everybody in it agreed that this recording stays on your computer. It "
                         "cannot be shared."));
    }
}

static void
on_begin (InterviewSharingWindow *self)
{
  interview_sharing_begin (self->sharing, get_days (self));
}

static void
on_withdraw (InterviewSharingWindow *self)
{
  interview_sharing_withdraw (self->sharing);
}

static void
on_copy (InterviewSharingWindow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          interview_sharing_get_link (self->sharing));
  show_message (self, _ ("The link was copied."));
}

static void
on_mail (InterviewSharingWindow *self)
{
  InterviewShelvedRecording *recording = interview_sharing_get_recording (self->sharing);
  /* Translators: the subject of a letter; %s is what the recording is called. */
  g_autofree char *subject =
      g_strdup_printf (_ ("Recording: %s"), interview_shelved_recording_get_title (recording));
  g_autofree char *text =
      g_strdup_printf ("%s\n\n%s\n\n%s\n", _ ("The recording of the interview:"),
                       interview_sharing_get_link (self->sharing),
                       gtk_label_get_label (self->until));

  interview_mail_letter_compose (GTK_WINDOW (self), subject, text);
}

static void
interview_sharing_window_dispose (GObject *object)
{
  InterviewSharingWindow *self = INTERVIEW_SHARING_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->sharing != NULL)
    g_signal_handlers_disconnect_by_data (self->sharing, self);
  g_clear_object (&self->sharing);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (interview_sharing_window_parent_class)->dispose (object);
}

static void
interview_sharing_window_finalize (GObject *object)
{
  g_clear_object (&INTERVIEW_SHARING_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (interview_sharing_window_parent_class)->finalize (object);
}

static void
interview_sharing_window_class_init (InterviewSharingWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_sharing_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = interview_sharing_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkLabel *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return GTK_LABEL (label);
}

static GtkWidget *
create_button (InterviewSharingWindow *self,
               const char *label,
               const char *css_class,
               GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
create_page (void)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
}

static GtkWidget *
create_begin (InterviewSharingWindow *self)
{
  GtkWidget *page = create_page ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("The link works _for"));

  self->days = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->days));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->days), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How long the link works"), -1);
  self->begin_button =
      create_button (self, _ ("_Create Link"), "suggested-action", G_CALLBACK (on_begin));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->days));
  gtk_box_append (GTK_BOX (page), row);
  gtk_box_append (GTK_BOX (page), self->begin_button);
  return page;
}

static GtkWidget *
create_progress (InterviewSharingWindow *self)
{
  GtkWidget *page = create_page ();

  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How much of the recording was sent"), -1);
  gtk_box_append (GTK_BOX (page),
                  GTK_WIDGET (create_label (_ ("The recording is being sent to the server. You can "
                                               "close this window: it goes on, also after a break "
                                               "in the network."))));
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (page),
                  create_button (self, _ ("_Cancel Sharing"), NULL, G_CALLBACK (on_withdraw)));
  return page;
}

static GtkWidget *
create_link (InterviewSharingWindow *self)
{
  GtkWidget *page = create_page ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->link = gtk_entry_new ();
  self->until = create_label ("");
  gtk_editable_set_editable (GTK_EDITABLE (self->link), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->link), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Link to the recording"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->until), "dim-label");
  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  gtk_box_append (GTK_BOX (buttons),
                  create_button (self, _ ("_Copy Link"), "suggested-action", G_CALLBACK (on_copy)));
  gtk_box_append (GTK_BOX (buttons),
                  create_button (self, _ ("_E-Mail…"), NULL, G_CALLBACK (on_mail)));
  gtk_box_append (GTK_BOX (page), self->link);
  gtk_box_append (GTK_BOX (page), buttons);
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->until));
  gtk_box_append (GTK_BOX (page),
                  create_button (self, _ ("_Withdraw Link"), NULL, G_CALLBACK (on_withdraw)));
  return page;
}

static void
interview_sharing_window_init (InterviewSharingWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);
  GtkWidget *title = adw_window_title_new (_ ("Share the Recording"), NULL);
  GtkWidget *header = adw_header_bar_new ();

  self->cancellable = g_cancellable_new ();
  self->longest_days = offers[0];
  gtk_window_set_title (GTK_WINDOW (self), _ ("Share the Recording"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self), LEAST_WIDTH, -1);
  self->words = create_label (_ ("Whoever has the link can look at the recording in a browser, "
                                 "without signing in. Give it only to those who decide on the "
                                 "application."));
  self->message = create_label ("");
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, create_begin (self), "begin");
  gtk_stack_add_named (self->stack, create_progress (self), "progress");
  gtk_stack_add_named (self->stack, create_link (self), "link");
  g_object_set (content, "margin-top", MARGIN, "margin-bottom", MARGIN, "margin-start", MARGIN,
                "margin-end", MARGIN, NULL);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), title);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->message));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (self), box);
  offer_days (self);
}

/**
 * interview_sharing_window_present:
 * @parent: (nullable): the window it belongs to
 * @desk: where the sharing goes on
 * @recording: what is to be shared
 *
 * Shows how far it is, in a window that GTK owns until it is closed.
 */
void
interview_sharing_window_present (GtkWindow *parent,
                                  InterviewSharingDesk *desk,
                                  InterviewShelvedRecording *recording)
{
  InterviewSharingWindow *self =
      g_object_new (INTERVIEW_TYPE_SHARING_WINDOW, "transient-for", parent, NULL);
  InterviewConnection *connection =
      interview_account_get_connection (interview_sharing_desk_get_account (desk));

  self->sharing = g_object_ref (interview_sharing_desk_get_sharing (desk, recording));
  g_signal_connect_object (self->sharing, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  on_changed (self);
  interview_sharing_refresh (self->sharing);
  if (connection == NULL)
    forbid (self, _ ("Sign in first: the recording is shared through the company’s server."));
  else
    {
      self->connection = g_object_ref (connection);
      interview_share_api_get_policy_async (connection, self->cancellable, on_policy,
                                            g_object_ref (self));
      interview_recording_api_list_async (connection,
                                          interview_shelved_recording_get_room_id (recording),
                                          self->cancellable, on_listed, g_object_ref (self));
    }
  gtk_window_present (GTK_WINDOW (self));
}
