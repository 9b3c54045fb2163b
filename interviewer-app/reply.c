/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "interviewer-app"

#include "reply.h"

#include <glib/gi18n.h>

#include "client/room-api.h"
#include "core/error.h"
#include "core/protocol/limits.h"
#include "program/draft-keeper.h"
#include "program/moment-row.h"
#include "program/time-text.h"
#include "ui/wrap-layout.h"

/*
 * CandidateReply is what the candidate answers to the invitation: they accept, decline, or propose
 * another time, and may change it until the interview begins. What they wrote stays until it has
 * arrived, also when the program ends. It belongs to the page that shows the room.
 */
struct _CandidateReply
{
  AdwBin parent_instance;

  AdwActionRow *state;
  GtkLabel *message;
  GtkWidget *choices;
  GtkWidget *accept;
  GtkWidget *form;
  InterviewMomentRow *moment;
  GtkEditable *note;

  InterviewDraftKeeper *draft; /* of the note */
  InterviewConnection *connection;
  InterviewRoomWatch *watch;
  GCancellable *cancellable;
  InterviewRoomAnswer asked; /* what the form is about */
  gint64 seen;               /* the start to which the form answers */
};

/* Pixels between the buttons, as between those of the form. */
#define SPACING 6

G_DEFINE_FINAL_TYPE (CandidateReply, candidate_reply, ADW_TYPE_BIN)

static InterviewRoom *
get_room (CandidateReply *self)
{
  return self->watch != NULL ? interview_room_watch_get_room (self->watch) : NULL;
}

/* Until it begins; the server decides. */
static gboolean
is_open (InterviewRoom *room, gint64 now)
{
  InterviewRoomState state = interview_room_get_state (room);

  return (state == INTERVIEW_ROOM_STATE_SCHEDULED || state == INTERVIEW_ROOM_STATE_WAITING) &&
         interview_room_get_starts_at (room) > now;
}

static char *
describe (InterviewRoomReply *reply, gint64 now)
{
  g_autofree char *moment = NULL;

  if (reply == NULL)
    return g_strdup (_ ("Will you come?"));
  switch (interview_room_reply_get_answer (reply))
    {
    case INTERVIEW_ROOM_ANSWER_ACCEPTED:
      return g_strdup (_ ("You have accepted"));
    case INTERVIEW_ROOM_ANSWER_DECLINED:
      return g_strdup (_ ("You have declined"));
    case INTERVIEW_ROOM_ANSWER_PROPOSED:
    default:
      moment = interview_time_text_moment (interview_room_reply_get_proposed_at (reply), now);
      /* Translators: %s is a day and a time. */
      return g_strdup_printf (_ ("You propose: %s"), moment);
    }
}

static const char *
explain (InterviewRoomReply *reply)
{
  if (reply == NULL)
    return _ ("Those who interview you see your answer.");
  if (interview_room_reply_get_note (reply) != NULL)
    return interview_room_reply_get_note (reply);
  if (interview_room_reply_get_answer (reply) == INTERVIEW_ROOM_ANSWER_PROPOSED)
    return _ ("The interview stays at its time until it is moved.");
  return _ ("You can change your answer until the interview begins.");
}

static void
show_message (CandidateReply *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static void
show_form (CandidateReply *self, gboolean shown)
{
  gtk_widget_set_visible (self->form, shown);
  gtk_widget_set_visible (self->choices, !shown);
}

static void
set_busy (CandidateReply *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->form, !busy);
  gtk_widget_set_sensitive (self->choices, !busy);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CandidateReply) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRoom) room =
      interview_room_api_reply_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  interview_room_watch_reload (self->watch);
  if (room != NULL)
    {
      show_form (self, FALSE);
      gtk_editable_set_text (self->note, "");
      return;
    }
  if (!g_error_matches (error, INTERVIEW_ERROR, INTERVIEW_ERROR_CONFLICT))
    {
      show_message (self, error->message);
      return;
    }
  self->seen = 0;
  show_message (self, _ ("The interview was moved meanwhile. Look at its new time, then answer "
                         "again."));
}

static void
send (CandidateReply *self, InterviewRoomAnswer answer, gint64 proposed_at, const char *note)
{
  g_autofree char *text = g_strstrip (g_strdup (note));
  g_autoptr (InterviewReplyRequest) request =
      g_object_new (INTERVIEW_TYPE_REPLY_REQUEST, "starts-at",
                    self->seen != 0 ? self->seen : interview_room_get_starts_at (get_room (self)),
                    "answer", answer, "proposed-at", proposed_at, "note",
                    *text != '\0' ? text : NULL, NULL);

  show_message (self, NULL);
  set_busy (self, TRUE);
  interview_room_api_reply_async (self->connection, interview_room_get_id (get_room (self)),
                                  request, self->cancellable, on_sent, g_object_ref (self));
}

static void
on_accept (CandidateReply *self)
{
  self->seen = 0;
  send (self, INTERVIEW_ROOM_ANSWER_ACCEPTED, 0, "");
}

