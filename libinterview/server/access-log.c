/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-server"

#include "server/access-log.h"

#define STARTED_QUARK (g_quark_from_static_string ("interview-started"))
#define WRITTEN_QUARK (g_quark_from_static_string ("interview-written"))
#define ROUTE_QUARK (g_quark_from_static_string ("interview-route"))

/*
 * One line for each request: what it was by name, how it ended and how long it took. Not who it
 * was: no address, no identifier of the path, no token, no text.
 */
static void
on_finished (SoupServerMessage *message)
{
  const char *route = g_object_get_qdata (G_OBJECT (message), ROUTE_QUARK);
  gint64 *started = g_object_get_qdata (G_OBJECT (message), STARTED_QUARK);
  guint status = GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (message), WRITTEN_QUARK));
  g_autofree char *status_text =
      status != 0 ? g_strdup_printf ("%u", status) : g_strdup ("given-up");
  g_autofree char *duration = NULL;

  duration = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time () - *started);
  g_log_structured (G_LOG_DOMAIN, status >= 500 ? G_LOG_LEVEL_WARNING : G_LOG_LEVEL_INFO,
                    "INTERVIEW_ROUTE", route != NULL ? route : "none", "INTERVIEW_STATUS",
                    status_text, "INTERVIEW_MICROSECONDS", duration, "MESSAGE", "%s %s in %s us",
                    route != NULL ? route : "none", status_text, duration);
}

/* What was said; libsoup makes it 500 afterwards if the far end goes away while it reads. */
static void
on_wrote_headers (SoupServerMessage *message)
{
  g_object_set_qdata (G_OBJECT (message), WRITTEN_QUARK,
                      GUINT_TO_POINTER (soup_server_message_get_status (message)));
}

/**
 * interview_access_log_begin:
 * @message: a request whose headers are there
 */
void
interview_access_log_begin (SoupServerMessage *message)
{
  gint64 now = g_get_monotonic_time ();

  g_object_set_qdata_full (G_OBJECT (message), STARTED_QUARK, g_memdup2 (&now, sizeof now), g_free);
  g_signal_connect (message, "wrote-headers", G_CALLBACK (on_wrote_headers), NULL);
  g_signal_connect (message, "finished", G_CALLBACK (on_finished), NULL);
}

/**
 * interview_access_log_set_route:
 * @message: the request
 * @route: what it asks for
 */
void
interview_access_log_set_route (SoupServerMessage *message, InterviewRoute route)
{
  g_object_set_qdata (G_OBJECT (message), ROUTE_QUARK, (gpointer) interview_route_get_name (route));
}
