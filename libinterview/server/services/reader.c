/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/reader.h"

#include "core/time-zone.h"
#include "server/services/recipient.h"
#include "server/store/person-table.h"

/**
 * interview_reader_free:
 * @reader: (transfer full): a reader
 */
void
interview_reader_free (InterviewReader *reader)
{
  g_free (reader->person_id);
  g_free (reader->name);
  g_free (reader->language);
  g_clear_pointer (&reader->zone, g_time_zone_unref);
  g_free (reader->mail);
  g_free (reader->phone);
  g_free (reader);
}

static GTimeZone *
choose_zone (const char *own, const char *company)
{
  GTimeZone *zone = NULL;

  if (own != NULL)
    zone = interview_time_zone_load (own);
  if (zone == NULL && company != NULL)
    zone = interview_time_zone_load (company);
  return zone != NULL ? zone : g_time_zone_new_utc ();
}

/**
 * interview_reader_find:
 * @company_id: the company
 * @person_id: somebody of it
 * @settings: of the company: the zone of those whose own is not known
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): to whom and how it is written, or %NULL
 */
InterviewReader *
interview_reader_find (InterviewTransaction *transaction,
                       const char *company_id,
                       const char *person_id,
                       InterviewNoticeSettings *settings,
                       GError **error)
{
  g_autoptr (InterviewPerson) person =
      interview_person_table_get (transaction, company_id, person_id, error);
  g_autofree char *time_zone = NULL, *language = NULL;
  InterviewReader *reader;

  if (person == NULL ||
      !interview_person_table_get_reader (transaction, person_id, &language, &time_zone, error))
    return NULL;
  reader = g_new0 (InterviewReader, 1);
  reader->person_id = g_strdup (person_id);
  reader->name = g_strdup (interview_person_get_display_name (person));
  reader->language = g_steal_pointer (&language);
  reader->zone = choose_zone (time_zone, interview_notice_settings_get_time_zone (settings));
  reader->mail = interview_recipient_read_mail (interview_person_get_email (person));
  reader->phone = interview_recipient_read_phone (interview_person_get_phone (person));
  return reader;
}
