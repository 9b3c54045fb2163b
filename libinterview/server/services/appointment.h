/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the UID of every appointment ends. */
#define INTERVIEW_APPOINTMENT_UID_SUFFIX "@interview"

/**
 * InterviewAppointment:
 * @uid: stays the same while the appointment is moved
 * @sequence: rises with every change
 * @method: "REQUEST", "CANCEL" or "PUBLISH" (RFC 5546)
 * @stamp: when this was written, microseconds since 1970 in UTC
 * @starts_at: microseconds since 1970 in UTC
 * @zone: the reader's zone
 * @summary: one line
 * @description: (nullable): lines
 * @location: (nullable): where
 * @organizer_mail: (nullable): who invites; without them nobody is asked to answer
 * @attendee_mail: (nullable): who is invited
 * @accepted: whether they have accepted already
 *
 * An appointment for somebody's calendar.
 */
typedef struct
{
  const char *uid;
  gint64 sequence;
  const char *method;
  gint64 stamp;
  gint64 starts_at;
  gint64 duration_minutes;
  GTimeZone *zone;
  const char *summary;
  const char *description;
  const char *location;
  const char *organizer_name;
  const char *organizer_mail;
  const char *attendee_name;
  const char *attendee_mail;
  gboolean accepted;
} InterviewAppointment;

char *interview_appointment_to_text (const InterviewAppointment *appointment);

G_END_DECLS
