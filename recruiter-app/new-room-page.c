/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "new-room-page.h"

#include <glib/gi18n.h>

#include "client/attempt.h"
#include "client/remote-list.h"
#include "client/room-api.h"
#include "client/staff-api.h"
#include "core/mail-address.h"
#include "core/protocol/limits.h"
#include "core/time-zone.h"
#include "duration-row.h"
#include "message-bar.h"
#include "program/moment-row.h"
#include "panel-group.h"

/*
 * RecruiterNewRoomPage asks for what a room needs and makes it: a candidate, known or new, a
 * position, a time. A new candidate is stored once, also if the room then cannot be made and the
 * person tries again; and both are made once, also if an answer is lost and the person tries again.
 *
 * Signal `created`(#InterviewCreatedRoom): the room is there, with the link for the candidate.
 */
struct _RecruiterNewRoomPage
{
  AdwBin parent_instance;

  InterviewConnection *connection;
  GCancellable *cancellable;
  InterviewRemoteList *candidates;
  InterviewRemoteList *positions;
  char *stored_candidate;
  InterviewAttempt *candidate_attempt;
  InterviewAttempt *room_attempt;
  gboolean busy;

  RecruiterMessageBar *message;
  GtkSwitch *new_candidate;
  AdwComboRow *candidate;
  GtkEditable *name;
  GtkEditable *email;
  GtkEditable *phone;
  AdwComboRow *position;
  RecruiterPanelGroup *panel;
  GtkSwitch *by_plan;
  InterviewMomentRow *moment;
  RecruiterDurationRow *duration;
  GtkSwitch *interactive;
  GtkSpinner *spinner;
  GtkWidget *create;
};

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A room may begin this much before the present moment: filling in the form takes its time. */
#define PAST_SECONDS (10 * 60)

G_DEFINE_FINAL_TYPE (RecruiterNewRoomPage, recruiter_new_room_page, ADW_TYPE_BIN)

static gboolean
is_complete (RecruiterNewRoomPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  gboolean candidate = gtk_switch_get_active (self->new_candidate)
                           ? *name != '\0'
                           : adw_combo_row_get_selected_item (self->candidate) != NULL;

  return candidate && adw_combo_row_get_selected_item (self->position) != NULL &&
         (gtk_switch_get_active (self->by_plan) || recruiter_panel_group_count (self->panel) > 0);
}

static void
update_create (RecruiterNewRoomPage *self)
{
  gtk_spinner_set_spinning (self->spinner, self->busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->busy);
  gtk_widget_set_sensitive (self->create, !self->busy && is_complete (self));
}

static void
on_changed (RecruiterNewRoomPage *self)
{
  update_create (self);
}

/* Who was typed in is another one now. */
static void
on_candidate_changed (RecruiterNewRoomPage *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->email), "error");
  g_clear_pointer (&self->stored_candidate, g_free);
}

static void
fail (RecruiterNewRoomPage *self, const GError *error)
{
  self->busy = FALSE;
  recruiter_message_bar_show (self->message, error->message);
  update_create (self);
}

static void
on_room_created (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterNewRoomPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewCreatedRoom) created = NULL;

  created = interview_room_api_create_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (created == NULL)
    {
      fail (self, error);
      return;
    }
  self->busy = FALSE;
  update_create (self);
  g_signal_emit (self, signals[CREATED], 0, created);
}

static void
create_room (RecruiterNewRoomPage *self, const char *candidate_id)
{
  InterviewPosition *position = adw_combo_row_get_selected_item (self->position);
  gboolean by_plan = gtk_switch_get_active (self->by_plan);
  g_auto (GStrv) recruiter_ids = by_plan ? NULL : recruiter_panel_group_get_ids (self->panel);
  g_autofree char *zone = interview_time_zone_get_local_name ();
  g_autoptr (InterviewRoomRequest) request = NULL;

  request = g_object_new (INTERVIEW_TYPE_ROOM_REQUEST, "candidate-id", candidate_id, "position-id",
                          interview_position_get_id (position), "recruiter-ids", recruiter_ids,
                          "starts-at", interview_moment_row_get_time (self->moment),
                          "duration-minutes", recruiter_duration_row_get_minutes (self->duration),
                          "time-zone", zone, "interactive",
                          gtk_switch_get_active (self->interactive), "by-plan", by_plan, NULL);
  interview_room_api_create_async (self->connection, request,
                                   interview_attempt_get_key (self->room_attempt,
                                                              INTERVIEW_RECORD (request)),
                                   self->cancellable, on_room_created, g_object_ref (self));
}

