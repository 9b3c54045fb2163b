/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/farewell-service.h"

#include "core/error.h"
#include "core/time-zone.h"
#include "server/services/inbox-service.h"
#include "server/services/notice-case.h"
#include "server/services/room-state.h"
#include "server/store/notice-table.h"

/* The same details again so soon would only be a second click. */
#define CONTACT_PAUSE (10 * G_TIME_SPAN_MINUTE)

/* A first day is in the calendar from its beginning for as long as an arrival takes. */
#define ARRIVAL_MINUTES 60

#define UID_PREFIX "onboarding-"

/*
 * What a candidate takes home: how the company is reached, when they ask for it, and when and where
 * they begin, when a recruiter says so.
 */

static gboolean
refuse (GError **error, InterviewErrorCode code, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, code, message);
  return FALSE;
}

static gboolean
has_contact (InterviewNoticeSettings *settings)
{
  return interview_notice_settings_get_contact_address (settings) != NULL ||
         interview_notice_settings_get_contact_phone (settings) != NULL ||
         interview_notice_settings_get_contact_email (settings) != NULL ||
         interview_notice_settings_get_contact_website (settings) != NULL;
}

static gboolean
check_contact (InterviewTransaction *transaction, const InterviewNoticeCase *c, GError **error)
{
  gint64 count = 0, last = 0;

  if (!has_contact (c->settings))
    return refuse (error, INTERVIEW_ERROR_NO_CONTACT,
                   "the company has not entered its contact details yet: ask your recruiter");
  if (!interview_notice_table_count (transaction, c->row->id, INTERVIEW_NOTICE_KIND_CONTACT, &count,
                                     &last, error))
    return FALSE;
  if (count > 0 && last + CONTACT_PAUSE > interview_transaction_get_now (transaction))
    return refuse (error, INTERVIEW_ERROR_RATE_LIMITED,
                   "the contact details were sent a moment ago: look into your messages");
  return TRUE;
}

/**
 * interview_farewell_service_send_contact:
 * @actor: the candidate of the room
 * @room_id: the room
 * @error: return location; %INTERVIEW_ERROR_NO_CONTACT if the company has entered nothing,
 *   %INTERVIEW_ERROR_RATE_LIMITED if they were sent a moment ago
 *
 * Returns: (transfer full): the message with the addresses that it goes to, or %NULL
 */
InterviewNotice *
interview_farewell_service_send_contact (InterviewTransaction *transaction,
                                         InterviewActor *actor,
                                         const char *room_id,
                                         GError **error)
{
  g_auto (InterviewNoticeCase) c = { NULL };
  g_autoptr (GPtrArray) values = NULL;
  g_autofree char *id = NULL;
  InterviewDraft draft = { .kind = INTERVIEW_NOTICE_KIND_CONTACT };

  if (!interview_notice_case_open (transaction, &c, room_id, interview_actor_get_person_id (actor),
                                   error) ||
      !check_contact (transaction, &c, error))
    return NULL;
  draft.values = values = interview_notice_case_make_values (&c);
  id = interview_notice_case_send (transaction, &c, &draft, error);
  return id != NULL ? interview_inbox_service_get (transaction, id, error) : NULL;
}

static gboolean
check_onboarding (InterviewTransaction *transaction,
                  const InterviewNoticeCase *c,
                  InterviewOnboardingRequest *request,
                  GTimeZone *zone,
                  GError **error)
{
  if (c->row->state != INTERVIEW_ROOM_STATE_LIVE &&
      c->row->state != INTERVIEW_ROOM_STATE_INTERRUPTED &&
      c->row->state != INTERVIEW_ROOM_STATE_ENDED)
    return refuse (error, INTERVIEW_ERROR_CONFLICT, "the interview has not taken place");
  if (zone == NULL)
    return refuse (error, INTERVIEW_ERROR_INVALID, "there is no such time zone");
  if (interview_onboarding_request_get_starts_at (request) <=
      interview_transaction_get_now (transaction))
    return refuse (error, INTERVIEW_ERROR_INVALID, "the first day is in the past");
  return TRUE;
}

static char *
make_calendar (InterviewTransaction *transaction,
               const InterviewNoticeCase *c,
               InterviewOnboardingRequest *request,
               GTimeZone *zone,
               const char **method,
               GError **error)
{
  g_autofree char *uid =
      g_strconcat (UID_PREFIX, c->row->id, INTERVIEW_APPOINTMENT_UID_SUFFIX, NULL);
  gint64 before = 0, last = 0;
  InterviewAppointment appointment = {
    .uid = uid,
    .method = "PUBLISH",
    .starts_at = interview_onboarding_request_get_starts_at (request),
    .duration_minutes = ARRIVAL_MINUTES,
    .zone = zone,
    .description = interview_onboarding_request_get_bring (request),
    .location = interview_onboarding_request_get_place (request),
  };

  if (!interview_notice_table_count (transaction, c->row->id, INTERVIEW_NOTICE_KIND_ONBOARDING,
                                     &before, &last, error))
    return NULL;
  appointment.sequence = before;
  *method = appointment.method;
  return interview_notice_case_make_calendar (transaction, c, &appointment);
}

/**
 * interview_farewell_service_send_onboarding:
 * @actor: a recruiter of the room, or an HR admin
 * @room_id: an interview that has taken place
 * @request: when, where, and what to bring
 * @error: return location; %INTERVIEW_ERROR_CONFLICT, %INTERVIEW_ERROR_INVALID
 *
 * A second one for the same room corrects the first: the appointment has the same name and a higher
 * number. Date and time are written in the zone of the place, which is where they are needed.
 *
 * Returns: (transfer full): the message with the addresses that it goes to, or %NULL
 */
InterviewNotice *
interview_farewell_service_send_onboarding (InterviewTransaction *transaction,
                                            InterviewActor *actor,
                                            const char *room_id,
                                            InterviewOnboardingRequest *request,
                                            GError **error)
{
  g_autoptr (GTimeZone) zone =
      interview_time_zone_load (interview_onboarding_request_get_time_zone (request));
  g_auto (InterviewNoticeCase) c = { NULL };
  g_autoptr (GPtrArray) values = NULL;
  g_autofree char *id = NULL, *calendar = NULL;
  InterviewDraft draft = { .kind = INTERVIEW_NOTICE_KIND_ONBOARDING };

  if (!interview_notice_case_open (transaction, &c, room_id, interview_actor_get_person_id (actor),
                                   error) ||
      !check_onboarding (transaction, &c, request, zone, error))
    return NULL;
  draft.values = values = interview_notice_case_make_values (&c);
  interview_notice_case_add_moment (values, interview_onboarding_request_get_starts_at (request),
                                    zone, c.reader->language);
  interview_notice_service_add_value (values, "place",
                                      interview_onboarding_request_get_place (request));
  interview_notice_service_add_value (values, "bring",
                                      interview_onboarding_request_get_bring (request));
  interview_notice_service_add_value (values, "note",
                                      interview_onboarding_request_get_note (request));
  draft.calendar = calendar =
      make_calendar (transaction, &c, request, zone, &draft.calendar_method, error);
  if (calendar == NULL)
    return NULL;
  id = interview_notice_case_send (transaction, &c, &draft, error);
  return id != NULL ? interview_inbox_service_get (transaction, id, error) : NULL;
}
