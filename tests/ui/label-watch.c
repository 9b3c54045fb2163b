/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Assistive technology does not tell whether a text is cut off. This library is loaded into a
 * program with LD_PRELOAD by test-pages.py; at each SIGUSR1 it writes what the windows show into
 * $XDG_RUNTIME_DIR/labels-PID.COUNT, one line for each window and for each label that is shown:
 *
 *   window TAB title TAB width TAB minimum width of its content TAB light or dark
 *   label TAB text TAB x TAB y TAB width TAB height TAB how it is shown
 *
 * The last column is "whole", "ellipsized", "narrow" (wider than its place) or "outside" (beyond
 * the left or right edge of the window). Sizes are pixels inside the window.
 */

#include <adwaita.h>
#include <glib-unix.h>
#include <signal.h>

static guint count;

static gboolean
is_drawn (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_opacity (widget) == 0)
      return FALSE;
  return TRUE;
}

static const char *
judge (GtkLabel *label, const graphene_rect_t *bounds, int window_width)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (pango_layout_is_ellipsized (layout))
    return "ellipsized";
  if (width > gtk_widget_get_width (GTK_WIDGET (label)) + 1)
    return "narrow";
  if (bounds->origin.x < -1 || bounds->origin.x + bounds->size.width > window_width + 1)
    return "outside";
  return "whole";
}

static void
report_label (GtkLabel *label, GtkWidget *window, GString *report)
{
  g_autofree char *text = g_strescape (gtk_label_get_text (label), NULL);
  graphene_rect_t bounds;

  if (*text == '\0' || !is_drawn (GTK_WIDGET (label)) ||
      !gtk_widget_compute_bounds (GTK_WIDGET (label), window, &bounds))
    return;
  /* The other page of a folded leaflet stays beside the window. */
  if (bounds.origin.x >= gtk_widget_get_width (window) || bounds.origin.x + bounds.size.width <= 0)
    return;
  g_string_append_printf (report, "label\t%s\t%d\t%d\t%d\t%d\t%s\n", text, (int) bounds.origin.x,
                          (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height,
                          judge (label, &bounds, gtk_widget_get_width (window)));
}

static void
report_widget (GtkWidget *widget, GtkWidget *window, GString *report)
{
  if (!gtk_widget_get_mapped (widget) || (GTK_IS_NATIVE (widget) && widget != window))
    return;
  if (GTK_IS_LABEL (widget))
    report_label (GTK_LABEL (widget), window, report);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    report_widget (child, window, report);
}

static void
report_window (GtkWidget *window, GString *report)
{
  g_autofree char *title = NULL;
  const char *name = gtk_window_get_title (GTK_WINDOW (window));
  int minimum = 0;

  if (!gtk_widget_get_mapped (window) || gtk_window_get_child (GTK_WINDOW (window)) == NULL)
    return;
  title = g_strescape (name != NULL ? name : "", NULL);
  gtk_widget_measure (gtk_window_get_child (GTK_WINDOW (window)), GTK_ORIENTATION_HORIZONTAL, -1,
                      &minimum, NULL, NULL, NULL);
  g_string_append_printf (report, "window\t%s\t%d\t%d\t%s\n", title, gtk_widget_get_width (window),
                          minimum,
                          adw_style_manager_get_dark (adw_style_manager_get_default ()) ? "dark"
                                                                                        : "light");
  report_widget (window, window, report);
}

static gboolean
on_asked (gpointer user_data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GString) report = g_string_new (NULL);
  g_autofree char *name = g_strdup_printf ("labels-%d.%u", (int) getpid (), ++count);
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), name, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      report_window (window, report);
    }
  /* Renames into place, so that nobody reads half of it. */
  g_file_set_contents (path, report->str, -1, NULL);
  return G_SOURCE_CONTINUE;
}

__attribute__ ((constructor)) static void
start_watching (void)
{
  /* Not for the programs that this one starts. */
  g_unsetenv ("LD_PRELOAD");
  g_unix_signal_add (SIGUSR1, on_asked, NULL);
}
