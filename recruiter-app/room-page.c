/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "room-page.h"

#include <glib/gi18n.h>

#include "client/room-api.h"
#include "invitation-group.h"
#include "message-bar.h"
#include "onboarding-window.h"
#include "program/time-text.h"
#include "resume-box.h"
#include "room-words.h"
#include "schedule-window.h"

/*
 * RecruiterRoomPage shows one room before the call: who, when, with whom, the invitation, and the
 * resume to read.
 *
 * Signals: `join`: the recruiter wants to go in; `changed`: the server has a newer room.
 */
struct _RecruiterRoomPage
{
  AdwBin parent_instance;

  InterviewAccount *account;
  InterviewRoom *room;
  GCancellable *cancellable;
  gboolean filling;

  GtkScrolledWindow *scroller;
  GtkLabel *candidate;
  GtkLabel *position;
  GtkWidget *state_box;
  GtkImage *state_icon;
  GtkLabel *state;
  GtkWidget *join;
  GtkWidget *change;
  GtkWidget *cancel;
  GtkWidget *onboard;
  AdwActionRow *time;
  AdwActionRow *recruiters;
  AdwActionRow *answer;
  GtkWidget *use_time;
  AdwActionRow *interactive_row;
  GtkSwitch *interactive;
  RecruiterMessageBar *message;
  RecruiterInvitationGroup *invitation;
  RecruiterResumeBox *resume;
};

enum
{
  JOIN,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RecruiterRoomPage, recruiter_room_page, ADW_TYPE_BIN)

static void
set_subtitle (AdwActionRow *row, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_action_row_set_subtitle (row, escaped);
}

static void
fill_state (RecruiterRoomPage *self)
{
  gtk_label_set_label (self->state,
                       recruiter_room_words_get_state (self->room, g_get_real_time ()));
  gtk_image_set_from_icon_name (self->state_icon, recruiter_room_words_get_icon_name (self->room));
  if (recruiter_room_words_needs_attention (self->room))
    gtk_widget_add_css_class (self->state_box, "attention");
  else
    gtk_widget_remove_css_class (self->state_box, "attention");
  gtk_widget_set_visible (self->join, !recruiter_room_words_is_over (self->room));
}

static void
fill_interactive (RecruiterRoomPage *self)
{
  gboolean in_room = interview_room_get_interactive_in_room (self->room);
  const char *words;

  self->filling = TRUE;
  gtk_switch_set_active (self->interactive, in_room);
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->interactive),
                            !recruiter_room_words_is_over (self->room));
  if (in_room && !interview_room_get_interactive (self->room))
    words = _ ("On for this room, but switched off for the whole company");
  else if (in_room)
    words = _ ("On: panels with resume, company and questions over the video");
  else
    words = _ ("Off: this interview is plain video");
  set_subtitle (self->interactive_row, words);
}

/* Who talks ends the interview instead. */
static gboolean
is_cancellable (InterviewRoom *room)
{
  return !recruiter_room_words_is_over (room) &&
         interview_room_get_state (room) != INTERVIEW_ROOM_STATE_LIVE;
}

static gboolean
has_taken_place (InterviewRoom *room)
{
  return interview_room_get_state (room) == INTERVIEW_ROOM_STATE_ENDED;
}

static void
fill_answer (RecruiterRoomPage *self, gint64 now)
{
  gboolean answered = recruiter_room_words_get_answer (self->room) != NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->answer), answered);
  if (!answered)
    return;
  text = recruiter_room_words_describe_answer (self->room, now);
  set_subtitle (self->answer, text);
  gtk_widget_set_visible (self->use_time, interview_room_reply_get_proposed_at (
                                              interview_room_get_reply (self->room)) > now);
}

