/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "template-editor.h"

#include <glib/gi18n.h>

#include "client/notice-api.h"
#include "../message-bar.h"
#include "notice-words.h"

/*
 * RecruiterTemplateEditor edits what the company says in one kind of message, in each language:
 * with an example as it would look, and a trial that is sent to the HR admin. What was entered in
 * one language stays while another one is looked at.
 *
 * Signal `changed`(InterviewNoticeTemplate): the server has another text now.
 */
struct _RecruiterTemplateEditor
{
  AdwPreferencesPage parent_instance;

  InterviewConnection *connection;
  GCancellable *cancellable;
  GPtrArray *templates; /* as the server has them, one for each language */
  GPtrArray *drafts;    /* as they are entered */
  guint shown;
  gboolean filling;

  RecruiterMessageBar *message;
  GtkWidget *save;
  AdwComboRow *language;
  GtkStringList *languages;
  GtkEditable *subject;
  GtkTextBuffer *body;
  GtkTextBuffer *brief;
  GtkLabel *placeholders;
  GtkWidget *preview;
  GtkWidget *test;
  GtkWidget *reset;
  GtkWidget *preview_group;
  GtkLabel *preview_subject;
  GtkLabel *preview_text;
  GtkLabel *preview_brief;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RecruiterTemplateEditor, recruiter_template_editor, ADW_TYPE_PREFERENCES_PAGE)

/* The names that the server knows for each kind; what it does not know it refuses by name. */
static const char *
get_placeholders (InterviewNoticeKind kind)
{
  switch (kind)
    {
    case INTERVIEW_NOTICE_KIND_CONTACT:
      return "{{name}} {{company}} {{position}} {{address}} {{phone}} {{email}} {{website}}";
    case INTERVIEW_NOTICE_KIND_ONBOARDING:
      return "{{name}} {{company}} {{position}} {{date}} {{time}} {{zone}} {{place}} {{bring}} "
             "{{note}} {{address}} {{phone}} {{email}} {{website}}";
    case INTERVIEW_NOTICE_KIND_PANEL_INVITATION:
    case INTERVIEW_NOTICE_KIND_PANEL_UPDATE:
    case INTERVIEW_NOTICE_KIND_PANEL_CANCELLATION:
    case INTERVIEW_NOTICE_KIND_PANEL_REMINDER:
      return "{{name}} {{company}} {{candidate}} {{position}} {{date}} {{time}} {{zone}} "
             "{{duration}} {{interviewers}} {{address}} {{phone}} {{email}} {{website}}";
    default:
      return "{{name}} {{company}} {{position}} {{date}} {{time}} {{zone}} {{duration}} "
             "{{interviewers}} {{link}} {{answer}} {{address}} {{phone}} {{email}} {{website}}";
    }
}

static InterviewNoticeTemplate *
get_stored (RecruiterTemplateEditor *self)
{
  return g_ptr_array_index (self->templates, self->shown);
}

static char *
get_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static InterviewNoticeTemplate *
collect (RecruiterTemplateEditor *self)
{
  InterviewNoticeTemplate *stored = get_stored (self);
  g_autofree char *body = get_text (self->body);
  g_autofree char *brief = get_text (self->brief);

  return g_object_new (INTERVIEW_TYPE_NOTICE_TEMPLATE, "kind",
                       interview_notice_template_get_kind (stored), "language",
                       interview_notice_template_get_language (stored), "revision",
                       interview_notice_template_get_revision (stored), "custom", TRUE, "subject",
                       gtk_editable_get_text (self->subject), "body", body, "brief",
                       *brief != '\0' ? brief : NULL, NULL);
}

static gboolean
differs (InterviewNoticeTemplate *a, InterviewNoticeTemplate *b)
{
  return g_strcmp0 (interview_notice_template_get_subject (a),
                    interview_notice_template_get_subject (b)) != 0 ||
         g_strcmp0 (interview_notice_template_get_body (a),
                    interview_notice_template_get_body (b)) != 0 ||
         g_strcmp0 (interview_notice_template_get_brief (a),
                    interview_notice_template_get_brief (b)) != 0;
}

static void
update (RecruiterTemplateEditor *self)
{
  InterviewNoticeTemplate *draft = g_ptr_array_index (self->drafts, self->shown);
  gboolean valid = interview_record_validate (INTERVIEW_RECORD (draft), NULL);

  gtk_widget_set_sensitive (self->save, valid && differs (draft, get_stored (self)));
  gtk_widget_set_sensitive (self->preview, valid);
  gtk_widget_set_sensitive (self->test, valid);
  gtk_widget_set_sensitive (self->reset, interview_notice_template_get_custom (get_stored (self)));
}

