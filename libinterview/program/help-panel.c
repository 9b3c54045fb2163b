/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/help-panel.h"

#include <glib/gi18n-lib.h>

#include "program/chat-loader.h"
#include "program/draft-keeper.h"
#include "program/help-call.h"
#include "ui/chat-page.h"
#include "ui/video-stage.h"

/*
 * InterviewHelpPanel is what the candidate and HR say to each other about one call for help: the
 * chat, and above it the video call while there is one. HR steps in; the candidate's camera goes
 * nowhere before they have answered, and when HR leaves the candidate is back where they were.
 * Property `unread`: how many messages of the other side were not seen. Signal `failed` (#GError):
 * the server has ended the call. Main thread.
 */
struct _InterviewHelpPanel
{
  AdwBin parent_instance;

  InterviewAccount *account;
  InterviewDevices *devices;
  InterviewChatLoader *loader;
  InterviewDraftKeeper *draft;
  InterviewHelp *help;
  InterviewHelpCall *call;
  gboolean candidate;

  GtkWidget *call_box;
  InterviewVideoStage *stage;
  GtkWidget *call_label;
  GtkWidget *offer_box;
  GtkWidget *offer_label;
  GtkWidget *offer_button;
  GtkWidget *chat;
};

enum
{
  PROP_0,
  PROP_UNREAD,
  N_PROPS,
};

enum
{
  SIGNAL_FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewHelpPanel, interview_help_panel, ADW_TYPE_BIN)

#define STAGE_HEIGHT 220

static const char *
get_caller_name (InterviewHelpPanel *self)
{
  InterviewParticipant *caller = self->help != NULL ? interview_help_get_caller (self->help) : NULL;

  return caller != NULL ? interview_participant_get_display_name (caller) : NULL;
}

static const char *
get_candidate_name (InterviewHelpPanel *self)
{
  return interview_participant_get_display_name (interview_help_get_candidate (self->help));
}