static void
fill (RecruiterRoomPage *self)
{
  gint64 now = g_get_real_time ();
  g_autofree char *time = recruiter_room_words_get_time (self->room, now);
  g_autofree char *zone = interview_time_text_zone (interview_room_get_starts_at (self->room),
                                                    interview_room_get_time_zone (self->room));
  g_autofree char *both = zone != NULL ? g_strdup_printf ("%s\n%s", time, zone) : NULL;
  g_autofree char *recruiters = recruiter_room_words_get_recruiters (self->room);

  gtk_label_set_label (self->candidate, interview_participant_get_display_name (
                                            interview_room_get_candidate (self->room)));
  gtk_label_set_label (self->position, interview_room_get_position_title (self->room));
  set_subtitle (self->time, both != NULL ? both : time);
  set_subtitle (self->recruiters, recruiters);
  fill_answer (self, now);
  gtk_widget_set_visible (GTK_WIDGET (self->invitation),
                          !recruiter_room_words_is_over (self->room));
  gtk_widget_set_visible (self->change, !recruiter_room_words_is_over (self->room));
  gtk_widget_set_visible (self->cancel, is_cancellable (self->room));
  gtk_widget_set_visible (self->onboard, has_taken_place (self->room));
  fill_state (self);
  fill_interactive (self);
}

static void
on_join (RecruiterRoomPage *self)
{
  g_signal_emit (self, signals[JOIN], 0);
}

static void
on_switched (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterRoomPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRoom) room = NULL;

  room = interview_room_api_switch_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (room != NULL)
    recruiter_room_page_set_room (self, room);
  else
    {
      recruiter_message_bar_show (self->message, error->message);
      fill_interactive (self);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_interactive (RecruiterRoomPage *self)
{
  if (self->filling || self->room == NULL)
    return;
  recruiter_message_bar_show (self->message, NULL);
  interview_room_api_switch_async (interview_account_get_connection (self->account),
                                   interview_room_get_id (self->room),
                                   interview_room_get_revision (self->room),
                                   gtk_switch_get_active (self->interactive), self->cancellable,
                                   on_switched, g_object_ref (self));
}

static void
on_schedule_saved (RecruiterRoomPage *self, InterviewRoom *room)
{
  if (self->room != NULL &&
      g_strcmp0 (interview_room_get_id (self->room), interview_room_get_id (room)) == 0)
    recruiter_room_page_set_room (self, room);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_change (RecruiterRoomPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *window =
      recruiter_schedule_window_new (GTK_WINDOW (root),
                                     interview_account_get_connection (self->account), self->room);

  recruiter_message_bar_show (self->message, NULL);
  g_signal_connect_object (window, "saved", G_CALLBACK (on_schedule_saved), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_time_used (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterRoomPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRoom) room =
      interview_room_api_schedule_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->use_time, TRUE);
  if (room != NULL)
    on_schedule_saved (self, room);
  else
    recruiter_message_bar_show (self->message, error->message);
}

/* The time that the candidate proposes, with everything else as it is. */
static void
on_use_time (RecruiterRoomPage *self)
{
  GPtrArray *recruiters = interview_room_get_recruiters (self->room);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (InterviewScheduleRequest) request = NULL;
  g_auto (GStrv) recruiter_ids = NULL;

  for (guint i = 0; recruiters != NULL && i < recruiters->len; i++)
    g_strv_builder_add (builder, interview_participant_get_person_id (recruiters->pdata[i]));
  recruiter_ids = g_strv_builder_end (builder);
  request =
      g_object_new (INTERVIEW_TYPE_SCHEDULE_REQUEST, "revision",
                    interview_room_get_revision (self->room), "recruiter-ids", recruiter_ids,
                    "starts-at",
                    interview_room_reply_get_proposed_at (interview_room_get_reply (self->room)),
                    "duration-minutes", interview_room_get_duration_minutes (self->room),
                    "time-zone", interview_room_get_time_zone (self->room), NULL);
  recruiter_message_bar_show (self->message, NULL);
  gtk_widget_set_sensitive (self->use_time, FALSE);
  interview_room_api_schedule_async (interview_account_get_connection (self->account),
                                     interview_room_get_id (self->room), request, self->cancellable,
                                     on_time_used, g_object_ref (self));
}

static void
on_onboard (RecruiterRoomPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (recruiter_onboarding_window_new (
      GTK_WINDOW (root), interview_account_get_connection (self->account), self->room)));
}

static void
on_cancelled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterRoomPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRoom) room = NULL;

  room = interview_room_api_cancel_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->cancel, TRUE);
  if (room != NULL)
    on_schedule_saved (self, room);
  else
    recruiter_message_bar_show (self->message, error->message);
}

