/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "interviewer-app"

#include "join-page.h"

#include <glib/gi18n.h>

/*
 * CandidateJoinPage takes a link or a code and says what is wrong with it. The server is asked for
 * only with a code, because a link names it. Signal `join` (#InterviewLink): the person wants in;
 * the window then sets the page busy and comes back with a message or leaves the page.
 */
struct _CandidateJoinPage
{
  AdwBin parent_instance;

  AdwEntryRow *link_row;
  AdwEntryRow *server_row;
  GtkRevealer *message_revealer;
  GtkLabel *message_label;
  GtkSpinner *spinner;
  gboolean busy;
};

enum
{
  SIGNAL_JOIN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CandidateJoinPage, candidate_join_page, ADW_TYPE_BIN)

/* Any text with this in it is meant as a link, whole or not. */
#define LINK_MARK "://"

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
is_code (const char *text)
{
  g_autofree char *code = interview_code_normalize (text);

  return code != NULL;
}

static void
update_continue (CandidateJoinPage *self)
{
  gboolean filled = *get_text (self->link_row) != '\0';

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "join.continue", filled && !self->busy);
}

static void
on_link_changed (CandidateJoinPage *self)
{
  const char *text = get_text (self->link_row);

  if (strstr (text, LINK_MARK) != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->server_row), FALSE);
  else if (is_code (text))
    gtk_widget_set_visible (GTK_WIDGET (self->server_row), TRUE);
  candidate_join_page_set_message (self, NULL);
  update_continue (self);
}

static void
on_entry_activated (CandidateJoinPage *self)
{
  candidate_join_page_continue (self);
}

static void
refuse (CandidateJoinPage *self, AdwEntryRow *row, const char *message)
{
  candidate_join_page_set_message (self, message);
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* What is in the rows, or NULL after saying what is wrong with it. */
static InterviewLink *
read_link (CandidateJoinPage *self)
{
  const char *text = get_text (self->link_row);
  g_autofree char *code = interview_code_normalize (text);
  g_autofree char *server = g_strstrip (g_strdup (get_text (self->server_row)));
  g_autoptr (InterviewEndpoint) endpoint = NULL;
  InterviewLink *link;

  if (code == NULL)
    {
      link = interview_link_parse (text, NULL);
      if (link == NULL)
        refuse (self, self->link_row,
                _ ("This is not an invitation. Copy the whole link, which begins with "
                   "“interview://”, or type all 26 letters and digits of the code."));
      return link;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->server_row), TRUE);
  if (*server == '\0')
    {
      refuse (self, self->server_row,
              _ ("A code also needs the name of the server. It is in the invitation, beside the "
                 "code."));
      return NULL;
    }
  endpoint = interview_endpoint_parse (server, NULL);
  if (endpoint == NULL)
    {
      refuse (self, self->server_row,
              _ ("This is not the name of a server. It looks like “interview.example.com”; copy it "
                 "from the invitation."));
      return NULL;
    }
  return interview_link_new (endpoint, code);
}

static void
on_continue (GtkWidget *widget, const char *action, GVariant *parameter)
{
  candidate_join_page_continue (CANDIDATE_JOIN_PAGE (widget));
}

static gboolean
candidate_join_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CANDIDATE_JOIN_PAGE (widget)->link_row));
}

static void
candidate_join_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  G_OBJECT_CLASS (candidate_join_page_parent_class)->dispose (object);
}

static void
candidate_join_page_class_init (CandidateJoinPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = candidate_join_page_dispose;
  widget_class->grab_focus = candidate_join_page_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Candidate/join-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CandidateJoinPage, link_row);
  gtk_widget_class_bind_template_child (widget_class, CandidateJoinPage, server_row);
  gtk_widget_class_bind_template_child (widget_class, CandidateJoinPage, message_revealer);
  gtk_widget_class_bind_template_child (widget_class, CandidateJoinPage, message_label);
  gtk_widget_class_bind_template_child (widget_class, CandidateJoinPage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, on_link_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_install_action (widget_class, "join.continue", NULL, on_continue);
  signals[SIGNAL_JOIN] = g_signal_new ("join", CANDIDATE_TYPE_JOIN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, INTERVIEW_TYPE_LINK);
}

static void
candidate_join_page_init (CandidateJoinPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_continue (self);
}

/**
 * candidate_join_page_set_server:
 * @server: where a code is tried, as interview_endpoint_parse() reads it
 *
 * Fills in the server that was used last.
 */
void
candidate_join_page_set_server (CandidateJoinPage *self, const char *server)
{
  g_return_if_fail (CANDIDATE_IS_JOIN_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->server_row), server);
}

/**
 * candidate_join_page_set_text:
 * @text: a link or a code, unchecked
 *
 * Fills in what was clicked.
 */
void
candidate_join_page_set_text (CandidateJoinPage *self, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_return_if_fail (CANDIDATE_IS_JOIN_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->link_row), valid);
}

/**
 * candidate_join_page_set_busy:
 * @busy: whether the server is being asked
 *
 * Shows that something is under way and takes no input meanwhile.
 */
void
candidate_join_page_set_busy (CandidateJoinPage *self, gboolean busy)
{
  g_return_if_fail (CANDIDATE_IS_JOIN_PAGE (self));

  self->busy = busy;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->link_row), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->server_row), !busy);
  update_continue (self);
}

/**
 * candidate_join_page_set_message:
 * @message: (nullable): what is wrong and what to do, %NULL for nothing
 *
 * Says under the rows why it did not work.
 */
void
candidate_join_page_set_message (CandidateJoinPage *self, const char *message)
{
  g_return_if_fail (CANDIDATE_IS_JOIN_PAGE (self));

  if (message != NULL)
    gtk_label_set_label (self->message_label, message);
  gtk_revealer_set_reveal_child (self->message_revealer, message != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->message_revealer), message != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->link_row), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->server_row), "error");
}

/**
 * candidate_join_page_continue:
 *
 * Checks what is in the rows and asks the window to join, as if the button was pressed.
 */
void
candidate_join_page_continue (CandidateJoinPage *self)
{
  g_autoptr (InterviewLink) link = NULL;

  g_return_if_fail (CANDIDATE_IS_JOIN_PAGE (self));

  if (self->busy)
    return;
  link = read_link (self);
  if (link != NULL)
    g_signal_emit (self, signals[SIGNAL_JOIN], 0, link);
}
