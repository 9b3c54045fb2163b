/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/appointment.h"

#include "server/services/zone-rules.h"

#define VERSION "2.0"
#define PRODUCT "-//Interview//Interview//EN"

static void
add_text (icalcomponent *event, icalproperty *(*make) (const char *), const char *text)
{
  if (text != NULL && *text != '\0')
    icalcomponent_add_property (event, make (text));
}

/* A time in UTC, or one of the reader's zone, which its parameter names. */
static void
add_time (icalcomponent *event, icalproperty *(*make) (icaltimetype), gint64 time, GTimeZone *zone)
{
  icaltimetype made;
  icalproperty *property;

  if (zone == NULL)
    made = icaltime_from_timet_with_zone ((time_t) (time / G_TIME_SPAN_SECOND), 0,
                                          icaltimezone_get_utc_timezone ());
  else
    made = interview_zone_rules_place (zone, time);
  property = make (made);
  if (zone != NULL)
    icalproperty_add_parameter (property,
                                icalparameter_new_tzid (g_time_zone_get_identifier (zone)));
  icalcomponent_add_property (event, property);
}

static void
add_person (icalcomponent *event,
            icalproperty *property,
            const char *name,
            gboolean answers,
            gboolean accepted)
{
  if (name != NULL)
    {
      /* A parameter in quotes cannot hold a quote (RFC 5545, 3.2). */
      g_autofree char *plain = g_strdelimit (g_strdup (name), "\"\r\n", ' ');

      icalproperty_add_parameter (property, icalparameter_new_cn (plain));
    }
  if (answers)
    {
      icalproperty_add_parameter (property, icalparameter_new_role (ICAL_ROLE_REQPARTICIPANT));
      icalproperty_add_parameter (property, icalparameter_new_partstat (
                                                accepted ? ICAL_PARTSTAT_ACCEPTED
                                                         : ICAL_PARTSTAT_NEEDSACTION));
      if (!accepted)
        icalproperty_add_parameter (property, icalparameter_new_rsvp (ICAL_RSVP_TRUE));
    }
  icalcomponent_add_property (event, property);
}

static void
add_people (icalcomponent *event, const InterviewAppointment *appointment)
{
  g_autofree char *organizer = g_strconcat ("mailto:", appointment->organizer_mail, NULL);
  g_autofree char *attendee = g_strconcat ("mailto:", appointment->attendee_mail, NULL);

  if (appointment->organizer_mail == NULL)
    return;
  add_person (event, icalproperty_new_organizer (organizer), appointment->organizer_name, FALSE,
              FALSE);
  if (appointment->attendee_mail != NULL)
    add_person (event, icalproperty_new_attendee (attendee), appointment->attendee_name, TRUE,
                appointment->accepted);
}

static icalcomponent *
make_event (const InterviewAppointment *appointment, GTimeZone *zone)
{
  icalcomponent *event = icalcomponent_new_vevent ();
  gboolean cancelled = g_str_equal (appointment->method, "CANCEL");
  gint64 end = appointment->starts_at + appointment->duration_minutes * G_TIME_SPAN_MINUTE;

  icalcomponent_add_property (event, icalproperty_new_uid (appointment->uid));
  icalcomponent_add_property (event, icalproperty_new_sequence ((int) appointment->sequence));
  add_time (event, icalproperty_new_dtstamp, appointment->stamp, NULL);
  add_time (event, icalproperty_new_dtstart, appointment->starts_at, zone);
  add_time (event, icalproperty_new_dtend, end, zone);
  add_text (event, icalproperty_new_summary, appointment->summary);
  add_text (event, icalproperty_new_description, appointment->description);
  add_text (event, icalproperty_new_location, appointment->location);
  icalcomponent_add_property (event, icalproperty_new_status (cancelled ? ICAL_STATUS_CANCELLED
                                                                        : ICAL_STATUS_CONFIRMED));
  add_people (event, appointment);
  return event;
}

/**
 * interview_appointment_to_text:
 * @appointment: an appointment
 *
 * Writes it with the rules of the reader's zone, so that a calendar that does not know the zone
 * shows the right time, too. Where the zone is UTC, so are the times. A pure function.
 *
 * Returns: (transfer full): the appointment as iCalendar (RFC 5545)
 */
char *
interview_appointment_to_text (const InterviewAppointment *appointment)
{
  gboolean utc = g_str_equal (g_time_zone_get_identifier (appointment->zone), "UTC");
  GTimeZone *zone = utc ? NULL : appointment->zone;
  icalcomponent *calendar;
  char *text, *kept;

  g_return_val_if_fail (appointment->uid != NULL, NULL);
  g_return_val_if_fail (appointment->method != NULL, NULL);

  calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  icalcomponent_add_property (calendar, icalproperty_new_version (VERSION));
  icalcomponent_add_property (calendar, icalproperty_new_prodid (PRODUCT));
  icalcomponent_add_property (calendar, icalproperty_new_method (
                                            icalproperty_string_to_method (appointment->method)));
  if (zone != NULL)
    icalcomponent_add_component (calendar,
                                 interview_zone_rules_make (zone, appointment->starts_at));
  icalcomponent_add_component (calendar, make_event (appointment, zone));
  text = icalcomponent_as_ical_string_r (calendar);
  kept = g_strdup (text);
  icalmemory_free_buffer (text);
  icalcomponent_free (calendar);
  return kept;
}
