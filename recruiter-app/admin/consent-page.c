/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "consent-page.h"

#include <glib/gi18n.h>

#include "../message-bar.h"
#include "client/recording-api.h"
#include "core/protocol/limits.h"
#include "program/last-look.h"
#include "program/time-text.h"

/* What is written and not saved yet. */
#define DRAFT_NAME "consent-edition-draft.json"

#define TEXT_HEIGHT 180

/* The languages that content can be in, called by their own names. */
static const struct
{
  const char *tag;
  const char *name;
} languages[] = {
  { "en", "English" },
  { "zh-CN", "简体中文" },
};

/*
 * RecruiterConsentPage is the editor of what people read before they are recorded, in each
 * language, and shows who decided what. Saving makes a new version; what people have read stays as
 * it was. What is written and not saved is there again when the page is opened the next time.
 */
struct _RecruiterConsentPage
{
  AdwPreferencesPage parent_instance;

  InterviewAccount *account;
  GCancellable *cancellable;
  gint64 version;
  gboolean filling;

  RecruiterMessageBar *message;
  AdwPreferencesGroup *texts_group;
  AdwPreferencesGroup *ledger_group;
  GtkWidget *save;
  GtkTextBuffer *buffers[G_N_ELEMENTS (languages)];
};

G_DEFINE_FINAL_TYPE (RecruiterConsentPage, recruiter_consent_page, ADW_TYPE_PREFERENCES_PAGE)

static InterviewConnection *
get_connection (RecruiterConsentPage *self)
{
  return interview_account_get_connection (self->account);
}

static char *
get_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  /* What was pasted may hold control characters, which no record takes. */
  for (char *c = text; *c != '\0'; c++)
    {
      if (g_ascii_iscntrl (*c) && *c != '\n')
        *c = ' ';
    }
  return g_strstrip (text);
}

static InterviewConsentEdition *
read_edition (RecruiterConsentPage *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *text = get_text (self->buffers[i]);

      if (*text != '\0')
        g_ptr_array_add (texts, g_object_new (INTERVIEW_TYPE_CONSENT_TEXT, "version", self->version,
                                              "language", languages[i].tag, "text", text, NULL));
    }
  return g_object_new (INTERVIEW_TYPE_CONSENT_EDITION, "version", self->version, "texts", texts,
                       NULL);
}

static const char *
find_text (InterviewConsentEdition *edition, const char *language)
{
  GPtrArray *texts = interview_consent_edition_get_texts (edition);

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    if (g_strcmp0 (interview_consent_text_get_language (texts->pdata[i]), language) == 0)
      return interview_consent_text_get_text (texts->pdata[i]);
  return "";
}

static void
fill (RecruiterConsentPage *self, InterviewConsentEdition *edition)
{
  g_autofree char *title = NULL;

  self->filling = TRUE;
  self->version = interview_consent_edition_get_version (edition);
  title = g_strdup_printf (_ ("Version %u of the text"), (guint) self->version);
  adw_preferences_group_set_title (self->texts_group, title);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    gtk_text_buffer_set_text (self->buffers[i], find_text (edition, languages[i].tag), -1);
  self->filling = FALSE;
}

static void
on_changed (RecruiterConsentPage *self)
{
  g_autoptr (InterviewConsentEdition) edition = NULL;

  if (self->filling || self->version == 0)
    return;
  edition = read_edition (self);
  gtk_widget_set_sensitive (self->save, TRUE);
  interview_last_look_keep (interview_account_get_profile (self->account), DRAFT_NAME,
                            INTERVIEW_RECORD (edition));
}

static void
on_edition (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterConsentPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewConsentEdition) kept = NULL;
  g_autoptr (InterviewConsentEdition) edition =
      interview_recording_api_get_edition_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  recruiter_message_bar_show (self->message, error != NULL ? error->message : NULL);
  if (edition == NULL)
    return;
  fill (self, edition);
  kept = interview_last_look_load (interview_account_get_profile (self->account), DRAFT_NAME,
                                   INTERVIEW_TYPE_CONSENT_EDITION);
  if (kept == NULL || interview_consent_edition_get_version (kept) != self->version)
    return;
  fill (self, kept);
  gtk_widget_set_sensitive (self->save, TRUE);
  recruiter_message_bar_show (self->message, _ ("What you wrote and did not save is here again."));
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterConsentPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewConsentEdition) edition =
      interview_recording_api_change_edition_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  recruiter_message_bar_show (self->message, error != NULL ? error->message : NULL);
  gtk_widget_set_sensitive (self->save, edition == NULL);
  if (edition == NULL)
    return;
  interview_last_look_forget (interview_account_get_profile (self->account), DRAFT_NAME);
  fill (self, edition);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (
                                        gtk_widget_get_root (GTK_WIDGET (self))),
                                    adw_toast_new (_ ("The new version is saved")));
}

