/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/time-zone.h"

#include <string.h>

/*
 * Time zones by their names in the time zone database, such as Asia/Shanghai.
 */

/**
 * interview_time_zone_load:
 * @name: (nullable): a name from outside
 *
 * Returns: (transfer full) (nullable): the zone, %NULL if this machine knows none of this name
 */
GTimeZone *
interview_time_zone_load (const char *name)
{
  /* The name becomes part of a path. */
  if (name == NULL || !g_ascii_isalpha (*name) || strstr (name, "..") != NULL)
    return NULL;
  for (const char *c = name; *c != '\0'; c++)
    {
      if (!g_ascii_isalnum (*c) && strchr ("_+-/", *c) == NULL)
        return NULL;
    }
  return g_time_zone_new_identifier (name);
}

/**
 * interview_time_zone_get_local_name:
 *
 * Returns: (transfer full) (nullable): the name of this machine's zone, %NULL if it has none that
 *   others could know
 */
char *
interview_time_zone_get_local_name (void)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (local);
  g_autoptr (GTimeZone) known = interview_time_zone_load (name);

  return known != NULL ? g_strdup (name) : NULL;
}

/**
 * interview_time_zone_is_different:
 * @name: (nullable): a zone
 * @time: microseconds since 1970 in UTC
 *
 * Returns: whether clocks in the zone show another time at that moment than those of this machine
 */
gboolean
interview_time_zone_is_different (const char *name, gint64 time)
{
  g_autoptr (GTimeZone) zone = interview_time_zone_load (name);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) here = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autoptr (GDateTime) there = NULL;

  if (zone == NULL || here == NULL)
    return FALSE;
  there = g_date_time_to_timezone (utc, zone);
  return there != NULL && g_date_time_get_utc_offset (here) != g_date_time_get_utc_offset (there);
}
