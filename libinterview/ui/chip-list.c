/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/chip-list.h"

#include "ui/wrap-layout.h"

/*
 * InterviewChipList shows short texts, such as skills, each in a rounded box.
 */
struct _InterviewChipList
{
  GtkWidget parent_instance;
};

#define SPACING 6

G_DEFINE_FINAL_TYPE (InterviewChipList, interview_chip_list, GTK_TYPE_WIDGET)

static void
clear (InterviewChipList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
interview_chip_list_dispose (GObject *object)
{
  clear (INTERVIEW_CHIP_LIST (object));

  G_OBJECT_CLASS (interview_chip_list_parent_class)->dispose (object);
}

static void
interview_chip_list_class_init (InterviewChipListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = interview_chip_list_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chiplist");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST);
}

static void
interview_chip_list_init (InterviewChipList *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), interview_wrap_layout_new (SPACING));
}

/**
 * interview_chip_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
interview_chip_list_new (void)
{
  return g_object_new (INTERVIEW_TYPE_CHIP_LIST, NULL);
}

/**
 * interview_chip_list_set_texts:
 * @texts: (nullable) (array zero-terminated=1): what to show; without any the list is hidden
 */
void
interview_chip_list_set_texts (InterviewChipList *self, const char *const *texts)
{
  g_return_if_fail (INTERVIEW_IS_CHIP_LIST (self));

  clear (self);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (texts[i]);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "chip");
      gtk_widget_set_parent (label, GTK_WIDGET (self));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), texts != NULL && texts[0] != NULL);
}
