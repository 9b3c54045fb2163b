/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/zone-rules.h"

/* Changes so long before and after the appointment are told; no two come within a day. */
#define SPAN (366 * G_TIME_SPAN_DAY)
#define STEP G_TIME_SPAN_DAY

/*
 * The rules of a time zone for one appointment, so that a calendar that has never heard of the zone
 * shows the right time. libical's own describe a zone since it had a name, with recurrences that
 * other libraries refuse; what an appointment needs are the changes around it, one by one. Pure
 * functions.
 */

static int
get_offset (GTimeZone *zone, gint64 time)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, time / G_TIME_SPAN_SECOND);

  return g_time_zone_get_offset (zone, interval);
}

/* A moment as a clock shows it that is so many seconds ahead of UTC. */
static icaltimetype
make_local (gint64 time, int offset)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_utc (time / G_TIME_SPAN_SECOND + offset);
  icaltimetype made = icaltime_null_time ();

  g_date_time_get_ymd (local, &made.year, &made.month, &made.day);
  made.hour = g_date_time_get_hour (local);
  made.minute = g_date_time_get_minute (local);
  made.second = g_date_time_get_second (local);
  return made;
}

/**
 * interview_zone_rules_place:
 * @zone: a time zone
 * @time: microseconds since 1970 in UTC
 *
 * Returns: the moment as a clock in that zone shows it
 */
icaltimetype
interview_zone_rules_place (GTimeZone *zone, gint64 time)
{
  return make_local (time, get_offset (zone, time));
}

static icalcomponent *
make_observance (GTimeZone *zone, gint64 onset, int before)
{
  gint64 seconds = onset / G_TIME_SPAN_SECOND;
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);
  icalcomponent *observance = icalcomponent_new (
      g_time_zone_is_dst (zone, interval) ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT);

  icalcomponent_add_property (observance, icalproperty_new_dtstart (make_local (onset, before)));
  icalcomponent_add_property (observance, icalproperty_new_tzoffsetfrom (before));
  icalcomponent_add_property (observance, icalproperty_new_tzoffsetto (
                                              g_time_zone_get_offset (zone, interval)));
  icalcomponent_add_property (observance, icalproperty_new_tzname (
                                              g_time_zone_get_abbreviation (zone, interval)));
  return observance;
}

/* The first moment of another offset, between two moments that differ. */
static gint64
find_change (GTimeZone *zone, gint64 before, gint64 after)
{
  int offset = get_offset (zone, before);

  while (after - before > G_TIME_SPAN_SECOND)
    {
      gint64 middle = before + (after - before) / 2;

      if (get_offset (zone, middle) == offset)
        before = middle;
      else
        after = middle;
    }
  return after - after % G_TIME_SPAN_SECOND;
}

/**
 * interview_zone_rules_make:
 * @zone: a time zone with a name
 * @time: when the appointment is, microseconds since 1970 in UTC
 *
 * Returns: (transfer full): a VTIMEZONE with the changes of the year before and the year after
 */
icalcomponent *
interview_zone_rules_make (GTimeZone *zone, gint64 time)
{
  gint64 day = time - time % G_TIME_SPAN_DAY;
  gint64 start = day - SPAN;
  icalcomponent *rules = icalcomponent_new (ICAL_VTIMEZONE_COMPONENT);

  icalcomponent_add_property (rules, icalproperty_new_tzid (g_time_zone_get_identifier (zone)));
  icalcomponent_add_component (rules, make_observance (zone, start, get_offset (zone, start)));
  for (gint64 at = start; at < day + SPAN; at += STEP)
    {
      int offset = get_offset (zone, at);

      if (get_offset (zone, at + STEP) != offset)
        icalcomponent_add_component (rules,
                                     make_observance (zone, find_change (zone, at, at + STEP),
                                                      offset));
    }
  return rules;
}
