/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/moment-text.h"

/*
 * Dates and times as a reader reads them, in their own zone and language. The server writes in many
 * languages at once and has no locale for each, so that the words are here. Pure functions.
 */

static const char *const months[] = { "January",   "February", "March",    "April",
                                      "May",       "June",     "July",     "August",
                                      "September", "October",  "November", "December" };
static const char *const days[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                    "Friday", "Saturday", "Sunday" };
static const char *const chinese_days[] = { "一", "二", "三", "四", "五", "六", "日" };

static gboolean
is_chinese (const char *language)
{
  return language != NULL && g_ascii_strncasecmp (language, "zh", 2) == 0;
}

static GDateTime *
place (gint64 time, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_TIME_SPAN_SECOND);

  return g_date_time_to_timezone (utc, zone);
}

/**
 * interview_moment_text_date:
 * @time: microseconds since 1970 in UTC
 * @zone: the reader's zone
 * @language: (nullable): the reader's language tag
 *
 * Returns: (transfer full): as “Tuesday 1 December 2026” or “2026年12月1日（周二）”
 */
char *
interview_moment_text_date (gint64 time, GTimeZone *zone, const char *language)
{
  g_autoptr (GDateTime) moment = place (time, zone);
  int day = g_date_time_get_day_of_week (moment) - 1;
  int year, month, of_month;

  g_date_time_get_ymd (moment, &year, &month, &of_month);
  if (is_chinese (language))
    return g_strdup_printf ("%d年%d月%d日（周%s）", year, month, of_month, chinese_days[day]);
  return g_strdup_printf ("%s %d %s %d", days[day], of_month, months[month - 1], year);
}

/**
 * interview_moment_text_time:
 * @time: microseconds since 1970 in UTC
 * @zone: the reader's zone
 *
 * Returns: (transfer full): as “09:30”
 */
char *
interview_moment_text_time (gint64 time, GTimeZone *zone)
{
  g_autoptr (GDateTime) moment = place (time, zone);

  return g_date_time_format (moment, "%H:%M");
}

/**
 * interview_moment_text_zone:
 * @time: microseconds since 1970 in UTC
 * @zone: the reader's zone
 *
 * Returns: (transfer full): what the time is to be understood in, as “Asia/Shanghai, UTC+08:00”
 */
char *
interview_moment_text_zone (gint64 time, GTimeZone *zone)
{
  g_autoptr (GDateTime) moment = place (time, zone);
  g_autofree char *offset = g_date_time_format (moment, "UTC%:z");
  const char *name = g_time_zone_get_identifier (zone);

  if (g_str_equal (name, "UTC"))
    return g_strdup (name);
  return g_strdup_printf ("%s, %s", name, offset);
}

/**
 * interview_moment_text_minutes:
 * @minutes: a length
 * @language: (nullable): the reader's language tag
 *
 * Returns: (transfer full): as “45 minutes” or “45 分钟”
 */
char *
interview_moment_text_minutes (gint64 minutes, const char *language)
{
  if (is_chinese (language))
    return g_strdup_printf ("%" G_GINT64_FORMAT " 分钟", minutes);
  return g_strdup_printf ("%" G_GINT64_FORMAT " minutes", minutes);
}