static void
ask (CandidateReply *self, InterviewRoomAnswer answer)
{
  self->asked = answer;
  self->seen = interview_room_get_starts_at (get_room (self));
  show_message (self, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->moment), answer == INTERVIEW_ROOM_ANSWER_PROPOSED);
  show_form (self, TRUE);
  gtk_widget_grab_focus (answer == INTERVIEW_ROOM_ANSWER_PROPOSED ? GTK_WIDGET (self->moment)
                                                                  : GTK_WIDGET (self->note));
}

static void
on_decline (CandidateReply *self)
{
  ask (self, INTERVIEW_ROOM_ANSWER_DECLINED);
}

static void
on_propose (CandidateReply *self)
{
  interview_moment_row_set_time (self->moment,
                                 interview_room_get_starts_at (get_room (self)) + G_TIME_SPAN_DAY);
  ask (self, INTERVIEW_ROOM_ANSWER_PROPOSED);
}

static void
on_back (CandidateReply *self)
{
  show_message (self, NULL);
  show_form (self, FALSE);
  gtk_widget_grab_focus (self->accept);
}

static void
on_send (CandidateReply *self)
{
  gboolean proposes = self->asked == INTERVIEW_ROOM_ANSWER_PROPOSED;
  gint64 time = proposes ? interview_moment_row_get_time (self->moment) : 0;

  if (proposes && time <= g_get_real_time ())
    show_message (self, _ ("This time is past. Choose a later day or time."));
  else if (proposes && time == interview_room_get_starts_at (get_room (self)))
    show_message (self,
                  _ ("The interview is at this time already. Choose another one, or accept."));
  else
    send (self, self->asked, time, gtk_editable_get_text (self->note));
}

static void
candidate_reply_dispose (GObject *object)
{
  CandidateReply *self = CANDIDATE_REPLY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->draft);
  g_clear_object (&self->connection);
  g_clear_object (&self->watch);
  G_OBJECT_CLASS (candidate_reply_parent_class)->dispose (object);
}

static void
candidate_reply_finalize (GObject *object)
{
  g_clear_object (&CANDIDATE_REPLY (object)->cancellable);
  G_OBJECT_CLASS (candidate_reply_parent_class)->finalize (object);
}

static void
candidate_reply_class_init (CandidateReplyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = candidate_reply_dispose;
  object_class->finalize = candidate_reply_finalize;
  g_type_ensure (INTERVIEW_TYPE_MOMENT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Candidate/reply.ui");
  gtk_widget_class_bind_template_child (widget_class, CandidateReply, state);
  gtk_widget_class_bind_template_child (widget_class, CandidateReply, message);
  gtk_widget_class_bind_template_child (widget_class, CandidateReply, choices);
  gtk_widget_class_bind_template_child (widget_class, CandidateReply, accept);
  gtk_widget_class_bind_template_child (widget_class, CandidateReply, form);
  gtk_widget_class_bind_template_child (widget_class, CandidateReply, moment);
  gtk_widget_class_bind_template_child (widget_class, CandidateReply, note);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_decline);
  gtk_widget_class_bind_template_callback (widget_class, on_propose);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_send);
}

static void
candidate_reply_init (CandidateReply *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->choices, interview_wrap_layout_new (SPACING));
  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (self->note)),
                           INTERVIEW_LIMIT_REPLY);
}

/**
 * candidate_reply_set_watch:
 * @account: (nullable): who is signed in
 * @watch: (nullable): their room
 *
 * Begins to ask about a room; what was written about another one leaves the form.
 */
void
candidate_reply_set_watch (CandidateReply *self,
                           InterviewAccount *account,
                           InterviewRoomWatch *watch)
{
  g_return_if_fail (CANDIDATE_IS_REPLY (self));
  g_return_if_fail (watch == NULL || INTERVIEW_IS_ACCOUNT (account));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_object (&self->draft);
  g_clear_object (&self->connection);
  if (account != NULL)
    self->connection = g_object_ref (interview_account_get_connection (account));
  g_set_object (&self->watch, watch);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_editable_set_text (self->note, "");
  show_message (self, NULL);
  show_form (self, FALSE);
  set_busy (self, FALSE);
  if (watch != NULL)
    self->draft = interview_draft_keeper_new (account, "reply",
                                              interview_room_watch_get_room_id (watch), self->note);
}

/**
 * candidate_reply_update:
 * @now: the present time, microseconds since 1970 in UTC
 *
 * Shows how it stands with the room; nothing once it is too late to answer.
 */
void
candidate_reply_update (CandidateReply *self, gint64 now)
{
  InterviewRoom *room;
  InterviewRoomReply *reply;
  g_autofree char *title = NULL;

  g_return_if_fail (CANDIDATE_IS_REPLY (self));

  room = get_room (self);
  gtk_widget_set_visible (GTK_WIDGET (self), room != NULL && is_open (room, now));
  if (room == NULL)
    return;
  reply = interview_room_get_reply (room);
  title = describe (reply, now);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state), title);
  adw_action_row_set_subtitle (self->state, explain (reply));
  gtk_widget_set_visible (self->accept, reply == NULL || interview_room_reply_get_answer (reply) !=
                                                             INTERVIEW_ROOM_ANSWER_ACCEPTED);
}
