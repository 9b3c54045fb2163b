/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "interviewer-app"

#include "ended-page.h"

#include <glib/gi18n.h>

#include "program/agreements.h"
#include "program/contact-box.h"

/*
 * CandidateEndedPage is what one sees after leaving and after the end: thanks, a way back while the
 * room is open, the rating and what became of it, and the way to take agreements to be recorded
 * back. Signals: `rejoin`, `rate`, `other`: the buttons.
 */
struct _CandidateEndedPage
{
  AdwBin parent_instance;

  AdwStatusPage *status;
  GtkWidget *rejoin_button;
  GtkWidget *rate_button;
  GtkWidget *withdraw_button;
  GtkWidget *note_box;
  GtkImage *note_icon;
  GtkLabel *note_label;
  AdwBin *contact;
  char *room_id;
  InterviewAgreements *agreements;
};

enum
{
  SIGNAL_REJOIN,
  SIGNAL_RATE,
  SIGNAL_OTHER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CandidateEndedPage, candidate_ended_page, ADW_TYPE_BIN)

static void
on_rejoin (CandidateEndedPage *self)
{
  g_signal_emit (self, signals[SIGNAL_REJOIN], 0);
}

static void
on_rate (CandidateEndedPage *self)
{
  g_signal_emit (self, signals[SIGNAL_RATE], 0);
}

static void
on_withdraw (CandidateEndedPage *self)
{
  interview_agreements_withdraw (self->agreements);
}

static void
on_other (CandidateEndedPage *self)
{
  g_signal_emit (self, signals[SIGNAL_OTHER], 0);
}

