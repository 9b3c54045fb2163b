/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/disclosure-box.h"

#include <glib/gi18n-lib.h>

/*
 * InterviewDisclosureBox stands where a panel has nothing to show: it asks the other side for it,
 * by the signal `ask`, and says what became of that.
 */
struct _InterviewDisclosureBox
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *button;

  InterviewDisclosureKind kind;
};

enum
{
  SIGNAL_ASK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewDisclosureBox, interview_disclosure_box, GTK_TYPE_WIDGET)

static void
on_clicked (InterviewDisclosureBox *self)
{
  gtk_widget_set_sensitive (self->button, FALSE);
  g_signal_emit (self, signals[SIGNAL_ASK], 0);
}

static void
show_text (InterviewDisclosureBox *self, const char *text)
{
  gtk_label_set_label (GTK_LABEL (self->label), text != NULL ? text : "");
  gtk_widget_set_visible (self->label, text != NULL);
}

static void
interview_disclosure_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (interview_disclosure_box_parent_class)->dispose (object);
}

static void
interview_disclosure_box_class_init (InterviewDisclosureBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_disclosure_box_dispose;
  signals[SIGNAL_ASK] = g_signal_new ("ask", INTERVIEW_TYPE_DISCLOSURE_BOX, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
interview_disclosure_box_init (InterviewDisclosureBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "justify", GTK_JUSTIFY_CENTER, "visible", FALSE, NULL);
  self->button = gtk_button_new ();
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked), self,
                           G_CONNECT_SWAPPED);
  interview_disclosure_box_set_kind (self, INTERVIEW_DISCLOSURE_KIND_RESUME);
}

/**
 * interview_disclosure_box_set_kind:
 * @kind: what there is not
 */
void
interview_disclosure_box_set_kind (InterviewDisclosureBox *self, InterviewDisclosureKind kind)
{
  g_return_if_fail (INTERVIEW_IS_DISCLOSURE_BOX (self));

  self->kind = kind;
  gtk_button_set_label (GTK_BUTTON (self->button), kind == INTERVIEW_DISCLOSURE_KIND_RESUME
                                                       ? _ ("Ask the Candidate for It")
                                                       : _ ("Ask the Company for It"));
}

/**
 * interview_disclosure_box_set_disclosure:
 * @disclosure: (nullable): how it stands; %NULL if nobody has asked
 */
void
interview_disclosure_box_set_disclosure (InterviewDisclosureBox *self,
                                         InterviewDisclosure *disclosure)
{
  g_return_if_fail (INTERVIEW_IS_DISCLOSURE_BOX (self));

  gtk_widget_set_visible (self->button, disclosure == NULL);
  gtk_widget_set_sensitive (self->button, TRUE);
  if (disclosure == NULL)
    show_text (self, NULL);
  else if (interview_disclosure_get_state (disclosure) == INTERVIEW_DISCLOSURE_STATE_ASKED)
    show_text (self, _ ("The other side was asked. They see the question in their window, or when "
                        "they come back."));
  else if (interview_disclosure_get_state (disclosure) == INTERVIEW_DISCLOSURE_STATE_REFUSED)
    show_text (self, _ ("The other side would rather not share this here. Ask about it in the "
                        "conversation."));
  else
    show_text (self, NULL);
}

/**
 * interview_disclosure_box_set_problem:
 * @problem: why it could not be asked, for people
 *
 * It can be tried again.
 */
void
interview_disclosure_box_set_problem (InterviewDisclosureBox *self, const char *problem)
{
  g_return_if_fail (INTERVIEW_IS_DISCLOSURE_BOX (self));

  show_text (self, problem);
  gtk_widget_set_sensitive (self->button, TRUE);
}