static void
update_offer (InterviewHelpPanel *self)
{
  const char *caller = get_caller_name (self);
  gboolean open =
      self->help != NULL && interview_help_get_state (self->help) != INTERVIEW_HELP_STATE_CLOSED;
  gboolean offered = open && self->call == NULL && (!self->candidate || caller != NULL);
  g_autofree char *text = NULL;

  if (caller != NULL && self->candidate)
    /* Translators: %s is somebody of HR. */
    text = g_strdup_printf (_ ("%s is here to talk to you by video."), caller);
  else if (caller != NULL)
    /* Translators: %s is a colleague of the reader. */
    text = g_strdup_printf (_ ("%s is in the video call."), caller);
  gtk_label_set_label (GTK_LABEL (self->offer_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->offer_label, text != NULL);
  gtk_widget_set_visible (self->offer_box, offered);
}

static void
update_call_label (InterviewHelpPanel *self)
{
  gboolean alone = self->call == NULL ||
                   g_list_model_get_n_items (interview_help_call_get_remotes (self->call)) == 0;
  g_autofree char *text = NULL;

  if (self->call == NULL)
    return;
  if (!alone)
    text = g_strdup (self->candidate
                         ? _ ("This is not the interview: only HR sees and hears you here.")
                         : _ ("Only the candidate is here, outside of the interview."));
  else if (self->candidate)
    text = g_strdup (_ ("Connecting…"));
  else
    /* Translators: %s is the candidate. */
    text = g_strdup_printf (_ ("Waiting for %s to answer…"), get_candidate_name (self));
  gtk_label_set_label (GTK_LABEL (self->call_label), text);
}

static void
update (InterviewHelpPanel *self)
{
  gtk_widget_set_visible (self->call_box, self->call != NULL);
  update_call_label (self);
  update_offer (self);
}

static void
on_call_ended (InterviewHelpPanel *self, const GError *error)
{
  g_autoptr (InterviewHelpPanel) keep = g_object_ref (self);

  interview_help_panel_leave_call (self);
  if (self->help != NULL && interview_help_get_state (self->help) != INTERVIEW_HELP_STATE_CLOSED)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

static void
on_enter (InterviewHelpPanel *self)
{
  GListModel *remotes;

  if (self->call != NULL || self->help == NULL)
    return;
  self->call =
      interview_help_call_new (self->account, self->devices, interview_help_get_id (self->help));
  remotes = interview_help_call_get_remotes (self->call);
  interview_video_stage_set_remotes (self->stage, remotes);
  interview_video_view_set_frame_slot (interview_video_stage_get_own (self->stage),
                                       interview_capture_get_frame_slot (
                                           interview_devices_get_capture (self->devices)));
  g_signal_connect_object (remotes, "items-changed", G_CALLBACK (update_call_label), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->call, "ended", G_CALLBACK (on_call_ended), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

static void
on_send (InterviewHelpPanel *self, const char *text)
{
  interview_chat_loader_send (self->loader, text);
}

static void
on_seen (InterviewHelpPanel *self)
{
  interview_chat_loader_mark_seen (self->loader);
}

static void
on_unread (InterviewHelpPanel *self)
{
  if (gtk_widget_get_mapped (self->chat))
    interview_chat_loader_mark_seen (self->loader);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNREAD]);
}

static void
interview_help_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_UNREAD)
    g_value_set_uint (value, interview_help_panel_get_unread (INTERVIEW_HELP_PANEL (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
interview_help_panel_dispose (GObject *object)
{
  InterviewHelpPanel *self = INTERVIEW_HELP_PANEL (object);

  if (self->loader != NULL)
    g_signal_handlers_disconnect_by_data (self->loader, self);
  if (self->call != NULL)
    g_signal_handlers_disconnect_by_data (self->call, self);
  g_clear_object (&self->call);
  g_clear_object (&self->loader);
  g_clear_object (&self->draft);
  g_clear_object (&self->help);
  g_clear_object (&self->devices);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (interview_help_panel_parent_class)->dispose (object);
}

static void
interview_help_panel_class_init (InterviewHelpPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = interview_help_panel_get_property;
  object_class->dispose = interview_help_panel_dispose;
  properties[PROP_UNREAD] =
      g_param_spec_uint ("unread", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", INTERVIEW_TYPE_HELP_PANEL, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_switch (const char *icon_name, const char *name)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), icon_name);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_call_buttons (InterviewHelpPanel *self)
{
  InterviewCapture *capture = interview_devices_get_capture (self->devices);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *microphone = make_switch ("audio-input-microphone-symbolic", _ ("Microphone"));
  GtkWidget *camera = make_switch ("camera-web-symbolic", _ ("Camera"));
  GtkWidget *leave = gtk_button_new_with_mnemonic (_ ("_Leave Video Call"));

  g_object_bind_property (capture, "microphone-enabled", microphone, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (capture, "camera-enabled", camera, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  gtk_widget_add_css_class (leave, "destructive-action");
  g_signal_connect_object (leave, "clicked", G_CALLBACK (interview_help_panel_leave_call), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), microphone);
  gtk_box_append (GTK_BOX (box), camera);
  gtk_box_append (GTK_BOX (box), leave);
  return box;
}

static GtkWidget *
make_call_box (InterviewHelpPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->stage = interview_video_stage_new ();
  gtk_widget_set_size_request (GTK_WIDGET (self->stage), -1, STAGE_HEIGHT);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stage), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self->stage), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self->stage), "help-stage");
  self->call_label = make_label ("caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stage));
  gtk_box_append (GTK_BOX (box), self->call_label);
  gtk_box_append (GTK_BOX (box), make_call_buttons (self));
  return box;
}

static GtkWidget *
make_offer_box (InterviewHelpPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->offer_label = make_label ("heading");
  self->offer_button = gtk_button_new_with_mnemonic (
      self->candidate ? _ ("_Answer by Video") : _ ("_Step into the Lobby by Video"));
  gtk_widget_set_halign (self->offer_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->offer_button, "pill");
  if (self->candidate)
    gtk_widget_add_css_class (self->offer_button, "suggested-action");
  g_signal_connect_object (self->offer_button, "clicked", G_CALLBACK (on_enter), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->offer_label);
  gtk_box_append (GTK_BOX (box), self->offer_button);
  return box;
}

static void
interview_help_panel_init (InterviewHelpPanel *self)
{
}

/**
 * interview_help_panel_new:
 * @account: the candidate or an HR admin, signed in
 * @devices: camera, microphone and loudspeaker, for the video call
 * @room_id: the room
 *
 * Returns: (transfer floating): a panel that knows of no call for help yet
 */
GtkWidget *
interview_help_panel_new (InterviewAccount *account, InterviewDevices *devices, const char *room_id)
{
  InterviewHelpPanel *self = g_object_new (INTERVIEW_TYPE_HELP_PANEL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  InterviewPerson *person = interview_session_get_person (interview_account_get_session (account));

  self->account = g_object_ref (account);
  self->devices = g_object_ref (devices);
  self->candidate = interview_person_get_role (person) == INTERVIEW_ROLE_CANDIDATE;
  self->loader = interview_chat_loader_new (account, room_id, INTERVIEW_CHAT_SCOPE_HELP);
  self->call_box = make_call_box (self);
  interview_video_view_set_name (interview_video_stage_get_own (self->stage),
                                 interview_person_get_display_name (person));
  self->offer_box = make_offer_box (self);
  self->chat = interview_chat_page_new ();
  self->draft = interview_draft_keeper_new (account, "help", room_id,
                                            interview_chat_page_get_buffer (
                                                INTERVIEW_CHAT_PAGE (self->chat)));
  gtk_widget_set_vexpand (self->chat, TRUE);
  interview_chat_page_set_model (INTERVIEW_CHAT_PAGE (self->chat),
                                 interview_chat_loader_get_lines (self->loader));
  g_signal_connect_object (self->chat, "send", G_CALLBACK (on_send), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chat, "seen", G_CALLBACK (on_seen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loader, "notify::unread", G_CALLBACK (on_unread), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->call_box);
  gtk_box_append (GTK_BOX (box), self->offer_box);
  gtk_box_append (GTK_BOX (box), self->chat);
  adw_bin_set_child (ADW_BIN (self), box);
  update (self);
  interview_chat_loader_load (self->loader);
  return GTK_WIDGET (self);
}

/**
 * interview_help_panel_set_help:
 * @help: (transfer none): how far it is now
 *
 * To be called at each change. The video call ends with the help, and for the candidate when HR has
 * left it.
 */
void
interview_help_panel_set_help (InterviewHelpPanel *self, InterviewHelp *help)
{
  g_return_if_fail (INTERVIEW_IS_HELP_PANEL (self));
  g_return_if_fail (INTERVIEW_IS_HELP (help));

  g_set_object (&self->help, help);
  if (interview_help_get_state (help) == INTERVIEW_HELP_STATE_CLOSED ||
      (self->candidate && interview_help_get_caller (help) == NULL))
    interview_help_panel_leave_call (self);
  update (self);
}

/**
 * interview_help_panel_leave_call:
 *
 * Leaves the video call, if there is one.
 */
void
interview_help_panel_leave_call (InterviewHelpPanel *self)
{
  g_return_if_fail (INTERVIEW_IS_HELP_PANEL (self));

  if (self->call == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->call, self);
  interview_video_stage_set_remotes (self->stage, NULL);
  /* The page behind shows one's own picture again. */
  interview_video_view_set_frame_slot (interview_video_stage_get_own (self->stage), NULL);
  g_clear_object (&self->call);
  update (self);
}

/**
 * interview_help_panel_is_in_call:
 *
 * Returns: whether this side is in the video call
 */
gboolean
interview_help_panel_is_in_call (InterviewHelpPanel *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP_PANEL (self), FALSE);

  return self->call != NULL;
}

/**
 * interview_help_panel_get_unread:
 *
 * Returns: how many messages of the other side were not seen
 */
guint
interview_help_panel_get_unread (InterviewHelpPanel *self)
{
  g_return_val_if_fail (INTERVIEW_IS_HELP_PANEL (self), 0);

  return self->loader != NULL ? interview_chat_loader_get_unread (self->loader) : 0;
}

/**
 * interview_help_panel_focus_composer:
 *
 * Moves the keyboard to where one writes.
 */
void
interview_help_panel_focus_composer (InterviewHelpPanel *self)
{
  g_return_if_fail (INTERVIEW_IS_HELP_PANEL (self));

  interview_chat_page_focus_composer (INTERVIEW_CHAT_PAGE (self->chat));
}