static void
suggest (GtkWidget *button, gboolean suggested)
{
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

static void
show_note (CandidateEndedPage *self, const char *icon_name, const char *text)
{
  gtk_widget_set_visible (self->note_box, text != NULL);
  if (text == NULL)
    return;
  gtk_image_set_from_icon_name (self->note_icon, icon_name);
  gtk_label_set_label (self->note_label, text);
}

static void
on_agreements (CandidateEndedPage *self)
{
  gtk_widget_set_visible (self->withdraw_button,
                          interview_agreements_get_count (self->agreements) > 0);
}

static void
on_not_withdrawn (CandidateEndedPage *self, const GError *error)
{
  show_note (self, "dialog-warning-symbolic", error->message);
}

static void
set_agreements (CandidateEndedPage *self, InterviewAgreements *agreements)
{
  if (self->agreements != NULL)
    g_signal_handlers_disconnect_by_data (self->agreements, self);
  g_set_object (&self->agreements, agreements);
  if (agreements == NULL)
    return;
  g_signal_connect_object (agreements, "notify::count", G_CALLBACK (on_agreements), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (agreements, "failed", G_CALLBACK (on_not_withdrawn), self,
                           G_CONNECT_SWAPPED);
  on_agreements (self);
}

static void
candidate_ended_page_dispose (GObject *object)
{
  set_agreements (CANDIDATE_ENDED_PAGE (object), NULL);
  G_OBJECT_CLASS (candidate_ended_page_parent_class)->dispose (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, CANDIDATE_TYPE_ENDED_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
candidate_ended_page_finalize (GObject *object)
{
  g_free (CANDIDATE_ENDED_PAGE (object)->room_id);
  G_OBJECT_CLASS (candidate_ended_page_parent_class)->finalize (object);
}

static void
candidate_ended_page_class_init (CandidateEndedPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = candidate_ended_page_finalize;
  G_OBJECT_CLASS (klass)->dispose = candidate_ended_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Candidate/ended-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CandidateEndedPage, status);
  gtk_widget_class_bind_template_child (widget_class, CandidateEndedPage, rejoin_button);
  gtk_widget_class_bind_template_child (widget_class, CandidateEndedPage, rate_button);
  gtk_widget_class_bind_template_child (widget_class, CandidateEndedPage, withdraw_button);
  gtk_widget_class_bind_template_child (widget_class, CandidateEndedPage, note_box);
  gtk_widget_class_bind_template_child (widget_class, CandidateEndedPage, note_icon);
  gtk_widget_class_bind_template_child (widget_class, CandidateEndedPage, note_label);
  gtk_widget_class_bind_template_child (widget_class, CandidateEndedPage, contact);
  gtk_widget_class_bind_template_callback (widget_class, on_rejoin);
  gtk_widget_class_bind_template_callback (widget_class, on_rate);
  gtk_widget_class_bind_template_callback (widget_class, on_withdraw);
  gtk_widget_class_bind_template_callback (widget_class, on_other);
  signals[SIGNAL_REJOIN] = add_signal ("rejoin");
  signals[SIGNAL_RATE] = add_signal ("rate");
  signals[SIGNAL_OTHER] = add_signal ("other");
}

static void
candidate_ended_page_init (CandidateEndedPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_end (InterviewRoom *room)
{
  const char *position = interview_room_get_position_title (room);
  const char *company = interview_room_get_company_name (room);

  switch (interview_room_get_state (room))
    {
    case INTERVIEW_ROOM_STATE_MISSED:
      return g_strdup_printf (_ ("The time of your interview for “%s” at %s has passed. Ask the "
                                 "company for a new one."),
                              position, company);
    case INTERVIEW_ROOM_STATE_CANCELLED:
      return g_strdup_printf (_ ("Your interview for “%s” at %s was cancelled. The company will "
                                 "tell you more."),
                              position, company);
    default:
      /* Translators: the position, then the company. */
      return g_strdup_printf (_ ("Your interview for “%s” at %s has ended. The company will tell "
                                 "you what comes next."),
                              position, company);
    }
}

/**
 * candidate_ended_page_set_room:
 * @room: the room
 * @over: whether nobody can go back into it
 *
 * Says how it ended.
 */
void
candidate_ended_page_set_room (CandidateEndedPage *self, InterviewRoom *room, gboolean over)
{
  g_autofree char *text = NULL;
  InterviewRoomState state;

  g_return_if_fail (CANDIDATE_IS_ENDED_PAGE (self));
  g_return_if_fail (INTERVIEW_IS_ROOM (room));

  state = interview_room_get_state (room);
  g_free (self->room_id);
  self->room_id = g_strdup (interview_room_get_id (room));
  if (over)
    text = describe_end (room);
  else
    text = g_strdup (_ ("The interview goes on without you. You can come back until it ends."));
  adw_status_page_set_icon_name (self->status,
                                 over ? "object-select-symbolic" : "call-stop-symbolic");
  if (!over)
    adw_status_page_set_title (self->status, _ ("You Left the Interview"));
  else if (state == INTERVIEW_ROOM_STATE_MISSED)
    adw_status_page_set_title (self->status, _ ("This Interview Is Over"));
  else if (state == INTERVIEW_ROOM_STATE_CANCELLED)
    adw_status_page_set_title (self->status, _ ("This Interview Was Cancelled"));
  else
    adw_status_page_set_title (self->status, _ ("Thank You"));
  adw_status_page_set_description (self->status, text);
  gtk_widget_set_visible (self->rejoin_button, !over);
  suggest (self->rejoin_button, !over);
  suggest (self->rate_button, over);
}

/**
 * candidate_ended_page_set_account:
 * @account: (transfer none): the candidate
 *
 * Offers the contact details of the company that the room is of, and to take back what was agreed
 * to in it.
 */
void
candidate_ended_page_set_account (CandidateEndedPage *self, InterviewAccount *account)
{
  g_autoptr (InterviewAgreements) agreements = NULL;

  g_return_if_fail (CANDIDATE_IS_ENDED_PAGE (self));

  agreements = interview_agreements_new (account, self->room_id);
  set_agreements (self, agreements);
  adw_bin_set_child (self->contact, interview_contact_box_new (account, self->room_id));
}

/**
 * candidate_ended_page_set_rating:
 * @state: how far the rating is
 *
 * Offers the rating, or says what became of it.
 */
void
candidate_ended_page_set_rating (CandidateEndedPage *self, InterviewRatingState state)
{
  g_return_if_fail (CANDIDATE_IS_ENDED_PAGE (self));

  gtk_widget_set_visible (self->rate_button, state == INTERVIEW_RATING_STATE_OPEN);
  if (state == INTERVIEW_RATING_STATE_KEPT)
    show_note (self, "document-send-symbolic",
               _ ("Your rating is kept on this computer. It is sent as soon as the server can be "
                  "reached, even after you close the program."));
  else if (state == INTERVIEW_RATING_STATE_DELIVERED)
    show_note (self, "object-select-symbolic", _ ("Your rating was delivered. Thank you!"));
  else
    show_note (self, NULL, NULL);
}
