/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "interviewer-app"

#include "details.h"

#include <glib/gi18n.h>

#include "program/time-text.h"

/*
 * CandidateDetails lists what an interview is about: the position and its company, when, with
 * whom. Data come in by candidate_details_show().
 */
struct _CandidateDetails
{
  AdwBin parent_instance;

  AdwActionRow *position_row;
  AdwActionRow *time_row;
  AdwActionRow *people_row;
};

G_DEFINE_FINAL_TYPE (CandidateDetails, candidate_details, ADW_TYPE_BIN)

static void
fill (AdwActionRow *row, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
}

static char *
join_names (GPtrArray *people)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      if (i > 0)
        /* Translators: between the names of a list. */
        g_string_append (names, _ (", "));
      g_string_append (names,
                       interview_participant_get_display_name (g_ptr_array_index (people, i)));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
describe_time (InterviewRoom *room, gint64 now)
{
  int minutes = (int) interview_room_get_duration_minutes (room);
  gint64 starts_at = interview_room_get_starts_at (room);
  g_autofree char *until = NULL;

  if (starts_at <= now)
    return g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes), minutes);
  until = interview_time_text_until (starts_at, now);
  /* Translators: the length of the interview, then when it begins, such as “in 20 minutes”. */
  return g_strdup_printf (ngettext ("%d minute, %s", "%d minutes, %s", minutes), minutes, until);
}

static void
candidate_details_class_init (CandidateDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interview/Candidate/details.ui");
  gtk_widget_class_bind_template_child (widget_class, CandidateDetails, position_row);
  gtk_widget_class_bind_template_child (widget_class, CandidateDetails, time_row);
  gtk_widget_class_bind_template_child (widget_class, CandidateDetails, people_row);
}

static void
candidate_details_init (CandidateDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * candidate_details_show:
 * @room: the interview
 * @now: the present time, microseconds since 1970 in UTC
 *
 * Fills the list.
 */
void
candidate_details_show (CandidateDetails *self, InterviewRoom *room, gint64 now)
{
  g_autofree char *moment = NULL;
  g_autofree char *length = NULL;
  g_autofree char *names = NULL;
  g_autofree char *zone = NULL;
  g_autofree char *subtitle = NULL;
  GPtrArray *people;

  g_return_if_fail (CANDIDATE_IS_DETAILS (self));
  g_return_if_fail (INTERVIEW_IS_ROOM (room));

  people = interview_room_get_recruiters (room);
  moment = interview_time_text_moment (interview_room_get_starts_at (room), now);
  length = describe_time (room, now);
  names = join_names (people);
  fill (self->position_row, interview_room_get_position_title (room),
        interview_room_get_company_name (room));
  zone = interview_time_text_zone (interview_room_get_starts_at (room),
                                   interview_room_get_time_zone (room));
  subtitle = zone != NULL ? g_strdup_printf ("%s\n%s", length, zone) : g_strdup (length);
  fill (self->time_row, moment, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->people_row), people != NULL && people->len > 0);
  fill (self->people_row, names,
        ngettext ("Interviews you", "Interview you together", people != NULL ? people->len : 1));
}
