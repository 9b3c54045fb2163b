/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "lobby-bar.h"

#include <glib/gi18n.h>

#include "client/room-api.h"
#include "core/error.h"
#include "core/protocol/limits.h"

/*
 * RecruiterLobbyBar stands above a call while the candidate waits in the lobby: one click admits
 * them. It also sends them back from the call, and denies them the room with a reason that they
 * read. Of two recruiters who decide at once the second hears what became of it.
 */
struct _RecruiterLobbyBar
{
  AdwBin parent_instance;

  InterviewConnection *connection;
  InterviewVisit *visit;
  GCancellable *cancellable;
  GtkWindow *question;
  GtkTextView *reason;

  GtkLabel *label;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (RecruiterLobbyBar, recruiter_lobby_bar, ADW_TYPE_BIN)

static InterviewRoom *
get_room (RecruiterLobbyBar *self)
{
  return self->visit != NULL
             ? interview_room_watch_get_room (interview_visit_get_watch (self->visit))
             : NULL;
}

static const char *
get_name (RecruiterLobbyBar *self)
{
  InterviewRoom *room = get_room (self);

  return room != NULL ? interview_participant_get_display_name (interview_room_get_candidate (room))
                      : _ ("The candidate");
}

static void
update (RecruiterLobbyBar *self)
{
  gboolean waits = self->visit != NULL &&
                   interview_roster_has_waiting (interview_visit_get_roster (self->visit));
  g_autofree char *text = NULL;

  /* Translators: %s is the candidate. */
  text = g_strdup_printf (_ ("%s is waiting in the lobby"), get_name (self));
  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self), waits);
}

static void
toast (RecruiterLobbyBar *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
on_decided (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterLobbyBar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRoom) room = NULL;

  room = interview_room_api_set_entrance_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->buttons, TRUE);
  if (g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT))
    toast (self, _ ("Somebody else on the panel has decided differently just now."));
  else if (error != NULL)
    toast (self, error->message);
  if (self->visit != NULL)
    interview_room_watch_reload (interview_visit_get_watch (self->visit));
}

static void
decide (RecruiterLobbyBar *self,
        InterviewRoomEntrance seen,
        InterviewRoomEntrance entrance,
        const char *reason)
{
  g_autoptr (InterviewEntranceRequest) request =
      g_object_new (INTERVIEW_TYPE_ENTRANCE_REQUEST, "seen", seen, "entrance", entrance, "reason",
                    reason, NULL);

  if (self->visit == NULL)
    return;
  gtk_widget_set_sensitive (self->buttons, FALSE);
  interview_room_api_set_entrance_async (
      self->connection, interview_room_watch_get_room_id (interview_visit_get_watch (self->visit)),
      request, self->cancellable, on_decided, g_object_ref (self));
}

static void
on_admit (RecruiterLobbyBar *self)
{
  decide (self, INTERVIEW_ROOM_ENTRANCE_LOBBY, INTERVIEW_ROOM_ENTRANCE_ADMITTED, NULL);
}

static char *
get_reason (RecruiterLobbyBar *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->reason);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_utf8_substring (g_strstrip (text), 0,
                           MIN (INTERVIEW_LIMIT_TEXT, g_utf8_strlen (text, -1)));
}

static void
on_reason (RecruiterLobbyBar *self)
{
  g_autofree char *reason = get_reason (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self->question), "deny",
                                           *reason != '\0');
}

static void
on_answer (RecruiterLobbyBar *self, const char *answer)
{
  InterviewRoom *room = get_room (self);
  g_autofree char *reason = get_reason (self);

  g_clear_weak_pointer (&self->question);
  if (g_str_equal (answer, "deny") && room != NULL)
    decide (self, interview_room_get_entrance (room), INTERVIEW_ROOM_ENTRANCE_DENIED, reason);
}

static GtkWidget *
make_reason (RecruiterLobbyBar *self)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->reason = GTK_TEXT_VIEW (view);
  g_object_set (view, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, "top-margin", 9,
                "bottom-margin", 9, "left-margin", 9, "right-margin", 9, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason, for the candidate"), -1);
  g_object_set (scroller, "child", view, "min-content-height", 90, "has-frame", TRUE, NULL);
  gtk_widget_add_css_class (scroller, "card");
  g_signal_connect_object (gtk_text_view_get_buffer (self->reason), "changed",
                           G_CALLBACK (on_reason), self, G_CONNECT_SWAPPED);
  return scroller;
}

