/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/contact-box.h"

#include <glib/gi18n-lib.h>

#include "client/notice-api.h"

/*
 * InterviewContactBox lets a candidate have the company's contact details sent to them, and says
 * where they go: the third control of a call, and on the page after it. Main thread.
 */
struct _InterviewContactBox
{
  AdwBin parent_instance;

  InterviewAccount *account;
  char *room_id;
  GCancellable *cancellable;

  GtkWidget *button;
  GtkLabel *answer;
};

G_DEFINE_FINAL_TYPE (InterviewContactBox, interview_contact_box, ADW_TYPE_BIN)

static void
show_answer (InterviewContactBox *self, const char *words)
{
  gtk_label_set_label (self->answer, words);
  gtk_widget_set_visible (GTK_WIDGET (self->answer), TRUE);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (InterviewContactBox) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewNotice) notice =
      interview_notice_api_send_contact_finish (INTERVIEW_CONNECTION (source), result, &error);
  const char *const *sent_to;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->button, TRUE);
  if (notice == NULL)
    {
      show_answer (self, error->message);
      return;
    }
  sent_to = interview_notice_get_sent_to (notice);
  if (sent_to != NULL && sent_to[0] != NULL)
    {
      g_autofree char *where = g_strjoinv (", ", (char **) sent_to);
      /* Translators: %s are addresses and numbers. */
      g_autofree char *words =
          g_strdup_printf (_ ("On their way to %s, and kept under “Messages”."), where);

      show_answer (self, words);
    }
  else
    show_answer (self, _ ("They are kept under “Messages” in this program."));
}

static void
on_clicked (InterviewContactBox *self)
{
  InterviewConnection *connection = interview_account_get_connection (self->account);

  if (connection == NULL)
    {
      show_answer (self, _ ("You are not signed in any more: open your invitation again."));
      return;
    }
  gtk_widget_set_sensitive (self->button, FALSE);
  interview_notice_api_send_contact_async (connection, self->room_id, self->cancellable, on_sent,
                                           g_object_ref (self));
}

static void
interview_contact_box_dispose (GObject *object)
{
  InterviewContactBox *self = INTERVIEW_CONTACT_BOX (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (interview_contact_box_parent_class)->dispose (object);
}

static void
interview_contact_box_finalize (GObject *object)
{
  InterviewContactBox *self = INTERVIEW_CONTACT_BOX (object);

  g_clear_object (&self->cancellable);
  g_free (self->room_id);
  G_OBJECT_CLASS (interview_contact_box_parent_class)->finalize (object);
}

static void
interview_contact_box_class_init (InterviewContactBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_contact_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = interview_contact_box_finalize;
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  return label;
}

static void
interview_contact_box_init (InterviewContactBox *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *words = make_label (_ ("_Send Me the Contact Details"));

  self->cancellable = g_cancellable_new ();
  gtk_label_set_use_underline (GTK_LABEL (words), TRUE);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), words);
  gtk_label_set_mnemonic_widget (GTK_LABEL (words), self->button);
  gtk_widget_add_css_class (self->button, "pill");
  gtk_widget_set_halign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->button,
                               _ ("Address, phone and e-mail of the company, sent to you"));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked), self,
                           G_CONNECT_SWAPPED);
  self->answer = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                               "justify", GTK_JUSTIFY_CENTER, "visible", FALSE, "accessible-role",
                               GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->answer));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * interview_contact_box_new:
 * @account: (transfer none): the candidate
 * @room_id: their room
 *
 * Returns: (transfer floating): a button that asks, and the answer
 */
GtkWidget *
interview_contact_box_new (InterviewAccount *account, const char *room_id)
{
  InterviewContactBox *self;

  g_return_val_if_fail (INTERVIEW_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (room_id != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_CONTACT_BOX, NULL);
  self->account = g_object_ref (account);
  self->room_id = g_strdup (room_id);
  return GTK_WIDGET (self);
}
