/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "recruiter-app"

#include "duration-row.h"

#include <glib/gi18n.h>

/*
 * RecruiterDurationRow asks how long an interview takes: the usual lengths, and whatever it was
 * given.
 */
struct _RecruiterDurationRow
{
  AdwComboRow parent_instance;

  GArray *minutes; /* gint64, as in the list */
};

static const gint64 usual[] = { 15, 30, 45, 60, 90, 120 };

#define DEFAULT_MINUTES 45

G_DEFINE_FINAL_TYPE (RecruiterDurationRow, recruiter_duration_row, ADW_TYPE_COMBO_ROW)

static void
recruiter_duration_row_finalize (GObject *object)
{
  g_clear_pointer (&RECRUITER_DURATION_ROW (object)->minutes, g_array_unref);
  G_OBJECT_CLASS (recruiter_duration_row_parent_class)->finalize (object);
}

static void
recruiter_duration_row_class_init (RecruiterDurationRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = recruiter_duration_row_finalize;
}

static void
recruiter_duration_row_init (RecruiterDurationRow *self)
{
  self->minutes = g_array_new (FALSE, FALSE, sizeof (gint64));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Length"));
  recruiter_duration_row_set_minutes (self, DEFAULT_MINUTES);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return (*(const gint64 *) a > *(const gint64 *) b) - (*(const gint64 *) a < *(const gint64 *) b);
}

/**
 * recruiter_duration_row_set_minutes:
 * @minutes: how long it takes
 */
void
recruiter_duration_row_set_minutes (RecruiterDurationRow *self, gint64 minutes)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  gboolean known = FALSE;
  guint selected = 0;

  g_return_if_fail (RECRUITER_IS_DURATION_ROW (self));

  g_array_set_size (self->minutes, 0);
  g_array_append_vals (self->minutes, usual, G_N_ELEMENTS (usual));
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    known |= usual[i] == minutes;
  if (!known)
    g_array_append_val (self->minutes, minutes);
  g_array_sort (self->minutes, compare);
  for (guint i = 0; i < self->minutes->len; i++)
    {
      int length = (int) g_array_index (self->minutes, gint64, i);
      g_autofree char *text =
          g_strdup_printf (ngettext ("%d minute", "%d minutes", length), length);

      gtk_string_list_append (words, text);
      if (length == minutes)
        selected = i;
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (words));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), selected);
}

/**
 * recruiter_duration_row_get_minutes:
 *
 * Returns: how long it takes
 */
gint64
recruiter_duration_row_get_minutes (RecruiterDurationRow *self)
{
  guint selected;

  g_return_val_if_fail (RECRUITER_IS_DURATION_ROW (self), DEFAULT_MINUTES);

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  return selected < self->minutes->len ? g_array_index (self->minutes, gint64, selected)
                                       : DEFAULT_MINUTES;
}