static void
on_deny (RecruiterLobbyBar *self)
{
  recruiter_lobby_bar_deny (self);
}

static void
recruiter_lobby_bar_dispose (GObject *object)
{
  recruiter_lobby_bar_close (RECRUITER_LOBBY_BAR (object));
  G_OBJECT_CLASS (recruiter_lobby_bar_parent_class)->dispose (object);
}

static void
recruiter_lobby_bar_class_init (RecruiterLobbyBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_lobby_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/lobby-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterLobbyBar, label);
  gtk_widget_class_bind_template_child (widget_class, RecruiterLobbyBar, buttons);
  gtk_widget_class_bind_template_callback (widget_class, on_admit);
  gtk_widget_class_bind_template_callback (widget_class, on_deny);
}

static void
recruiter_lobby_bar_init (RecruiterLobbyBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_lobby_bar_open:
 * @connection: (transfer none): a connection that is signed in
 * @visit: (transfer none): the recruiter's stay in the room
 *
 * Begins to show who waits in the room's lobby.
 */
void
recruiter_lobby_bar_open (RecruiterLobbyBar *self,
                          InterviewConnection *connection,
                          InterviewVisit *visit)
{
  g_return_if_fail (RECRUITER_IS_LOBBY_BAR (self));

  recruiter_lobby_bar_close (self);
  self->cancellable = g_cancellable_new ();
  self->connection = g_object_ref (connection);
  self->visit = g_object_ref (visit);
  g_signal_connect_object (interview_visit_get_roster (visit), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (interview_visit_get_watch (visit), "notify::room", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (self->buttons, TRUE);
  update (self);
}

/**
 * recruiter_lobby_bar_close:
 *
 * Forgets the visit.
 */
void
recruiter_lobby_bar_close (RecruiterLobbyBar *self)
{
  GtkWindow *question;

  g_return_if_fail (RECRUITER_IS_LOBBY_BAR (self));

  question = self->question;
  g_clear_weak_pointer (&self->question);
  if (question != NULL)
    gtk_window_destroy (question);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->visit != NULL)
    {
      g_signal_handlers_disconnect_by_data (interview_visit_get_roster (self->visit), self);
      g_signal_handlers_disconnect_by_data (interview_visit_get_watch (self->visit), self);
    }
  g_clear_object (&self->visit);
  g_clear_object (&self->connection);
}

/**
 * recruiter_lobby_bar_send_back:
 *
 * Sends the candidate from the call to the lobby.
 */
void
recruiter_lobby_bar_send_back (RecruiterLobbyBar *self)
{
  g_return_if_fail (RECRUITER_IS_LOBBY_BAR (self));

  decide (self, INTERVIEW_ROOM_ENTRANCE_ADMITTED, INTERVIEW_ROOM_ENTRANCE_LOBBY, NULL);
}

/**
 * recruiter_lobby_bar_deny:
 *
 * Asks for a reason, then denies the candidate the room.
 */
void
recruiter_lobby_bar_deny (RecruiterLobbyBar *self)
{
  GtkRoot *root;
  GtkWidget *dialog;
  g_autofree char *body = NULL;

  g_return_if_fail (RECRUITER_IS_LOBBY_BAR (self));

  if (self->question != NULL || self->visit == NULL)
    return;
  root = gtk_widget_get_root (GTK_WIDGET (self));
  /* Translators: %s is the candidate. */
  body = g_strdup_printf (_ ("%s cannot come in until somebody on the panel allows it again, and "
                             "reads the reason that you write here."),
                          get_name (self));
  dialog = adw_message_dialog_new (GTK_WINDOW (root), _ ("Do Not Let the Candidate In?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "deny",
                                    _ ("_Do Not Let In"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "deny",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_reason (self));
  g_set_weak_pointer (&self->question, GTK_WINDOW (dialog));
  on_reason (self);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answer), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