static void
on_candidate_created (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterNewRoomPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewPerson) person = NULL;

  person =
      interview_staff_api_create_candidate_finish (INTERVIEW_CONNECTION (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (person == NULL)
    {
      fail (self, error);
      return;
    }
  self->stored_candidate = g_strdup (interview_person_get_id (person));
  create_room (self, self->stored_candidate);
}

/* Returns the text without blanks around it, %NULL if nothing is left. */
static char *
get_entered (GtkEditable *editable)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
create_candidate (RecruiterNewRoomPage *self)
{
  g_autofree char *name = get_entered (self->name);
  g_autofree char *email = get_entered (self->email);
  g_autofree char *phone = get_entered (self->phone);
  g_autoptr (InterviewCandidateRequest) request = NULL;

  request = g_object_new (INTERVIEW_TYPE_CANDIDATE_REQUEST, "display-name", name, "email", email,
                          "phone", phone, NULL);
  interview_staff_api_create_candidate_async (
      self->connection, request,
      interview_attempt_get_key (self->candidate_attempt, INTERVIEW_RECORD (request)),
      self->cancellable, on_candidate_created, g_object_ref (self));
}

/* Says what is wrong with the address, at the bar and at its entry. */
static gboolean
check_email (RecruiterNewRoomPage *self)
{
  g_autofree char *email = get_entered (self->email);
  g_autofree char *message = NULL;

  if (!gtk_switch_get_active (self->new_candidate) || email == NULL ||
      interview_mail_address_is_plausible (email))
    return TRUE;
  /* Translators: %s is what somebody typed */
  message =
      g_strdup_printf (_ ("“%s” is not an e-mail address. Correct it, or leave it empty."), email);
  recruiter_message_bar_show (self->message, message);
  gtk_widget_add_css_class (GTK_WIDGET (self->email), "error");
  gtk_widget_grab_focus (GTK_WIDGET (self->email));
  return FALSE;
}

static void
on_create (RecruiterNewRoomPage *self)
{
  gint64 start = interview_moment_row_get_time (self->moment);

  if (!check_email (self))
    return;
  if (start < g_get_real_time () - PAST_SECONDS * G_USEC_PER_SEC)
    {
      recruiter_message_bar_show (self->message,
                                  _ ("This time is past. Choose a later day or time."));
      return;
    }
  recruiter_message_bar_show (self->message, NULL);
  self->busy = TRUE;
  update_create (self);
  if (!gtk_switch_get_active (self->new_candidate))
    create_room (self, interview_person_get_id (adw_combo_row_get_selected_item (self->candidate)));
  else if (self->stored_candidate != NULL)
    create_room (self, self->stored_candidate);
  else
    create_candidate (self);
}

/* The lists are short enough to be had whole. */
static void
on_list_changed (InterviewRemoteList *list, GParamSpec *pspec, RecruiterNewRoomPage *self)
{
  const GError *error = interview_remote_list_get_error (list);

  if (error != NULL)
    recruiter_message_bar_show (self->message, error->message);
  else if (!interview_remote_list_get_loading (list) && interview_remote_list_get_has_more (list))
    interview_remote_list_load_more (list);
  update_create (self);
}

static InterviewRemoteList *
fill_row (RecruiterNewRoomPage *self,
          AdwComboRow *row,
          InterviewRoute route,
          GType type,
          const char *property)
{
  g_autoptr (GtkExpression) words = gtk_property_expression_new (type, NULL, property);
  InterviewRemoteList *list = interview_remote_list_new (self->connection, route, NULL, type);

  g_signal_connect_object (list, "notify", G_CALLBACK (on_list_changed), self, 0);
  adw_combo_row_set_expression (row, words);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  interview_remote_list_reload (list);

  return list;
}

static void
recruiter_new_room_page_dispose (GObject *object)
{
  RecruiterNewRoomPage *self = RECRUITER_NEW_ROOM_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->candidates);
  g_clear_object (&self->positions);
  g_clear_object (&self->connection);
  g_clear_object (&self->candidate_attempt);
  g_clear_object (&self->room_attempt);
  g_clear_pointer (&self->stored_candidate, g_free);
  G_OBJECT_CLASS (recruiter_new_room_page_parent_class)->dispose (object);
}

