/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/notice-case.h"

#include "server/services/moment-text.h"
#include "server/services/recipient.h"
#include "server/store/company-table.h"
#include "server/store/notice-settings-table.h"
#include "server/store/room-table.h"

/**
 * interview_notice_case_clear:
 */
void
interview_notice_case_clear (InterviewNoticeCase *self)
{
  g_clear_pointer (&self->row, interview_room_row_free);
  g_clear_object (&self->room);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->reader, interview_reader_free);
  g_clear_pointer (&self->company_name, g_free);
}

/**
 * interview_notice_case_open:
 * @room_id: a room
 * @actor_id: (nullable): who causes what is written; has to outlive the case
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * For messages to the candidate.
 *
 * Returns: whether everything was found
 */
gboolean
interview_notice_case_open (InterviewTransaction *transaction,
                            InterviewNoticeCase *self,
                            const char *room_id,
                            const char *actor_id,
                            GError **error)
{
  return interview_notice_case_open_for (transaction, self, room_id, NULL, actor_id, error);
}

/**
 * interview_notice_case_open_for:
 * @room_id: a room
 * @person_id: (nullable): to whom is written, %NULL for the candidate
 * @actor_id: (nullable): who causes what is written; has to outlive the case
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: whether everything was found
 */
gboolean
interview_notice_case_open_for (InterviewTransaction *transaction,
                                InterviewNoticeCase *self,
                                const char *room_id,
                                const char *person_id,
                                const char *actor_id,
                                GError **error)
{
  const char *company_id;

  self->actor_id = actor_id;
  self->row = interview_room_table_get_row (transaction, room_id, error);
  if (self->row == NULL)
    return FALSE;
  company_id = self->row->company_id;
  self->settings = interview_notice_settings_table_get (transaction, company_id, FALSE, error);
  if (self->settings == NULL)
    return FALSE;
  self->reader = interview_reader_find (transaction, company_id,
                                        person_id != NULL ? person_id : self->row->candidate_id,
                                        self->settings, error);
  if (self->reader == NULL)
    return FALSE;
  self->company_name =
      interview_company_table_get_name (transaction, company_id, self->reader->language, error);
  if (self->company_name == NULL)
    return FALSE;
  self->room =
      interview_room_table_get (transaction, company_id, self->reader->language, room_id, error);
  return self->room != NULL;
}

/**
 * interview_notice_case_make_values:
 *
 * Returns: (transfer full) (element-type InterviewFact): what placeholders stand for in every
 *   message: the candidate, the company and how it is reached
 */
GPtrArray *
interview_notice_case_make_values (const InterviewNoticeCase *self)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_object_unref);

  interview_notice_service_add_value (values, "name", self->reader->name);
  interview_notice_service_add_value (values, "company", self->company_name);
  interview_notice_service_add_value (values, "position",
                                      interview_room_get_position_title (self->room));
  interview_notice_service_add_contact (values, self->settings);
  return values;
}

/**
 * interview_notice_case_add_moment:
 * @values: (element-type InterviewFact): what placeholders stand for
 * @time: microseconds since 1970 in UTC
 * @zone: in which zone it is read
 * @language: (nullable): the reader's language tag
 *
 * Adds date, time and zone.
 */
void
interview_notice_case_add_moment (GPtrArray *values,
                                  gint64 time,
                                  GTimeZone *zone,
                                  const char *language)
{
  g_autofree char *date = interview_moment_text_date (time, zone, language);
  g_autofree char *clock = interview_moment_text_time (time, zone);
  g_autofree char *name = interview_moment_text_zone (time, zone);

  interview_notice_service_add_value (values, "date", date);
  interview_notice_service_add_value (values, "time", clock);
  interview_notice_service_add_value (values, "zone", name);
}

static char *
join_interviewers (InterviewRoom *room, const char *language)
{
  GPtrArray *recruiters = interview_room_get_recruiters (room);
  const char *separator = g_str_has_prefix (language, "zh") ? "、" : ", ";
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; recruiters != NULL && i < recruiters->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? separator : "",
                            interview_participant_get_display_name (
                                g_ptr_array_index (recruiters, i)));
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * interview_notice_case_add_interview:
 * @values: (element-type InterviewFact): what placeholders stand for
 * @starts_at: when it starts, microseconds since 1970 in UTC
 * @duration_minutes: how long it takes
 *
 * Adds when it is in the reader's zone, how long it takes, and who interviews.
 */
