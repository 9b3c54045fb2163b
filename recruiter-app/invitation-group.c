/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "invitation-group.h"

#include <glib/gi18n.h>

#include "client/room-api.h"
#include "core/link.h"
#include "message-bar.h"
#include "program/time-text.h"
#include "ui/qr-view.h"

/*
 * RecruiterInvitationGroup hands the candidate's invitation to the recruiter: link and code to
 * copy while they are known, which is only right after they were made, a new link in place of a
 * lost one, and the end of the invitation.
 */
struct _RecruiterInvitationGroup
{
  AdwPreferencesGroup parent_instance;

  InterviewConnection *connection;
  GCancellable *cancellable;
  char *room_id;
  char *link_text;
  char *code_text;

  AdwActionRow *state;
  AdwActionRow *link;
  AdwActionRow *code;
  GtkWidget *qr_box;
  InterviewQrView *qr;
  RecruiterMessageBar *message;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (RecruiterInvitationGroup,
                     recruiter_invitation_group,
                     ADW_TYPE_PREFERENCES_GROUP)

static void
forget (RecruiterInvitationGroup *self)
{
  g_clear_pointer (&self->link_text, g_free);
  g_clear_pointer (&self->code_text, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self->link), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->code), FALSE);
  gtk_widget_set_visible (self->qr_box, FALSE);
  interview_qr_view_set_text (self->qr, NULL);
}

static void
show_qr (RecruiterInvitationGroup *self)
{
  g_autoptr (InterviewLink) link = interview_link_parse (self->link_text, NULL);
  g_autofree char *page = link != NULL ? interview_link_get_page (link) : NULL;

  interview_qr_view_set_text (self->qr, page);
  gtk_widget_set_visible (self->qr_box, page != NULL);
}

static void
set_state (RecruiterInvitationGroup *self, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state), title);
  adw_action_row_set_subtitle (self->state, subtitle);
}

static void
copy (RecruiterInvitationGroup *self, const char *text, const char *toast)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", toast);
}

static void
on_copy_link (RecruiterInvitationGroup *self)
{
  copy (self, self->link_text, _ ("Link copied"));
}

static void
on_copy_code (RecruiterInvitationGroup *self)
{
  copy (self, self->code_text, _ ("Code copied"));
}

static void
on_renewed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterInvitationGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewInvitation) invitation = NULL;

  invitation =
      interview_room_api_renew_invitation_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->buttons, TRUE);
  if (invitation != NULL)
    recruiter_invitation_group_set_invitation (self, invitation);
  else
    recruiter_message_bar_show (self->message, error->message);
}

static void
on_revoked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterInvitationGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean revoked;

  revoked =
      interview_room_api_revoke_invitation_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->buttons, TRUE);
  if (!revoked)
    {
      recruiter_message_bar_show (self->message, error->message);
      return;
    }
  forget (self);
  set_state (
      self, _ ("The invitation is withdrawn"),
      _ ("Nobody can enter with the old link any more. Make a new link to open the room again."));
}

static void
on_answer (RecruiterInvitationGroup *self, const char *answer)
{
  gboolean renew = g_str_equal (answer, "renew");

  if (!renew && !g_str_equal (answer, "revoke"))
    return;
  recruiter_message_bar_show (self->message, NULL);
  gtk_widget_set_sensitive (self->buttons, FALSE);
  if (renew)
    interview_room_api_renew_invitation_async (self->connection, self->room_id, self->cancellable,
                                               on_renewed, g_object_ref (self));
  else
    interview_room_api_revoke_invitation_async (self->connection, self->room_id, self->cancellable,
                                                on_revoked, g_object_ref (self));
}

static void
ask (RecruiterInvitationGroup *self,
     const char *title,
     const char *body,
     const char *answer,
     const char *label)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), title, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), answer,
                                    label, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), answer,
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_renew (RecruiterInvitationGroup *self)
{
  ask (self, _ ("Make a New Link?"),
       _ ("The old link stops working, and whoever entered with it is signed out. Send the new one "
          "to the candidate."),
       "renew", _ ("_Make New Link"));
}