static void
fill (RecruiterTemplateEditor *self)
{
  InterviewNoticeTemplate *draft = g_ptr_array_index (self->drafts, self->shown);
  const char *brief = interview_notice_template_get_brief (draft);

  self->filling = TRUE;
  gtk_editable_set_text (self->subject, interview_notice_template_get_subject (draft));
  gtk_text_buffer_set_text (self->body, interview_notice_template_get_body (draft), -1);
  gtk_text_buffer_set_text (self->brief, brief != NULL ? brief : "", -1);
  self->filling = FALSE;
  gtk_widget_set_visible (self->preview_group, FALSE);
  update (self);
}

static void
on_changed (RecruiterTemplateEditor *self)
{
  if (self->filling || self->drafts == NULL)
    return;
  g_object_unref (self->drafts->pdata[self->shown]);
  self->drafts->pdata[self->shown] = collect (self);
  update (self);
}

static void
on_language (RecruiterTemplateEditor *self)
{
  guint selected = adw_combo_row_get_selected (self->language);

  if (self->filling || self->drafts == NULL || selected >= self->drafts->len)
    return;
  self->shown = selected;
  fill (self);
}

static gboolean
take_error (RecruiterTemplateEditor *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  recruiter_message_bar_show (self->message, error != NULL ? error->message : NULL);
  update (self);
  return error != NULL;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterTemplateEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewNoticeTemplate) template =
      interview_notice_api_replace_template_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (template == NULL)
    {
      take_error (self, error);
      return;
    }
  for (guint i = 0; i < self->templates->len; i++)
    {
      if (g_str_equal (interview_notice_template_get_language (template),
                       interview_notice_template_get_language (self->templates->pdata[i])))
        {
          g_set_object (&self->templates->pdata[i], template);
          g_set_object (&self->drafts->pdata[i], template);
        }
    }
  recruiter_message_bar_show (self->message, NULL);
  g_signal_emit (self, signals[CHANGED], 0, template);
  fill (self);
}

static void
replace (RecruiterTemplateEditor *self, InterviewNoticeTemplate *template)
{
  gtk_widget_set_sensitive (self->save, FALSE);
  gtk_widget_set_sensitive (self->reset, FALSE);
  interview_notice_api_replace_template_async (self->connection, template, self->cancellable,
                                               on_saved, g_object_ref (self));
}

static void
on_save (RecruiterTemplateEditor *self)
{
  replace (self, g_ptr_array_index (self->drafts, self->shown));
}

static void
on_reset (RecruiterTemplateEditor *self)
{
  g_autoptr (InterviewNoticeTemplate) standard = collect (self);

  g_object_set (standard, "custom", FALSE, NULL);
  replace (self, standard);
}

static void
on_previewed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterTemplateEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewNoticePreview) preview =
      interview_notice_api_preview_finish (INTERVIEW_CONNECTION (source), result, &error);
  const char *brief;

  if (take_error (self, error))
    return;
  brief = interview_notice_preview_get_brief (preview);
  gtk_label_set_label (self->preview_subject, interview_notice_preview_get_subject (preview));
  gtk_label_set_label (self->preview_text, interview_notice_preview_get_plain (preview));
  gtk_label_set_label (self->preview_brief, brief != NULL ? brief : "");
  gtk_widget_set_visible (GTK_WIDGET (self->preview_brief), brief != NULL);
  gtk_widget_set_visible (self->preview_group, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->preview_subject));
}

static void
on_preview (RecruiterTemplateEditor *self)
{
  interview_notice_api_preview_async (self->connection,
                                      g_ptr_array_index (self->drafts, self->shown),
                                      self->cancellable, on_previewed, g_object_ref (self));
}

static void
on_tested (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterTemplateEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewNotice) notice =
      interview_notice_api_send_test_finish (INTERVIEW_CONNECTION (source), result, &error);
  const char *const *sent_to;

  if (take_error (self, error))
    return;
  sent_to = interview_notice_get_sent_to (notice);
  if (sent_to != NULL && sent_to[0] != NULL)
    {
      g_autofree char *where = g_strjoinv (", ", (char **) sent_to);
      /* Translators: %s are addresses and numbers. */
      g_autofree char *words = g_strdup_printf (
          _ ("The example is on its way to %s. The delivery log tells what becomes of it."), where);

      recruiter_message_bar_show (self->message, words);
    }
  else
    recruiter_message_bar_show (self->message,
                                _ ("Nothing was sent: set up mail or text messages first, and see "
                                   "that you have an address or a number."));
}

