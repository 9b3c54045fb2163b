/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/moment-row.h"

#include <glib/gi18n-lib.h>

#include "program/time-text.h"

/*
 * InterviewMomentRow asks for a day and a time of day, both in the reader's zone, which it names.
 *
 * Signal `changed`: another moment was chosen.
 */
struct _InterviewMomentRow
{
  AdwPreferencesRow parent_instance;

  GtkMenuButton *day_button;
  GtkPopover *popover;
  GtkCalendar *calendar;
  GtkLabel *day;
  GtkLabel *clock_title;
  GtkSpinButton *hour;
  GtkSpinButton *minute;
  gboolean setting;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewMomentRow, interview_moment_row, ADW_TYPE_PREFERENCES_ROW)

static void
update_words (InterviewMomentRow *self)
{
  gint64 time = interview_moment_row_get_time (self);
  g_autofree char *day = interview_time_text_day (time, g_get_real_time ());
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);

  gtk_label_set_label (self->day, day);
  /* Translators: %s is a day, such as “Today” or “Monday, 3 May”. */
  name = g_strdup_printf (_ ("Day: %s"), day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  /* Translators: %s is a time zone, such as “CST” or “+08”. */
  title = g_strdup_printf (_ ("Time (%s)"), g_date_time_get_timezone_abbreviation (moment));
  gtk_label_set_label (self->clock_title, title);
}

static void
on_changed (InterviewMomentRow *self)
{
  update_words (self);
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_day_selected (InterviewMomentRow *self)
{
  if (!self->setting)
    gtk_popover_popdown (self->popover);
  on_changed (self);
}

static gboolean
on_output (GtkSpinButton *button)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (button));

  gtk_editable_set_text (GTK_EDITABLE (button), text);

  return TRUE;
}

static void
interview_moment_row_class_init (InterviewMomentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", INTERVIEW_TYPE_MOMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/program/moment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, InterviewMomentRow, day_button);
  gtk_widget_class_bind_template_child (widget_class, InterviewMomentRow, popover);
  gtk_widget_class_bind_template_child (widget_class, InterviewMomentRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, InterviewMomentRow, day);
  gtk_widget_class_bind_template_child (widget_class, InterviewMomentRow, clock_title);
  gtk_widget_class_bind_template_child (widget_class, InterviewMomentRow, hour);
  gtk_widget_class_bind_template_child (widget_class, InterviewMomentRow, minute);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_output);
}

static void
interview_moment_row_init (InterviewMomentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_words (self);
}

/**
 * interview_moment_row_set_time:
 * @time: microseconds since 1970 in UTC
 */
void
interview_moment_row_set_time (InterviewMomentRow *self, gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);

  g_return_if_fail (INTERVIEW_IS_MOMENT_ROW (self));
  g_return_if_fail (moment != NULL);

  self->setting = TRUE;
  gtk_calendar_select_day (self->calendar, moment);
  gtk_spin_button_set_value (self->hour, g_date_time_get_hour (moment));
  gtk_spin_button_set_value (self->minute, g_date_time_get_minute (moment));
  self->setting = FALSE;
  update_words (self);
}

/**
 * interview_moment_row_get_time:
 *
 * Returns: the chosen moment, microseconds since 1970 in UTC; whole minutes. A time that does not
 *   exist because the clocks are put forward is the one that follows.
 */
gint64
interview_moment_row_get_time (InterviewMomentRow *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) moment = NULL;

  g_return_val_if_fail (INTERVIEW_IS_MOMENT_ROW (self), 0);

  day = gtk_calendar_get_date (self->calendar);
  moment = g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                                  g_date_time_get_day_of_month (day),
                                  gtk_spin_button_get_value_as_int (self->hour),
                                  gtk_spin_button_get_value_as_int (self->minute), 0);

  return g_date_time_to_unix (moment) * G_USEC_PER_SEC;
}