static const char *
check (RecruiterConsentPage *self, InterviewConsentEdition *edition)
{
  GPtrArray *texts = interview_consent_edition_get_texts (edition);

  if (texts->len == 0)
    return _ ("Write the text in at least one language.");
  for (guint i = 0; i < texts->len; i++)
    if (g_utf8_strlen (interview_consent_text_get_text (texts->pdata[i]), -1) >
        INTERVIEW_LIMIT_CONSENT)
      return _ ("A text is too long. Shorten it to a page or two.");
  return NULL;
}

static void
on_save (RecruiterConsentPage *self)
{
  g_autoptr (InterviewConsentEdition) edition = read_edition (self);
  const char *complaint = check (self, edition);

  recruiter_message_bar_show (self->message, complaint);
  if (complaint != NULL)
    return;
  gtk_widget_set_sensitive (self->save, FALSE);
  interview_recording_api_change_edition_async (get_connection (self), edition, self->cancellable,
                                                on_saved, g_object_ref (self));
}

static const char *
get_word (InterviewConsentDecision decision)
{
  switch (decision)
    {
    case INTERVIEW_CONSENT_DECISION_GIVEN:
      return _ ("Agreed");
    case INTERVIEW_CONSENT_DECISION_REFUSED:
      return _ ("Did not agree");
    case INTERVIEW_CONSENT_DECISION_WITHDRAWN:
    default:
      return _ ("Took the agreement back");
    }
}

static void
add_line (RecruiterConsentPage *self, InterviewConsent *consent)
{
  GtkWidget *row = adw_action_row_new ();
  InterviewParticipant *person = interview_consent_get_person (consent);
  g_autofree char *when =
      interview_time_text_moment (interview_consent_get_at (consent), g_get_real_time ());
  g_autofree char *subtitle = NULL;

  /* Translators: what somebody decided, when, and which text they had read: “Agreed · Today, 9:10 ·
   * version 2, zh-CN”. */
  subtitle = g_strdup_printf (_ ("%s · %s · version %u, %s"),
                              get_word (interview_consent_get_decision (consent)), when,
                              (guint) interview_consent_get_text_version (consent),
                              interview_consent_get_language (consent));
  g_object_set (row, "use-markup", FALSE, "title", interview_participant_get_display_name (person),
                "subtitle", subtitle, "subtitle-lines", 0, NULL);
  adw_preferences_group_add (self->ledger_group, row);
}

static void
on_consents (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterConsentPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewPage) page =
      interview_recording_api_list_consents_finish (INTERVIEW_CONNECTION (source), result, &error);
  GPtrArray *items;

  if (page == NULL)
    return;
  items = interview_page_get_items (page);
  for (guint i = 0; i < items->len; i++)
    add_line (self, g_ptr_array_index (items, i));
  gtk_widget_set_visible (GTK_WIDGET (self->ledger_group), items->len > 0);
}

static GtkWidget *
create_editor (RecruiterConsentPage *self, gsize index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (languages[index].name);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_margin_top (heading, 12);
  g_object_set (view, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE, "top-margin", 9,
                "bottom-margin", 9, "left-margin", 9, "right-margin", 9, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  languages[index].name, -1);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), TEXT_HEIGHT);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_add_css_class (scrolled, "card");
  self->buffers[index] = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_signal_connect_object (self->buffers[index], "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), scrolled);
  return box;
}

static void
recruiter_consent_page_dispose (GObject *object)
{
  RecruiterConsentPage *self = RECRUITER_CONSENT_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (recruiter_consent_page_parent_class)->dispose (object);
}

static void
recruiter_consent_page_finalize (GObject *object)
{
  g_clear_object (&RECRUITER_CONSENT_PAGE (object)->cancellable);
  G_OBJECT_CLASS (recruiter_consent_page_parent_class)->finalize (object);
}

static void
recruiter_consent_page_class_init (RecruiterConsentPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = recruiter_consent_page_dispose;
  object_class->finalize = recruiter_consent_page_finalize;

  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/interview/Recruiter/admin/consent-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterConsentPage, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterConsentPage, texts_group);
  gtk_widget_class_bind_template_child (widget_class, RecruiterConsentPage, ledger_group);
  gtk_widget_class_bind_template_child (widget_class, RecruiterConsentPage, save);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
recruiter_consent_page_init (RecruiterConsentPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    adw_preferences_group_add (self->texts_group, create_editor (self, i));
}

/**
 * recruiter_consent_page_new:
 * @account: (transfer none): the HR admin who is signed in
 *
 * Returns: (transfer none): a page that asks the server
 */
GtkWidget *
recruiter_consent_page_new (InterviewAccount *account)
{
  RecruiterConsentPage *self = g_object_new (RECRUITER_TYPE_CONSENT_PAGE, NULL);

  self->account = g_object_ref (account);
  interview_recording_api_get_edition_async (get_connection (self), self->cancellable, on_edition,
                                             g_object_ref (self));
  interview_recording_api_list_consents_async (get_connection (self), NULL, self->cancellable,
                                               on_consents, g_object_ref (self));
  return GTK_WIDGET (self);
}
