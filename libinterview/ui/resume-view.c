/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/resume-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/chip-list.h"
#include "ui/fact-list.h"

/*
 * InterviewResumeView shows a resume in sections; a section without contents is left out. The
 * original file is opened by whoever receives `open-original`.
 */
struct _InterviewResumeView
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  InterviewDisclosureBox *disclosure_box;
  GtkWidget *name_label;
  GtkWidget *headline_label;
  GtkWidget *original_button;
  GtkWidget *original_icon;
  GtkWidget *original_spinner;
  GtkWidget *summary_label;
  GtkWidget *basics;
  GtkWidget *experience_title;
  GtkWidget *experience_box;
  GtkWidget *education_title;
  GtkWidget *education_box;
  GtkWidget *skills_title;
  GtkWidget *skills;
  GtkWidget *languages_title;
  GtkWidget *languages;

  InterviewResume *resume;
};

enum
{
  SIGNAL_OPEN_ORIGINAL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewResumeView, interview_resume_view, GTK_TYPE_WIDGET)

static void
on_original_clicked (InterviewResumeView *self)
{
  if (self->resume != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN_ORIGINAL], 0, self->resume);
}

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
add_line (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
show_entries (GtkWidget *title, GtkWidget *box, GPtrArray *entries)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      InterviewResumeEntry *entry = g_ptr_array_index (entries, i);
      GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

      add_line (lines, interview_resume_entry_get_title (entry), "entry-title");
      add_line (lines, interview_resume_entry_get_organisation (entry), NULL);
      add_line (lines, interview_resume_entry_get_period (entry), "entry-period");
      add_line (lines, interview_resume_entry_get_description (entry), "entry-description");
      gtk_widget_add_css_class (lines, "entry");
      gtk_box_append (GTK_BOX (box), lines);
    }
  gtk_widget_set_visible (title, entries != NULL && entries->len > 0);
  gtk_widget_set_visible (box, entries != NULL && entries->len > 0);
}

static void
show_resume (InterviewResumeView *self, const char *person_name)
{
  InterviewResume *resume = self->resume;
  const char *original = interview_resume_get_original_blob_id (resume);

  show_text (self->name_label, person_name);
  show_text (self->headline_label, interview_resume_get_headline (resume));
  show_text (self->summary_label, interview_resume_get_summary (resume));
  interview_fact_list_set_facts (INTERVIEW_FACT_LIST (self->basics),
                                 interview_resume_get_basics (resume));
  show_entries (self->experience_title, self->experience_box,
                interview_resume_get_experience (resume));
  show_entries (self->education_title, self->education_box,
                interview_resume_get_education (resume));
  interview_chip_list_set_texts (INTERVIEW_CHIP_LIST (self->skills),
                                 interview_resume_get_skills (resume));
  interview_chip_list_set_texts (INTERVIEW_CHIP_LIST (self->languages),
                                 interview_resume_get_languages (resume));
  gtk_widget_set_visible (self->original_button, original != NULL);
  gtk_widget_set_tooltip_text (self->original_button, interview_resume_get_original_name (resume));
}

static void
interview_resume_view_dispose (GObject *object)
{
  InterviewResumeView *self = INTERVIEW_RESUME_VIEW (object);

  g_clear_object (&self->resume);
  gtk_widget_dispose_template (GTK_WIDGET (self), INTERVIEW_TYPE_RESUME_VIEW);

  G_OBJECT_CLASS (interview_resume_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/ui/resume-view.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewResumeView, disclosure_box);
  gtk_widget_class_bind_template_child (widget_class, InterviewResumeView, stack);
  gtk_widget_class_bind_template_child (widget_class, InterviewResumeView, name_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewResumeView, headline_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewResumeView, original_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewResumeView, original_icon);
  gtk_widget_class_bind_template_child (widget_class, InterviewResumeView, original_spinner);
  gtk_widget_class_bind_template_child (widget_class, InterviewResumeView, summary_label);
  gtk_widget_class_bind_template_child (widget_class, InterviewResumeView, basics);
  gtk_widget_class_bind_template_child (widget_class, InterviewResumeView, experience_title);
  gtk_widget_class_bind_template_child (widget_class, InterviewResumeView, experience_box);
  gtk_widget_class_bind_template_child (widget_class, InterviewResumeView, education_title);
  gtk_widget_class_bind_template_child (widget_class, InterviewResumeView, education_box);
  gtk_widget_class_bind_template_child (widget_class, InterviewResumeView, skills_title);
  gtk_widget_class_bind_template_child (widget_class, InterviewResumeView, skills);
  gtk_widget_class_bind_template_child (widget_class, InterviewResumeView, languages_title);
  gtk_widget_class_bind_template_child (widget_class, InterviewResumeView, languages);
  gtk_widget_class_bind_template_callback (widget_class, on_original_clicked);
}

static void
interview_resume_view_class_init (InterviewResumeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = interview_resume_view_dispose;

  /**
   * InterviewResumeView::open-original:
   * @resume: whose original is wanted
   */
  signals[SIGNAL_OPEN_ORIGINAL] =
      g_signal_new ("open-original", INTERVIEW_TYPE_RESUME_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, INTERVIEW_TYPE_RESUME);

  g_type_ensure (ADW_TYPE_STATUS_PAGE);
  g_type_ensure (INTERVIEW_TYPE_DISCLOSURE_BOX);
  g_type_ensure (INTERVIEW_TYPE_FACT_LIST);
  g_type_ensure (INTERVIEW_TYPE_CHIP_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
interview_resume_view_init (InterviewResumeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->skills, "visible", self->skills_title, "visible",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->languages, "visible", self->languages_title, "visible",
                          G_BINDING_SYNC_CREATE);
}

/**
 * interview_resume_view_new:
 *
 * Returns: (transfer floating): a view that says that there is no resume
 */
GtkWidget *
interview_resume_view_new (void)
{
  return g_object_new (INTERVIEW_TYPE_RESUME_VIEW, NULL);
}

/**
 * interview_resume_view_set_resume:
 * @resume: (nullable): what to show
 * @person_name: (nullable): whose it is
 */
void
interview_resume_view_set_resume (InterviewResumeView *self,
                                  InterviewResume *resume,
                                  const char *person_name)
{
  g_return_if_fail (INTERVIEW_IS_RESUME_VIEW (self));
  g_return_if_fail (resume == NULL || INTERVIEW_IS_RESUME (resume));

  g_set_object (&self->resume, resume);
  if (resume != NULL)
    show_resume (self, person_name);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), resume != NULL ? "resume" : "empty");
}

/**
 * interview_resume_view_set_opening:
 * @opening: whether the original is being fetched; it cannot be asked for again meanwhile
 */
void
interview_resume_view_set_opening (InterviewResumeView *self, gboolean opening)
{
  g_return_if_fail (INTERVIEW_IS_RESUME_VIEW (self));

  gtk_widget_set_sensitive (self->original_button, !opening);
  gtk_widget_set_visible (self->original_icon, !opening);
  gtk_widget_set_visible (self->original_spinner, opening);
  gtk_spinner_set_spinning (GTK_SPINNER (self->original_spinner), opening);
}

/**
 * interview_resume_view_get_disclosure_box:
 *
 * Returns: (transfer none): what asks the other side when there is nothing; hidden until somebody
 *   shows it
 */
InterviewDisclosureBox *
interview_resume_view_get_disclosure_box (InterviewResumeView *self)
{
  g_return_val_if_fail (INTERVIEW_IS_RESUME_VIEW (self), NULL);

  return self->disclosure_box;
}
