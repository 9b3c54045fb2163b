/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "form-page.h"

#include <glib/gi18n.h>

#include "../message-bar.h"
#include "client/rating-api.h"
#include "number-row.h"
#include "program/last-look.h"
#include "translation-group.h"

/* As many as a form may have, see InterviewRatingDraft. */
#define MAX_ASPECTS 12

/* What is written and not saved yet. */
#define DRAFT_NAME "rating-form-draft.json"

/*
 * RecruiterFormPage is the editor of the form that candidates rate recruiters with, in every
 * language. What was said with an earlier form stays as it was said. What is written and not saved
 * is there again when the page is opened the next time.
 */
struct _RecruiterFormPage
{
  AdwPreferencesPage parent_instance;

  InterviewAccount *account;
  GCancellable *cancellable;
  GStrv languages;
  GPtrArray *aspects; /* RecruiterTranslationGroup, in order */
  gint64 revision;
  gboolean filling;

  RecruiterMessageBar *message;
  RecruiterTranslationGroup *titles;
  RecruiterNumberRow *scale;
  RecruiterNumberRow *minimum;
  GtkSwitch *comment;
  AdwPreferencesGroup *buttons;
  GtkWidget *add;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (RecruiterFormPage, recruiter_form_page, ADW_TYPE_PREFERENCES_PAGE)

static void on_changed (RecruiterFormPage *self);
static void add_aspect (RecruiterFormPage *self, const char *id, GPtrArray *labels);

static InterviewConnection *
get_connection (RecruiterFormPage *self)
{
  return interview_account_get_connection (self->account);
}

static InterviewRatingDraft *
read_form (RecruiterFormPage *self)
{
  g_autoptr (GPtrArray) aspects = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) titles = recruiter_translation_group_get_texts (self->titles);

  for (guint i = 0; i < self->aspects->len; i++)
    {
      RecruiterTranslationGroup *group = g_ptr_array_index (self->aspects, i);
      g_autoptr (GPtrArray) labels = recruiter_translation_group_get_texts (group);

      g_ptr_array_add (aspects, g_object_new (INTERVIEW_TYPE_DRAFT_ASPECT, "id",
                                              recruiter_translation_group_get_id (group), "labels",
                                              labels, NULL));
    }
  return g_object_new (INTERVIEW_TYPE_RATING_DRAFT, "revision", self->revision, "scale",
                       recruiter_number_row_get_value (self->scale), "minimum",
                       recruiter_number_row_get_value (self->minimum), "comment",
                       gtk_switch_get_active (self->comment), "titles", titles, "aspects", aspects,
                       NULL);
}

/* The groups of a page are in the order in which they came: the buttons go to the end again. */
static void
put_in_order (RecruiterFormPage *self)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (self);

  g_object_ref (self->buttons);
  adw_preferences_page_remove (page, self->buttons);
  for (guint i = 0; i < self->aspects->len; i++)
    {
      RecruiterTranslationGroup *group = g_ptr_array_index (self->aspects, i);
      /* Translators: one of the things that are rated, by its number. */
      g_autofree char *title = g_strdup_printf (_ ("Aspect %u"), i + 1);

      if (gtk_widget_get_parent (GTK_WIDGET (group)) != NULL)
        adw_preferences_page_remove (page, ADW_PREFERENCES_GROUP (group));
      recruiter_translation_group_set_place (group, title, i > 0, i + 1 < self->aspects->len);
      adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
    }
  adw_preferences_page_add (page, self->buttons);
  g_object_unref (self->buttons);
  gtk_widget_set_sensitive (self->add, self->aspects->len < MAX_ASPECTS);
}

static void
on_move (RecruiterFormPage *self, int direction, RecruiterTranslationGroup *group)
{
  guint index = 0;
  gpointer kept;

  if (!g_ptr_array_find (self->aspects, group, &index) ||
      (direction < 0 ? index == 0 : index + 1 >= self->aspects->len))
    return;
  kept = self->aspects->pdata[index];
  self->aspects->pdata[index] = self->aspects->pdata[(int) index + direction];
  self->aspects->pdata[(int) index + direction] = kept;
  put_in_order (self);
  on_changed (self);
}

