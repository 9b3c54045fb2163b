/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/consent-dialog.h"

#include <glib/gi18n-lib.h>

/* The text is read in it; more of it is scrolled to. */
#define TEXT_HEIGHT 190

/*
 * InterviewConsentDialog shows a person what they are to read before they decide whether they may
 * be recorded, and what for. Who asks chooses the purpose in it, and agrees by asking. Agreeing
 * and refusing look and weigh the same; neither is the default.
 */
struct _InterviewConsentDialog
{
  AdwMessageDialog parent_instance;

  GtkWidget *hiring_button;
  InterviewRecordingScope scope;
};

G_DEFINE_FINAL_TYPE (InterviewConsentDialog, interview_consent_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
interview_consent_dialog_class_init (InterviewConsentDialogClass *klass)
{
}

static void
interview_consent_dialog_init (InterviewConsentDialog *self)
{
}

/**
 * interview_recording_scope_get_purpose:
 * @scope: what a recording is for
 *
 * Returns: (transfer none): the same in a sentence, for people
 */
const char *
interview_recording_scope_get_purpose (InterviewRecordingScope scope)
{
  if (scope == INTERVIEW_RECORDING_SCOPE_HIRING)
    return _ ("For the hiring decision: the company may keep it on its server and show it to those "
              "who decide on the application.");
  return _ ("To look at it again in private: it stays on the computer of the person who asked.");
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
create_text (InterviewConsentText *text)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *label = create_label (interview_consent_text_get_text (text));

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "consent-text");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), TEXT_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  gtk_widget_add_css_class (scrolled, "card");
  return scrolled;
}

static GtkWidget *
create_version (InterviewConsentText *text)
{
  /* Translators: %u is the number of the wording of a text. */
  g_autofree char *version = g_strdup_printf (_ ("Version %u of the text"),
                                              (guint) interview_consent_text_get_version (text));
  GtkWidget *label = create_label (version);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
create_choice (InterviewRecordingScope scope, GtkCheckButton *group)
{
  GtkWidget *button = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button),
                              create_label (interview_recording_scope_get_purpose (scope)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  interview_recording_scope_get_purpose (scope), -1);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), group);
  return button;
}

static void
set_content (InterviewConsentDialog *self, InterviewConsentText *text, GtkWidget *purpose)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_box_append (GTK_BOX (box), create_text (text));
  gtk_box_append (GTK_BOX (box), create_version (text));
  gtk_box_append (GTK_BOX (box), purpose);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), box);
}

/**
 * interview_consent_dialog_new_ask:
 * @parent: (nullable): the window it stands over
 * @text: what everybody is going to read
 * @scope: what is chosen at first
 *
 * Returns: (transfer none): the dialog for whoever wants to record, owned by GTK until it is closed
 */
InterviewConsentDialog *
interview_consent_dialog_new_ask (GtkWindow *parent,
                                  InterviewConsentText *text,
                                  InterviewRecordingScope scope)
{
  InterviewConsentDialog *self =
      g_object_new (INTERVIEW_TYPE_CONSENT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *private_button = create_choice (INTERVIEW_RECORDING_SCOPE_PRIVATE, NULL);

  self->hiring_button =
      create_choice (INTERVIEW_RECORDING_SCOPE_HIRING, GTK_CHECK_BUTTON (private_button));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (scope == INTERVIEW_RECORDING_SCOPE_HIRING
                                                     ? self->hiring_button
                                                     : private_button),
                               TRUE);
  gtk_box_append (GTK_BOX (box), private_button);
  gtk_box_append (GTK_BOX (box), self->hiring_button);

  adw_message_dialog_set_heading (dialog, _ ("Ask to Record?"));
  adw_message_dialog_set_body (dialog,
                               _ ("Everybody in the room is asked and reads this text. It is "
                                  "recorded only while all of them agree; you agree by asking."));
  set_content (self, text, box);
  adw_message_dialog_add_responses (dialog, INTERVIEW_CONSENT_RESPONSE_LATER, _ ("_Cancel"),
                                    INTERVIEW_CONSENT_RESPONSE_AGREE, _ ("_Ask to Record"), NULL);
  adw_message_dialog_set_close_response (dialog, INTERVIEW_CONSENT_RESPONSE_LATER);
  return self;
}

/**
 * interview_consent_dialog_new_decide:
 * @parent: (nullable): the window it stands over
 * @recording: what somebody else wants to record
 *
 * Returns: (transfer none): the dialog for whoever is asked, owned by GTK until it is closed
 */
InterviewConsentDialog *
interview_consent_dialog_new_decide (GtkWindow *parent, InterviewRecording *recording)
{
  InterviewConsentDialog *self =
      g_object_new (INTERVIEW_TYPE_CONSENT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);
  g_autofree char *heading = NULL;

  self->scope = interview_recording_get_scope (recording);
  /* Translators: %s is a person’s name. */
  heading =
      g_strdup_printf (_ ("%s Asks to Record"), interview_participant_get_display_name (
                                                    interview_recording_get_asked_by (recording)));
  adw_message_dialog_set_heading (dialog, heading);
  adw_message_dialog_set_body (dialog, _ ("Nothing is recorded unless you agree."));
  set_content (self, interview_recording_get_text (recording),
               create_label (interview_recording_scope_get_purpose (self->scope)));
  adw_message_dialog_add_responses (dialog, INTERVIEW_CONSENT_RESPONSE_REFUSE, _ ("_Do Not Record"),
                                    INTERVIEW_CONSENT_RESPONSE_AGREE, _ ("_Agree"), NULL);
  adw_message_dialog_set_close_response (dialog, INTERVIEW_CONSENT_RESPONSE_LATER);
  return self;
}

/**
 * interview_consent_dialog_get_scope:
 *
 * Returns: what it is for, as chosen by who asks or as asked
 */
InterviewRecordingScope
interview_consent_dialog_get_scope (InterviewConsentDialog *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONSENT_DIALOG (self), INTERVIEW_RECORDING_SCOPE_PRIVATE);

  if (self->hiring_button == NULL)
    return self->scope;
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->hiring_button))
             ? INTERVIEW_RECORDING_SCOPE_HIRING
             : INTERVIEW_RECORDING_SCOPE_PRIVATE;
}