static void
recruiter_new_room_page_class_init (RecruiterNewRoomPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_new_room_page_dispose;

  signals[CREATED] = g_signal_new ("created", RECRUITER_TYPE_NEW_ROOM_PAGE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, INTERVIEW_TYPE_CREATED_ROOM);

  g_type_ensure (RECRUITER_TYPE_DURATION_ROW);
  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  g_type_ensure (INTERVIEW_TYPE_MOMENT_ROW);
  g_type_ensure (RECRUITER_TYPE_PANEL_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/new-room-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterNewRoomPage, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterNewRoomPage, new_candidate);
  gtk_widget_class_bind_template_child (widget_class, RecruiterNewRoomPage, candidate);
  gtk_widget_class_bind_template_child (widget_class, RecruiterNewRoomPage, name);
  gtk_widget_class_bind_template_child (widget_class, RecruiterNewRoomPage, email);
  gtk_widget_class_bind_template_child (widget_class, RecruiterNewRoomPage, phone);
  gtk_widget_class_bind_template_child (widget_class, RecruiterNewRoomPage, position);
  gtk_widget_class_bind_template_child (widget_class, RecruiterNewRoomPage, panel);
  gtk_widget_class_bind_template_child (widget_class, RecruiterNewRoomPage, by_plan);
  gtk_widget_class_bind_template_child (widget_class, RecruiterNewRoomPage, moment);
  gtk_widget_class_bind_template_child (widget_class, RecruiterNewRoomPage, duration);
  gtk_widget_class_bind_template_child (widget_class, RecruiterNewRoomPage, interactive);
  gtk_widget_class_bind_template_child (widget_class, RecruiterNewRoomPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, RecruiterNewRoomPage, create);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_create);
}

/* What the server would refuse cannot be entered. */
static void
limit (GtkEditable *row, int characters)
{
  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (row)), characters);
}

static void
recruiter_new_room_page_init (RecruiterNewRoomPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  limit (self->name, INTERVIEW_LIMIT_NAME);
  limit (self->email, INTERVIEW_LIMIT_NAME);
  limit (self->phone, INTERVIEW_LIMIT_PHONE);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (on_candidate_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->email, "changed", G_CALLBACK (on_candidate_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->phone, "changed", G_CALLBACK (on_candidate_changed), self,
                           G_CONNECT_SWAPPED);
}

/* The next quarter of an hour that is at least five minutes away. */
static gint64
suggest_time (void)
{
  gint64 quarter = 15 * 60;
  gint64 soon = g_get_real_time () / G_USEC_PER_SEC + 5 * 60;

  return (soon + quarter - 1) / quarter * quarter * G_USEC_PER_SEC;
}

/**
 * recruiter_new_room_page_open:
 * @account: (transfer none): who makes the room; signed in
 *
 * Empties the form and asks for candidates and positions.
 */
void
recruiter_new_room_page_open (RecruiterNewRoomPage *self, InterviewAccount *account)
{
  g_autoptr (GPtrArray) panel = g_ptr_array_new_with_free_func (g_object_unref);
  InterviewPerson *person;

  g_return_if_fail (RECRUITER_IS_NEW_ROOM_PAGE (self));
  g_return_if_fail (interview_account_get_session (account) != NULL);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->busy = FALSE;
  g_clear_object (&self->candidate_attempt);
  g_clear_object (&self->room_attempt);
  self->candidate_attempt = interview_attempt_new ();
  self->room_attempt = interview_attempt_new ();
  g_set_object (&self->connection, interview_account_get_connection (account));
  recruiter_message_bar_show (self->message, NULL);
  gtk_switch_set_active (self->new_candidate, FALSE);
  gtk_switch_set_active (self->interactive, TRUE);
  gtk_switch_set_active (self->by_plan, FALSE);
  gtk_editable_set_text (self->name, "");
  gtk_editable_set_text (self->email, "");
  gtk_editable_set_text (self->phone, "");
  interview_moment_row_set_time (self->moment, suggest_time ());
  g_clear_object (&self->candidates);
  g_clear_object (&self->positions);
  self->candidates = fill_row (self, self->candidate, INTERVIEW_ROUTE_CANDIDATES,
                               INTERVIEW_TYPE_PERSON, "display-name");
  self->positions =
      fill_row (self, self->position, INTERVIEW_ROUTE_POSITIONS, INTERVIEW_TYPE_POSITION, "title");
  person = interview_session_get_person (interview_account_get_session (account));
  if (interview_person_get_role (person) == INTERVIEW_ROLE_RECRUITER)
    g_ptr_array_add (panel, g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id",
                                          interview_person_get_id (person), "display-name",
                                          interview_person_get_display_name (person), "role",
                                          INTERVIEW_ROLE_RECRUITER, NULL));
  recruiter_panel_group_open (self->panel, self->connection, panel);
  update_create (self);
}
