/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "pages.h"

/**
 * recruiter_pages_show:
 * @stack: a stack whose pages have names
 * @name: the page to show
 *
 * Shows one page and hides the others. A stack alone leaves those visible to assistive technology,
 * which would then read pages that nobody sees.
 */
void
recruiter_pages_show (GtkStack *stack, const char *name)
{
  GtkWidget *shown;
  GtkWidget *child;

  g_return_if_fail (GTK_IS_STACK (stack));

  shown = gtk_stack_get_child_by_name (stack, name);
  g_return_if_fail (shown != NULL);

  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child (stack, shown);
  for (child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != shown)
      gtk_widget_set_visible (child, FALSE);
}
