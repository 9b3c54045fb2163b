/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/reply-service.h"

#include <string.h>

#include "core/error.h"
#include "server/services/reader.h"
#include "server/services/reply-rule.h"
#include "server/services/room-readers.h"
#include "server/services/room-service.h"
#include "server/services/token.h"
#include "server/store/invitation-table.h"
#include "server/store/notice-settings-table.h"
#include "server/store/reply-table.h"
#include "server/store/room-table.h"

/*
 * What candidates answer to their invitation: on a page that the code of the invitation opens in
 * any browser, long before the code lets anybody into the room.
 */

static gboolean
refuse (GError **error, InterviewErrorCode code, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, code, message);
  return FALSE;
}

/**
 * interview_reply_case_clear:
 */
void
interview_reply_case_clear (InterviewReplyCase *self)
{
  g_clear_object (&self->room);
  g_clear_pointer (&self->zone, g_time_zone_unref);
}

/* The room of an invitation that was not taken back. Whoever has no such code learns nothing. */
static InterviewRoomRow *
find_room (InterviewTransaction *transaction, const char *code, GError **error)
{
  g_autoptr (GBytes) hash = interview_token_hash (code);
  g_autoptr (InterviewInvitationRow) invitation = NULL;

  if (!interview_invitation_table_find (transaction, hash, &invitation, error))
    return NULL;
  if (invitation != NULL && invitation->room_id != NULL &&
      invitation->state != INTERVIEW_INVITATION_STATE_REVOKED)
    return interview_room_table_get_row (transaction, invitation->room_id, error);
  refuse (error, INTERVIEW_ERROR_NOT_FOUND, "there is no such invitation");
  return NULL;
}

/* The zone in which the candidate reads times, as in their mail. */
static GTimeZone *
find_zone (InterviewTransaction *transaction, const InterviewRoomRow *row, GError **error)
{
  g_autoptr (InterviewNoticeSettings) settings =
      interview_notice_settings_table_get (transaction, row->company_id, FALSE, error);
  g_autoptr (InterviewReader) reader = NULL;

  if (settings == NULL)
    return NULL;
  reader = interview_reader_find (transaction, row->company_id, row->candidate_id, settings, error);
  return reader != NULL ? g_time_zone_ref (reader->zone) : NULL;
}

static gboolean
is_open (InterviewTransaction *transaction, const InterviewRoomRow *row)
{
  return interview_reply_rule_is_open (row->state, row->starts_at,
                                       interview_transaction_get_now (transaction));
}

/**
 * interview_reply_service_find:
 * @code: the code of an invitation, from outside
 * @language: (nullable): the reader's
 * @found: (out): what it is about
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: whether the code belongs to an interview
 */
gboolean
interview_reply_service_find (InterviewTransaction *transaction,
                              const char *code,
                              const char *language,
                              InterviewReplyCase *found,
                              GError **error)
{
  g_autoptr (InterviewRoomRow) row = find_room (transaction, code, error);

  if (row == NULL)
    return FALSE;
  found->zone = find_zone (transaction, row, error);
  if (found->zone == NULL)
    return FALSE;
  found->room = interview_room_table_get (transaction, row->company_id,
                                          language != NULL ? language : "", row->id, error);
  found->open = is_open (transaction, row);
  return found->room != NULL;
}

/* The day and the time of a form in a zone; 0 if it is none. */
static gint64
read_moment (InterviewAnswerForm *form, GTimeZone *zone)
{
  const char *date = interview_answer_form_get_date (form);
  const char *time = interview_answer_form_get_time (form);
  g_autofree char *text = NULL;
  g_autoptr (GDateTime) moment = NULL;

  if (date == NULL || time == NULL || strlen (date) != strlen ("2035-01-31") ||
      strlen (time) != strlen ("09:30"))
    return 0;
  text = g_strdup_printf ("%sT%s:00", date, time);
  moment = g_date_time_new_from_iso8601 (text, zone);
  return moment != NULL ? g_date_time_to_unix (moment) * G_USEC_PER_SEC : 0;
}