static void
on_remove (RecruiterFormPage *self, RecruiterTranslationGroup *group)
{
  guint index = 0;

  if (!g_ptr_array_find (self->aspects, group, &index))
    return;
  adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  g_ptr_array_remove_index (self->aspects, index);
  put_in_order (self);
  on_changed (self);
}

static void
add_aspect (RecruiterFormPage *self, const char *id, GPtrArray *labels)
{
  RecruiterTranslationGroup *group =
      g_object_ref_sink (g_object_new (RECRUITER_TYPE_TRANSLATION_GROUP, NULL));

  recruiter_translation_group_fill (group, id, (const char *const *) self->languages, labels);
  recruiter_translation_group_set_movable (group);
  g_signal_connect_object (group, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (group, "move", G_CALLBACK (on_move), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (group, "remove", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->aspects, group);
}

static void
on_add (RecruiterFormPage *self)
{
  add_aspect (self, NULL, NULL);
  put_in_order (self);
  recruiter_translation_group_focus (self->aspects->pdata[self->aspects->len - 1]);
  on_changed (self);
}

static void
collect_languages (GStrvBuilder *builder, GHashTable *seen, GPtrArray *texts)
{
  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      const char *language = interview_translation_get_language (g_ptr_array_index (texts, i));

      if (g_hash_table_add (seen, (char *) language))
        g_strv_builder_add (builder, language);
    }
}

static GStrv
list_languages (InterviewRatingDraft *draft)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *aspects = interview_rating_draft_get_aspects (draft);

  collect_languages (builder, seen, interview_rating_draft_get_titles (draft));
  for (guint i = 0; aspects != NULL && i < aspects->len; i++)
    collect_languages (builder, seen,
                       interview_draft_aspect_get_labels (g_ptr_array_index (aspects, i)));
  return g_strv_builder_end (builder);
}

static void
fill (RecruiterFormPage *self, InterviewRatingDraft *draft)
{
  GPtrArray *aspects = interview_rating_draft_get_aspects (draft);

  self->filling = TRUE;
  self->revision = interview_rating_draft_get_revision (draft);
  g_strfreev (self->languages);
  self->languages = list_languages (draft);
  recruiter_translation_group_fill (self->titles, NULL, (const char *const *) self->languages,
                                    interview_rating_draft_get_titles (draft));
  recruiter_number_row_set_value (self->scale, interview_rating_draft_get_scale (draft));
  recruiter_number_row_set_value (self->minimum, interview_rating_draft_get_minimum (draft));
  gtk_switch_set_active (self->comment, interview_rating_draft_get_comment (draft));
  for (guint i = 0; i < self->aspects->len; i++)
    adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self), self->aspects->pdata[i]);
  g_ptr_array_set_size (self->aspects, 0);
  for (guint i = 0; aspects != NULL && i < aspects->len; i++)
    {
      InterviewDraftAspect *aspect = g_ptr_array_index (aspects, i);

      add_aspect (self, interview_draft_aspect_get_id (aspect),
                  interview_draft_aspect_get_labels (aspect));
    }
  put_in_order (self);
  self->filling = FALSE;
}

static void
on_changed (RecruiterFormPage *self)
{
  g_autoptr (InterviewRatingDraft) draft = NULL;

  if (self->filling || self->revision == 0)
    return;
  draft = read_form (self);
  gtk_widget_set_sensitive (self->save, TRUE);
  interview_last_look_keep (interview_account_get_profile (self->account), DRAFT_NAME,
                            INTERVIEW_RECORD (draft));
}

