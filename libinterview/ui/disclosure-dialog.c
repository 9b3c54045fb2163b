/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/disclosure-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/protocol/limits.h"

/*
 * InterviewDisclosureDialog is the question to somebody whether they agree to tell the other side
 * what the server does not have, and the place where they see and change what would be told.
 * Nothing is sent before they agree. Closing it is no answer; the question comes again.
 *
 * Signal `answered` (contents or %NULL, keep): what they decided.
 */
struct _InterviewDisclosureDialog
{
  GObject parent_instance;

  AdwMessageDialog *dialog; /* weak */
  GtkWidget *headline;
  GtkWidget *text;
  GtkWidget *items;
  GtkWidget *keep;
};

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewDisclosureDialog, interview_disclosure_dialog, G_TYPE_OBJECT)

static char *
get_entry (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
on_changed (InterviewDisclosureDialog *self)
{
  g_autofree char *headline = get_entry (self->headline);
  glong length = g_utf8_strlen (headline, -1);

  adw_message_dialog_set_response_enabled (self->dialog, "share",
                                           length > 0 && length <= INTERVIEW_LIMIT_NAME);
}

static InterviewDisclosedText *
make_contents (InterviewDisclosureDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  g_autofree char *headline = get_entry (self->headline);
  g_autofree char *list = get_entry (self->items);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = g_regex_split_simple ("\\s*[,，、;；]\\s*", list, 0, 0);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) items = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  for (guint i = 0, n = 0; parts[i] != NULL && n < 50; i++)
    {
      if (*parts[i] == '\0')
        continue;
      g_strv_builder_add (builder, parts[i]);
      n++;
    }
  items = g_strv_builder_end (builder);
  return g_object_new (INTERVIEW_TYPE_DISCLOSED_TEXT, "headline", headline, "text", text, "items",
                       items, NULL);
}

static void
on_response (InterviewDisclosureDialog *self, const char *response)
{
  g_autoptr (InterviewDisclosedText) contents = NULL;

  g_clear_weak_pointer (&self->dialog);
  if (g_str_equal (response, "later"))
    return;
  if (g_str_equal (response, "share"))
    contents = make_contents (self);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, contents,
                 contents != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->keep)));
}

static void
interview_disclosure_dialog_dispose (GObject *object)
{
  interview_disclosure_dialog_close (INTERVIEW_DISCLOSURE_DIALOG (object));
  G_OBJECT_CLASS (interview_disclosure_dialog_parent_class)->dispose (object);
}

static void
interview_disclosure_dialog_class_init (InterviewDisclosureDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_disclosure_dialog_dispose;
  signals[SIGNAL_ANSWERED] =
      g_signal_new ("answered", INTERVIEW_TYPE_DISCLOSURE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, INTERVIEW_TYPE_DISCLOSED_TEXT, G_TYPE_BOOLEAN);
}

static void
interview_disclosure_dialog_init (InterviewDisclosureDialog *self)
{
}

static GtkWidget *
create_entry (const char *name, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  return row;
}

static GtkWidget *
create_form (InterviewDisclosureDialog *self, gboolean resume, InterviewDisclosedText *former)
{
  const char *const *items = former != NULL ? interview_disclosed_text_get_items (former) : NULL;
  const char *text = former != NULL ? interview_disclosed_text_get_text (former) : NULL;
  g_autofree char *list = items != NULL ? g_strjoinv (", ", (char **) items) : NULL;
  const char *text_name =
      resume ? _ ("Experience and education") : _ ("What the company does and where");
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *rows = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new (text_name);

  self->headline =
      create_entry (resume ? _ ("What you are, in one line") : _ ("The company in one line"),
                    former != NULL ? interview_disclosed_text_get_headline (former) : NULL);
  self->items =
      create_entry (resume ? _ ("Skills, with commas") : _ ("Hiring for, with commas"), list);
  self->text = gtk_text_view_new ();
  self->keep = gtk_check_button_new_with_label (_ ("The company may keep it with my application"));
  gtk_widget_set_visible (self->keep, resume);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)),
                            text != NULL ? text : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text_name, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->text);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 96);
  gtk_widget_add_css_class (scroller, "card");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (rows), self->headline);
  gtk_list_box_append (GTK_LIST_BOX (rows), self->items);
  gtk_box_append (GTK_BOX (form), rows);
  gtk_box_append (GTK_BOX (form), label);
  gtk_box_append (GTK_BOX (form), scroller);
  gtk_box_append (GTK_BOX (form), self->keep);
  return form;
}

/**
 * interview_disclosure_dialog_new:
 * @parent: the window to show it over
 * @disclosure: what is asked for, and by whom
 * @former: (nullable): what was told the last time, to begin with
 *
 * Returns: (transfer full): a question that is shown
 */
InterviewDisclosureDialog *
interview_disclosure_dialog_new (GtkWindow *parent,
                                 InterviewDisclosure *disclosure,
                                 InterviewDisclosedText *former)
{
  InterviewDisclosureDialog *self = g_object_new (INTERVIEW_TYPE_DISCLOSURE_DIALOG, NULL);
  gboolean resume = interview_disclosure_get_kind (disclosure) == INTERVIEW_DISCLOSURE_KIND_RESUME;
  const char *name =
      interview_participant_get_display_name (interview_disclosure_get_asked_by (disclosure));
  g_autofree char *body = NULL;

  if (resume)
    /* Translators: %s is who asks. */
    body = g_strdup_printf (_ ("%s asks for your resume, which the server does not have. What you "
                               "write here is shown to the recruiters of this interview alone and "
                               "removed when it is over, unless you tick otherwise."),
                            name);
  else
    /* Translators: %s is who asks. */
    body = g_strdup_printf (_ ("%s would like to read about the company, of which the server has "
                               "no profile. What you write here is shown in this interview alone "
                               "and removed when it is over."),
                            name);
  g_set_weak_pointer (&self->dialog,
                      ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent,
                                                                  resume ? _ ("Share Your Resume?")
                                                                         : _ ("Share a Profile?"),
                                                                  body)));
  adw_message_dialog_set_extra_child (self->dialog, create_form (self, resume, former));
  adw_message_dialog_add_responses (self->dialog, "later", _ ("_Later"), "refuse",
                                    _ ("_Do Not Share"), "share", _ ("_Share"), NULL);
  adw_message_dialog_set_response_appearance (self->dialog, "share", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (self->dialog, "later");
  g_signal_connect_object (self->headline, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dialog, "response", G_CALLBACK (on_response), self,
                           G_CONNECT_SWAPPED);
  on_changed (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  return self;
}

/**
 * interview_disclosure_dialog_close:
 *
 * Takes the question away, as when it was answered elsewhere.
 */
void
interview_disclosure_dialog_close (InterviewDisclosureDialog *self)
{
  GtkWindow *dialog;

  g_return_if_fail (INTERVIEW_IS_DISCLOSURE_DIALOG (self));

  dialog = GTK_WINDOW (self->dialog);
  g_clear_weak_pointer (&self->dialog);
  if (dialog != NULL)
    gtk_window_destroy (dialog);
}