void
interview_notice_case_add_interview (const InterviewNoticeCase *self,
                                     GPtrArray *values,
                                     gint64 starts_at,
                                     gint64 duration_minutes)
{
  const char *language = self->reader->language;
  g_autofree char *duration = interview_moment_text_minutes (duration_minutes, language);
  g_autofree char *interviewers = join_interviewers (self->room, language);

  interview_notice_case_add_moment (values, starts_at, self->reader->zone, language);
  interview_notice_service_add_value (values, "duration", duration);
  interview_notice_service_add_value (values, "interviewers", interviewers);
}

/**
 * interview_notice_case_get_reminder_time:
 * @starts_at: of the interview, microseconds since 1970 in UTC
 *
 * Returns: when they are reminded of it, or 0 if they are not, or it is too late to be
 */
gint64
interview_notice_case_get_reminder_time (InterviewTransaction *transaction,
                                         const InterviewNoticeCase *self,
                                         gint64 starts_at)
{
  gint64 minutes = interview_notice_settings_get_reminder_minutes (self->settings);
  gint64 due_at = starts_at - minutes * G_TIME_SPAN_MINUTE;

  return minutes != 0 && due_at > interview_transaction_get_now (transaction) ? due_at : 0;
}

/**
 * interview_notice_case_overtake:
 * @row: a message that has not gone yet
 * @error: return location
 *
 * Withdraws it: it would only confuse beside what follows.
 *
 * Returns: whether it was done
 */
gboolean
interview_notice_case_overtake (InterviewTransaction *transaction,
                                const InterviewNoticeCase *self,
                                const InterviewOutboxRow *row,
                                GError **error)
{
  const InterviewDeliveryChange change = {
    .state = INTERVIEW_DELIVERY_STATE_WITHDRAWN,
    .reason = INTERVIEW_DELIVERY_REASON_OVERTAKEN,
    .actor_id = self->actor_id,
    .attempts = row->attempts,
    .due_at = row->due_at,
  };

  return interview_outbox_table_change (transaction, row->id, &change, error);
}

/**
 * interview_notice_case_make_calendar:
 * @appointment: what there is to say; people, summary and stamp are filled in, and, where
 *   they are %NULL, the UID of the interview and the zone of the reader
 *
 * Returns: (transfer full): the appointment as iCalendar
 */
char *
interview_notice_case_make_calendar (InterviewTransaction *transaction,
                                     const InterviewNoticeCase *self,
                                     InterviewAppointment *appointment)
{
  g_autofree char *organizer =
      interview_recipient_read_mail (interview_notice_settings_get_sender_address (self->settings));
  g_autofree char *uid = g_strconcat (self->row->id, INTERVIEW_APPOINTMENT_UID_SUFFIX, NULL);
  g_autofree char *summary = g_strdup_printf ("%s · %s", self->company_name,
                                              interview_room_get_position_title (self->room));
  char *text;

  /* Nobody can be asked for an answer who does not know whom to answer. */
  if (appointment->method == NULL)
    appointment->method = organizer != NULL ? "REQUEST" : "PUBLISH";
  appointment->stamp = interview_transaction_get_now (transaction);
  /* The room’s, through all its changes and for all in it: it is the same interview. */
  if (appointment->uid == NULL)
    appointment->uid = uid;
  if (appointment->zone == NULL)
    appointment->zone = self->reader->zone;
  appointment->summary = summary;
  appointment->organizer_name = self->company_name;
  appointment->organizer_mail = organizer;
  appointment->attendee_name = self->reader->name;
  appointment->attendee_mail = self->reader->mail;
  text = interview_appointment_to_text (appointment);
  appointment->uid = appointment->summary = appointment->organizer_mail = NULL;
  return text;
}

/**
 * interview_notice_case_send:
 * @draft: kind, values, calendar and time; the rest is filled in
 * @error: return location
 *
 * Returns: (transfer full): the identifier of the message, or %NULL
 */
char *
interview_notice_case_send (InterviewTransaction *transaction,
                            const InterviewNoticeCase *self,
                            InterviewDraft *draft,
                            GError **error)
{
  draft->company_id = self->row->company_id;
  draft->unit_id = self->row->unit_id;
  draft->room_id = self->row->id;
  draft->actor_id = self->actor_id;
  return interview_notice_service_send (transaction, draft, self->reader, self->settings, error);
}
