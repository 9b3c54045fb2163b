/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#define G_LOG_DOMAIN "interview-program"

#include "program/time-text.h"

#include <glib/gi18n-lib.h>

#include "core/time-zone.h"

/*
 * Times as people read them: in their own zone and language. Everything that comes from the server
 * is in microseconds since 1970 in UTC.
 */

#define MINUTE (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

static GDateTime *
to_local (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);

  return utc != NULL ? g_date_time_to_local (utc) : NULL;
}

/* Days from @now's date to @time's date. */
static gint64
count_days (GDateTime *now, GDateTime *time)
{
  GDate from, to;

  g_date_clear (&from, 1);
  g_date_clear (&to, 1);
  g_date_set_dmy (&from, g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  g_date_time_get_year (now));
  g_date_set_dmy (&to, g_date_time_get_day_of_month (time), g_date_time_get_month (time),
                  g_date_time_get_year (time));
  return g_date_days_between (&from, &to);
}

/**
 * interview_time_text_clock:
 * @time: microseconds since 1970 in UTC
 *
 * Returns: (transfer full): the time of day in the reader's zone, such as "14:30"
 */
char *
interview_time_text_clock (gint64 time)
{
  g_autoptr (GDateTime) local = to_local (time);

  /* Translators: a time of day, for g_date_time_format(): hours and minutes. */
  return local != NULL ? g_date_time_format (local, C_ ("time", "%H:%M")) : g_strdup ("");
}

/**
 * interview_time_text_day:
 * @time: microseconds since 1970 in UTC
 * @now: the present time, in the same unit
 *
 * Returns: (transfer full): the heading of the day in the reader's zone
 */
char *
interview_time_text_day (gint64 time, gint64 now)
{
  g_autoptr (GDateTime) day = to_local (time);
  g_autoptr (GDateTime) today = to_local (now);
  gint64 days;

  if (day == NULL || today == NULL)
    return g_strdup ("");
  days = count_days (today, day);
  if (days == 0)
    return g_strdup (_ ("Today"));
  if (days == 1)
    return g_strdup (_ ("Tomorrow"));
  /* Translators: the heading of a day, for g_date_time_format(): weekday, day, month. */
  return g_date_time_format (day, C_ ("time", "%A, %-d %B"));
}

/**
 * interview_time_text_moment:
 * @time: microseconds since 1970 in UTC
 * @now: the present time, in the same unit
 *
 * Returns: (transfer full): day and time in the reader's zone; the day by its relation to the
 *   present one where there is a word for it
 */
char *
interview_time_text_moment (gint64 time, gint64 now)
{
  g_autoptr (GDateTime) local = to_local (time);
  g_autoptr (GDateTime) present = to_local (now);
  const char *format;
  gint64 days;

  if (local == NULL || present == NULL)
    return g_strdup ("");
  days = count_days (present, local);
  if (days == 0)
    /* Translators: for g_date_time_format(): a time of the present day. */
    format = C_ ("time", "Today, %H:%M");
  else if (days == 1)
    /* Translators: for g_date_time_format(): a time of the next day. */
    format = C_ ("time", "Tomorrow, %H:%M");
  else if (days == -1)
    /* Translators: for g_date_time_format(): a time of the day before. */
    format = C_ ("time", "Yesterday, %H:%M");
  else if (g_date_time_get_year (local) == g_date_time_get_year (present))
    /* Translators: for g_date_time_format(): weekday, day, month and time, this year. */
    format = C_ ("time", "%A, %-d %B, %H:%M");
  else
    /* Translators: for g_date_time_format(): weekday, day, month, year and time. */
    format = C_ ("time", "%A, %-d %B %Y, %H:%M");
  return g_date_time_format (local, format);
}

/**
 * interview_time_text_until:
 * @time: microseconds since 1970 in UTC
 * @now: the present time, in the same unit
 *
 * Returns: (transfer full): how long it takes until @time, rounded up to whole minutes, hours or
 *   days; "now" once it is past
 */
char *
interview_time_text_until (gint64 time, gint64 now)
{
  gint64 left = time - now;
  int count;

  if (left <= 0)
    /* Translators: something begins at this moment. */
    return g_strdup (C_ ("time", "now"));
  if (left < HOUR)
    {
      count = (left + MINUTE - 1) / MINUTE;
      return g_strdup_printf (ngettext ("in %d minute", "in %d minutes", count), count);
    }
  if (left < DAY)
    {
      count = (left + HOUR - 1) / HOUR;
      return g_strdup_printf (ngettext ("in %d hour", "in %d hours", count), count);
    }
  count = (left + DAY - 1) / DAY;
  return g_strdup_printf (ngettext ("in %d day", "in %d days", count), count);
}

/**
 * interview_time_text_zone:
 * @time: microseconds since 1970 in UTC
 * @planned: (nullable): the zone in which the time was chosen, such as Asia/Shanghai
 *
 * Returns: (transfer full) (nullable): a sentence that names the reader's zone and says what time
 *   it is then where the time was chosen; %NULL if clocks there show the same
 */
char *
interview_time_text_zone (gint64 time, const char *planned)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) here = NULL;
  g_autoptr (GDateTime) there = NULL;
  g_autofree char *own = NULL;
  g_autofree char *clock = NULL;

  if (!interview_time_zone_is_different (planned, time))
    return NULL;
  zone = interview_time_zone_load (planned);
  here = to_local (time);
  there = g_date_time_to_timezone (here, zone);
  own = g_date_time_format (here, "%Z, UTC%:z");
  /* Translators: for g_date_time_format(): weekday and time in another time zone. */
  clock = g_date_time_format (there, C_ ("time", "%A, %H:%M"));
  /* Translators: the reader's time zone, “CST, UTC+08:00”; a time, “Monday, 08:00”; a time zone,
   * “Europe/Berlin”. */
  return g_strdup_printf (_ ("Your time (%s). It is %s in the zone %s, where it was planned."), own,
                          clock, planned);
}
