/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/fact-list.h"

#include "core/model/fact.h"

/*
 * InterviewFactList shows labelled facts in two columns.
 */
struct _InterviewFactList
{
  GtkWidget parent_instance;

  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (InterviewFactList, interview_fact_list, GTK_TYPE_WIDGET)

static GtkWidget *
create_label (const char *text, gboolean value)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), value);
  gtk_widget_set_hexpand (label, value);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (!value)
    {
      gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static void
interview_fact_list_dispose (GObject *object)
{
  g_clear_pointer (&INTERVIEW_FACT_LIST (object)->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (interview_fact_list_parent_class)->dispose (object);
}

static void
interview_fact_list_class_init (InterviewFactListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_fact_list_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "factlist");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
interview_fact_list_init (InterviewFactList *self)
{
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

/**
 * interview_fact_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
interview_fact_list_new (void)
{
  return g_object_new (INTERVIEW_TYPE_FACT_LIST, NULL);
}

/**
 * interview_fact_list_set_facts:
 * @facts: (nullable) (element-type InterviewFact): what to show; without any the list is hidden
 */
void
interview_fact_list_set_facts (InterviewFactList *self, GPtrArray *facts)
{
  GtkWidget *child;

  g_return_if_fail (INTERVIEW_IS_FACT_LIST (self));

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      InterviewFact *fact = g_ptr_array_index (facts, i);
      GtkWidget *label = create_label (interview_fact_get_label (fact), FALSE);
      GtkWidget *value = create_label (interview_fact_get_value (fact), TRUE);

      gtk_grid_attach (GTK_GRID (self->grid), label, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (self->grid), value, 1, (int) i, 1, 1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), facts != NULL && facts->len > 0);
}