static void
on_cancel_answer (RecruiterRoomPage *self, const char *answer)
{
  if (!g_str_equal (answer, "cancel-interview") || self->room == NULL)
    return;
  recruiter_message_bar_show (self->message, NULL);
  gtk_widget_set_sensitive (self->cancel, FALSE);
  interview_room_api_cancel_async (interview_account_get_connection (self->account),
                                   interview_room_get_id (self->room), self->cancellable,
                                   on_cancelled, g_object_ref (self));
}

static void
on_cancel (RecruiterRoomPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (root), _ ("Cancel the Interview?"),
                              _ ("It does not take place, and its link stops working. This cannot "
                                 "be undone; to postpone it, change its time instead."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("_Keep"),
                                    "cancel-interview", _ ("_Cancel Interview"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "cancel-interview",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_cancel_answer), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
recruiter_room_page_dispose (GObject *object)
{
  RecruiterRoomPage *self = RECRUITER_ROOM_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->room);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (recruiter_room_page_parent_class)->dispose (object);
}

static void
recruiter_room_page_class_init (RecruiterRoomPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_room_page_dispose;

  signals[JOIN] = g_signal_new ("join", RECRUITER_TYPE_ROOM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", RECRUITER_TYPE_ROOM_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (RECRUITER_TYPE_INVITATION_GROUP);
  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  g_type_ensure (RECRUITER_TYPE_RESUME_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/room-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, candidate);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, position);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, state_box);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, state_icon);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, state);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, join);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, change);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, cancel);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, onboard);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, time);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, recruiters);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, answer);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, use_time);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, interactive_row);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, interactive);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, invitation);
  gtk_widget_class_bind_template_child (widget_class, RecruiterRoomPage, resume);
  gtk_widget_class_bind_template_callback (widget_class, on_join);
  gtk_widget_class_bind_template_callback (widget_class, on_change);
  gtk_widget_class_bind_template_callback (widget_class, on_use_time);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_onboard);
  gtk_widget_class_bind_template_callback (widget_class, on_interactive);
}

static void
recruiter_room_page_init (RecruiterRoomPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_room_page_set_account:
 * @account: (transfer none): who is signed in
 */
void
recruiter_room_page_set_account (RecruiterRoomPage *self, InterviewAccount *account)
{
  g_return_if_fail (RECRUITER_IS_ROOM_PAGE (self));

  g_set_object (&self->account, account);
  recruiter_resume_box_set_account (self->resume, account);
}

/**
 * recruiter_room_page_set_room:
 * @room: (transfer none): the room, or a newer record of it
 */
void
recruiter_room_page_set_room (RecruiterRoomPage *self, InterviewRoom *room)
{
  gboolean same;

  g_return_if_fail (RECRUITER_IS_ROOM_PAGE (self));
  g_return_if_fail (INTERVIEW_IS_ROOM (room));

  same = self->room != NULL &&
         g_strcmp0 (interview_room_get_id (self->room), interview_room_get_id (room)) == 0;
  g_set_object (&self->room, room);
  recruiter_invitation_group_set_room (self->invitation,
                                       interview_account_get_connection (self->account),
                                       interview_room_get_id (room));
  fill (self);
  if (same)
    return;
  recruiter_message_bar_show (self->message, NULL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  recruiter_resume_box_load (self->resume, room);
}

/**
 * recruiter_room_page_clear:
 *
 * Forgets the room.
 */
void
recruiter_room_page_clear (RecruiterRoomPage *self)
{
  g_return_if_fail (RECRUITER_IS_ROOM_PAGE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_object (&self->room);
  recruiter_invitation_group_set_room (self->invitation, NULL, NULL);
  recruiter_resume_box_load (self->resume, NULL);
}

/**
 * recruiter_room_page_get_room:
 *
 * Returns: (nullable) (transfer none): the room that is shown
 */
InterviewRoom *
recruiter_room_page_get_room (RecruiterRoomPage *self)
{
  g_return_val_if_fail (RECRUITER_IS_ROOM_PAGE (self), NULL);

  return self->room;
}

/**
 * recruiter_room_page_set_invitation:
 * @invitation: (transfer none): the invitation that was made together with the room
 */
void
recruiter_room_page_set_invitation (RecruiterRoomPage *self, InterviewInvitation *invitation)
{
  g_return_if_fail (RECRUITER_IS_ROOM_PAGE (self));

  recruiter_invitation_group_set_invitation (self->invitation, invitation);
}