static void
on_revoke (RecruiterInvitationGroup *self)
{
  ask (self, _ ("Withdraw the Invitation?"),
       _ ("The link stops working, and whoever entered with it is signed out."), "revoke",
       _ ("_Withdraw"));
}

static void
recruiter_invitation_group_dispose (GObject *object)
{
  RecruiterInvitationGroup *self = RECRUITER_INVITATION_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->connection);
  g_clear_pointer (&self->room_id, g_free);
  g_clear_pointer (&self->link_text, g_free);
  g_clear_pointer (&self->code_text, g_free);
  G_OBJECT_CLASS (recruiter_invitation_group_parent_class)->dispose (object);
}

static void
recruiter_invitation_group_class_init (RecruiterInvitationGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_invitation_group_dispose;

  g_type_ensure (INTERVIEW_TYPE_QR_VIEW);
  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/interview/Recruiter/invitation-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterInvitationGroup, state);
  gtk_widget_class_bind_template_child (widget_class, RecruiterInvitationGroup, link);
  gtk_widget_class_bind_template_child (widget_class, RecruiterInvitationGroup, code);
  gtk_widget_class_bind_template_child (widget_class, RecruiterInvitationGroup, qr_box);
  gtk_widget_class_bind_template_child (widget_class, RecruiterInvitationGroup, qr);
  gtk_widget_class_bind_template_child (widget_class, RecruiterInvitationGroup, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterInvitationGroup, buttons);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_link);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_code);
  gtk_widget_class_bind_template_callback (widget_class, on_renew);
  gtk_widget_class_bind_template_callback (widget_class, on_revoke);
}

static void
recruiter_invitation_group_init (RecruiterInvitationGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_invitation_group_set_room:
 * @connection: (nullable) (transfer none): a connection that is signed in
 * @room_id: (nullable): the room
 *
 * Shows the invitation of another room, of which no link is known.
 */
void
recruiter_invitation_group_set_room (RecruiterInvitationGroup *self,
                                     InterviewConnection *connection,
                                     const char *room_id)
{
  g_return_if_fail (RECRUITER_IS_INVITATION_GROUP (self));

  g_set_object (&self->connection, connection);
  if (g_strcmp0 (room_id, self->room_id) == 0)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_free (self->room_id);
  self->room_id = g_strdup (room_id);
  forget (self);
  recruiter_message_bar_show (self->message, NULL);
  gtk_widget_set_sensitive (self->buttons, TRUE);
  set_state (self, _ ("The link is shown only when it is made"),
             _ ("If it got lost, make a new one. The old one then stops working."));
}

/**
 * recruiter_invitation_group_set_invitation:
 * @invitation: (transfer none): an invitation that was made just now, with link and code
 */
void
recruiter_invitation_group_set_invitation (RecruiterInvitationGroup *self,
                                           InterviewInvitation *invitation)
{
  const char *code;
  g_autofree char *until = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *escaped = NULL;

  g_return_if_fail (RECRUITER_IS_INVITATION_GROUP (self));
  g_return_if_fail (INTERVIEW_IS_INVITATION (invitation));

  forget (self);
  code = interview_invitation_get_code (invitation);
  until = interview_time_text_moment (interview_invitation_get_expires_at (invitation),
                                      g_get_real_time ());
  /* Translators: %s is a day and a time. */
  subtitle = g_strdup_printf (_ ("Send it to the candidate. It can be used until: %s"), until);
  set_state (self, _ ("The link is ready"), subtitle);
  self->link_text = g_strdup (interview_invitation_get_link (invitation));
  self->code_text = code != NULL ? interview_code_group (code) : NULL;
  if (self->link_text != NULL)
    {
      escaped = g_markup_escape_text (self->link_text, -1);
      adw_action_row_set_subtitle (self->link, escaped);
      show_qr (self);
    }
  if (self->code_text != NULL)
    adw_action_row_set_subtitle (self->code, self->code_text);
  gtk_widget_set_visible (GTK_WIDGET (self->link), self->link_text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->code), self->code_text != NULL);
}
