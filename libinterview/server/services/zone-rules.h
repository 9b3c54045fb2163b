/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>
#include <libical/ical.h>

G_BEGIN_DECLS

icaltimetype interview_zone_rules_place (GTimeZone *zone, gint64 time);
icalcomponent *interview_zone_rules_make (GTimeZone *zone, gint64 time);

G_END_DECLS
