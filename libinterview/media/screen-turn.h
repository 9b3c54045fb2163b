/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The highest number that goes over the wire. */
#define INTERVIEW_SCREEN_TURN_LAST G_MAXINT32

gint64 interview_screen_turn_next (gint64 heard);
gboolean interview_screen_turn_beats (gint64 turn,
                                      const char *instance,
                                      gint64 other_turn,
                                      const char *other_instance);

G_END_DECLS