static void
on_draft (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterFormPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRatingDraft) kept = NULL;
  g_autoptr (InterviewRatingDraft) draft =
      interview_rating_api_get_draft_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  recruiter_message_bar_show (self->message, error != NULL ? error->message : NULL);
  if (draft == NULL)
    return;
  fill (self, draft);
  kept = interview_last_look_load (interview_account_get_profile (self->account), DRAFT_NAME,
                                   INTERVIEW_TYPE_RATING_DRAFT);
  if (kept == NULL || interview_rating_draft_get_revision (kept) != self->revision)
    return;
  fill (self, kept);
  gtk_widget_set_sensitive (self->save, TRUE);
  recruiter_message_bar_show (self->message, _ ("What you wrote and did not save is here again."));
}

static void
on_replaced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RecruiterFormPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InterviewRatingDraft) draft =
      interview_rating_api_replace_draft_finish (INTERVIEW_CONNECTION (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  recruiter_message_bar_show (self->message, error != NULL ? error->message : NULL);
  gtk_widget_set_sensitive (self->save, draft == NULL);
  if (draft == NULL)
    return;
  interview_last_look_forget (interview_account_get_profile (self->account), DRAFT_NAME);
  fill (self, draft);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (
                                        gtk_widget_get_root (GTK_WIDGET (self))),
                                    adw_toast_new (_ ("The form is saved")));
}

static void
on_save (RecruiterFormPage *self)
{
  g_autoptr (InterviewRatingDraft) draft = read_form (self);
  gboolean complete = interview_rating_draft_get_titles (draft)->len > 0;

  for (guint i = 0; i < self->aspects->len; i++)
    complete &= recruiter_translation_group_has_text (self->aspects->pdata[i]);
  if (!complete)
    {
      recruiter_message_bar_show (self->message,
                                  _ ("The question and each aspect need a text in at least one "
                                     "language. Write it, or remove the aspect."));
      return;
    }
  recruiter_message_bar_show (self->message, NULL);
  gtk_widget_set_sensitive (self->save, FALSE);
  interview_rating_api_replace_draft_async (get_connection (self), draft, self->cancellable,
                                            on_replaced, g_object_ref (self));
}

static void
recruiter_form_page_dispose (GObject *object)
{
  RecruiterFormPage *self = RECRUITER_FORM_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->account);
  G_OBJECT_CLASS (recruiter_form_page_parent_class)->dispose (object);
}

static void
recruiter_form_page_finalize (GObject *object)
{
  RecruiterFormPage *self = RECRUITER_FORM_PAGE (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->aspects);
  g_strfreev (self->languages);
  G_OBJECT_CLASS (recruiter_form_page_parent_class)->finalize (object);
}

static void
recruiter_form_page_class_init (RecruiterFormPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = recruiter_form_page_dispose;
  object_class->finalize = recruiter_form_page_finalize;

  g_type_ensure (RECRUITER_TYPE_MESSAGE_BAR);
  g_type_ensure (RECRUITER_TYPE_NUMBER_ROW);
  g_type_ensure (RECRUITER_TYPE_TRANSLATION_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Recruiter/admin/form-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RecruiterFormPage, message);
  gtk_widget_class_bind_template_child (widget_class, RecruiterFormPage, titles);
  gtk_widget_class_bind_template_child (widget_class, RecruiterFormPage, scale);
  gtk_widget_class_bind_template_child (widget_class, RecruiterFormPage, minimum);
  gtk_widget_class_bind_template_child (widget_class, RecruiterFormPage, comment);
  gtk_widget_class_bind_template_child (widget_class, RecruiterFormPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, RecruiterFormPage, add);
  gtk_widget_class_bind_template_child (widget_class, RecruiterFormPage, save);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
recruiter_form_page_init (RecruiterFormPage *self)
{
  self->cancellable = g_cancellable_new ();
  self->aspects = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * recruiter_form_page_new:
 * @account: (transfer none): the HR admin who is signed in
 *
 * Returns: (transfer none): a page that asks the server
 */
GtkWidget *
recruiter_form_page_new (InterviewAccount *account)
{
  RecruiterFormPage *self = g_object_new (RECRUITER_TYPE_FORM_PAGE, NULL);

  self->account = g_object_ref (account);
  interview_rating_api_get_draft_async (get_connection (self), self->cancellable, on_draft,
                                        g_object_ref (self));
  return GTK_WIDGET (self);
}