static void
on_test (RecruiterTemplateEditor *self)
{
  gtk_widget_set_sensitive (self->test, FALSE);
  interview_notice_api_send_test_async (self->connection,
                                        g_ptr_array_index (self->drafts, self->shown),
                                        self->cancellable, on_tested, g_object_ref (self));
}

static void
recruiter_template_editor_dispose (GObject *object)
{
  RecruiterTemplateEditor *self = RECRUITER_TEMPLATE_EDITOR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->connection);
  G_OBJECT_CLASS (recruiter_template_editor_parent_class)->dispose (object);
}

static void
recruiter_template_editor_finalize (GObject *object)
{
  RecruiterTemplateEditor *self = RECRUITER_TEMPLATE_EDITOR (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  G_OBJECT_CLASS (recruiter_template_editor_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, RecruiterTemplateEditor, message);
  gtk_widget_class_bind_template_child (klass, RecruiterTemplateEditor, save);
  gtk_widget_class_bind_template_child (klass, RecruiterTemplateEditor, language);
  gtk_widget_class_bind_template_child (klass, RecruiterTemplateEditor, languages);
  gtk_widget_class_bind_template_child (klass, RecruiterTemplateEditor, subject);
  gtk_widget_class_bind_template_child (klass, RecruiterTemplateEditor, body);
  gtk_widget_class_bind_template_child (klass, RecruiterTemplateEditor, brief);
  gtk_widget_class_bind_template_child (klass, RecruiterTemplateEditor, placeholders);
  gtk_widget_class_bind_template_child (klass, RecruiterTemplateEditor, preview);
  gtk_widget_class_bind_template_child (klass, RecruiterTemplateEditor, test);
  gtk_widget_class_bind_template_child (klass, RecruiterTemplateEditor, reset);
  gtk_widget_class_bind_template_child (klass, RecruiterTemplateEditor, preview_group);
  gtk_widget_class_bind_template_child (klass, RecruiterTemplateEditor, preview_subject);
  gtk_widget_class_bind_template_child (klass, RecruiterTemplateEditor, preview_text);
  gtk_widget_class_bind_template_child (klass, RecruiterTemplateEditor, preview_brief);
}

static void
recruiter_template_editor_class_init (RecruiterTemplateEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = recruiter_template_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = recruiter_template_editor_finalize;

  signals[CHANGED] =
      g_signal_new ("changed", RECRUITER_TYPE_TEMPLATE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, INTERVIEW_TYPE_NOTICE_TEMPLATE);

  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/interview/Recruiter/admin/template-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_language);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_preview);
  gtk_widget_class_bind_template_callback (widget_class, on_test);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
}

static void
recruiter_template_editor_init (RecruiterTemplateEditor *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_template_editor_new:
 * @connection: (transfer none): with the token of an HR admin
 * @templates: (transfer none) (element-type InterviewNoticeTemplate): of one kind, one for each
 *   language
 *
 * Returns: (transfer none): a page to be presented
 */
GtkWidget *
recruiter_template_editor_new (InterviewConnection *connection, GPtrArray *templates)
{
  RecruiterTemplateEditor *self = g_object_new (RECRUITER_TYPE_TEMPLATE_EDITOR, NULL);
  InterviewNoticeKind kind = interview_notice_template_get_kind (templates->pdata[0]);
  g_autofree char *words = NULL;

  self->connection = g_object_ref (connection);
  self->filling = TRUE;
  self->templates = g_ptr_array_new_with_free_func (g_object_unref);
  self->drafts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < templates->len; i++)
    {
      const char *tag = interview_notice_template_get_language (templates->pdata[i]);

      g_ptr_array_add (self->templates, g_object_ref (templates->pdata[i]));
      g_ptr_array_add (self->drafts, g_object_ref (templates->pdata[i]));
      gtk_string_list_append (self->languages, recruiter_notice_words_language (tag));
    }
  /* Translators: %s are names in double braces, which are the same in every language. */
  words = g_strdup_printf (_ ("There are: %s"), get_placeholders (kind));
  gtk_label_set_label (self->placeholders, words);
  fill (self);
  return GTK_WIDGET (self);
}