/* Whether an answer is taken, and is one to the time that now holds: @seen is in seconds. */
static gboolean
check_open (InterviewTransaction *transaction,
            const InterviewRoomRow *row,
            gint64 seen,
            GError **error)
{
  if (!is_open (transaction, row))
    return refuse (error, INTERVIEW_ERROR_ROOM_CLOSED, "the interview has begun, or is called off");
  if (seen != row->starts_at / G_USEC_PER_SEC)
    return refuse (error, INTERVIEW_ERROR_CONFLICT, "the interview was moved: look again");
  return TRUE;
}

static gboolean
write_down (InterviewTransaction *transaction,
            const InterviewRoomRow *row,
            InterviewRoomAnswer answer,
            gint64 proposed_at,
            const char *note,
            GError **error)
{
  g_autoptr (InterviewRoomReply) reply =
      interview_reply_rule_make (answer, proposed_at, note, row->starts_at,
                                 interview_transaction_get_now (transaction), error);

  return reply != NULL && interview_reply_table_replace (transaction, row->id, reply, error) &&
         interview_room_readers_tell (transaction, row, INTERVIEW_ROOM_READERS_ALL,
                                      INTERVIEW_EVENT_KIND_ROOM_ANSWERED, row->candidate_id, NULL,
                                      error);
}

/**
 * interview_reply_service_answer:
 * @code: the code of an invitation, from outside
 * @form: what the candidate answers
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND, %INTERVIEW_ERROR_ROOM_CLOSED,
 *   %INTERVIEW_ERROR_CONFLICT if the interview was moved since, %INTERVIEW_ERROR_INVALID
 *
 * Writes the answer down, in place of an earlier one, and tells it to the panel and to HR.
 *
 * Returns: whether it was done
 */
gboolean
interview_reply_service_answer (InterviewTransaction *transaction,
                                const char *code,
                                InterviewAnswerForm *form,
                                GError **error)
{
  g_autoptr (InterviewRoomRow) row = find_room (transaction, code, error);
  g_autoptr (GTimeZone) zone = NULL;
  gint64 seen = g_ascii_strtoll (interview_answer_form_get_seen (form), NULL, 10);

  if (row == NULL || !check_open (transaction, row, seen, error))
    return FALSE;
  zone = find_zone (transaction, row, error);
  return zone != NULL &&
         write_down (transaction, row, interview_answer_form_get_answer (form),
                     read_moment (form, zone), interview_answer_form_get_note (form), error);
}

/**
 * interview_reply_service_reply:
 * @actor: the candidate of the room
 * @room_id: the room
 * @request: what they answer
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND, %INTERVIEW_ERROR_ROOM_CLOSED,
 *   %INTERVIEW_ERROR_CONFLICT if the interview was moved since, %INTERVIEW_ERROR_INVALID
 *
 * Does the same for somebody who is signed in.
 *
 * Returns: (transfer full): the room with the answer, or %NULL
 */
InterviewRoom *
interview_reply_service_reply (InterviewTransaction *transaction,
                               InterviewActor *actor,
                               const char *room_id,
                               InterviewReplyRequest *request,
                               GError **error)
{
  g_autoptr (InterviewRoomRow) row = interview_room_table_get_row (transaction, room_id, error);

  if (row == NULL ||
      !check_open (transaction, row,
                   interview_reply_request_get_starts_at (request) / G_USEC_PER_SEC, error) ||
      !write_down (transaction, row, interview_reply_request_get_answer (request),
                   interview_reply_request_get_proposed_at (request),
                   interview_reply_request_get_note (request), error))
    return NULL;
  return interview_room_service_get (transaction, actor, room_id, error);
}

/**
 * interview_reply_service_room_moved:
 * @room: a room with its new time
 * @error: return location
 *
 * An answer to another time holds no more, unless it proposed this one.
 *
 * Returns: whether it was done
 */
gboolean
interview_reply_service_room_moved (InterviewTransaction *transaction,
                                    const InterviewRoomRow *room,
                                    GError **error)
{
  g_autoptr (InterviewRoomReply) former = NULL;
  g_autoptr (InterviewRoomReply) latter = NULL;

  if (!interview_reply_table_find (transaction, room->id, &former, error))
    return FALSE;
  latter = interview_reply_rule_after_move (former, room->starts_at,
                                            interview_transaction_get_now (transaction));
  if (latter != NULL)
    return interview_reply_table_replace (transaction, room->id, latter, error);
  return former == NULL || interview_reply_table_delete (transaction, room->id, error);
}
