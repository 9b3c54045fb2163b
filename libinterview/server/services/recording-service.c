/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/recording-service.h"

#include "core/error.h"
#include "core/id.h"
#include "core/protocol/limits.h"
#include "server/services/consent-service.h"
#include "server/services/recording-rule.h"
#include "server/services/room-readers.h"
#include "server/services/room-state.h"
#include "server/services/share-service.h"
#include "server/store/consent-table.h"
#include "server/store/consent-text-table.h"
#include "server/store/person-table.h"
#include "server/store/recording-table.h"
#include "server/store/room-table.h"
#include "server/store/visitor-table.h"

/* A program whose way to the server broke comes back within seconds, and a server that is started
 * again within a minute; the recording itself goes on meanwhile. */
#define LONGEST_ABSENCE G_TIME_SPAN_MINUTE

/*
 * Recordings: asking for one, deciding about it, stopping it, and what it comes to as people come
 * and go. Only settle() sets a state, and only to what the rule says.
 */

static gboolean
refuse (GError **error, InterviewErrorCode code, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, code, message);
  return FALSE;
}

static gboolean
tell (InterviewTransaction *transaction,
      const InterviewRoomRow *room,
      const char *actor_id,
      GError **error)
{
  return interview_room_readers_tell (transaction, room, INTERVIEW_ROOM_READERS_ALL,
                                      INTERVIEW_EVENT_KIND_RECORDING_CHANGED, actor_id, NULL,
                                      error);
}

static gboolean
set_state (InterviewTransaction *transaction,
           InterviewRecordingRow *row,
           InterviewRecordingState state,
           GError **error)
{
  gint64 now = interview_transaction_get_now (transaction);

  row->state = state;
  if (state == INTERVIEW_RECORDING_STATE_RUNNING && row->started_at == 0)
    row->started_at = now;
  if (!interview_recording_rule_is_open (state) && row->ended_at == 0)
    row->ended_at = now;
  return interview_recording_table_set_state (transaction, row, error) &&
         (state != INTERVIEW_RECORDING_STATE_WITHDRAWN ||
          interview_share_service_withdraw_recording (transaction, row->id, NULL, error));
}

/* Brings a recording to what follows from who is there and what they decided. */
static gboolean
settle (InterviewTransaction *transaction,
        InterviewRecordingRow *row,
        gboolean *changed,
        GError **error)
{
  g_autoptr (InterviewRoomRow) room =
      interview_room_table_get_row (transaction, row->room_id, error);
  g_autoptr (GPtrArray) visitor_ids = NULL;
  g_autoptr (GPtrArray) consents = NULL;
  InterviewRecordingState state;

  *changed = FALSE;
  if (room == NULL)
    return FALSE;
  visitor_ids = interview_visitor_table_list (transaction, row->room_id, error);
  if (visitor_ids == NULL)
    return FALSE;
  consents = interview_consent_table_list_latest (transaction, row->id, error);
  if (consents == NULL)
    return FALSE;

  state = interview_recording_rule_next (row->state, row->asked_by, visitor_ids, consents,
                                         interview_room_state_is_over (room->state));
  *changed = state != row->state;
  return !*changed || set_state (transaction, row, state, error);
}

static InterviewParticipant *
get_participant (InterviewTransaction *transaction,
                 const InterviewRoomRow *room,
                 const char *person_id,
                 GError **error)
{
  g_autoptr (InterviewPerson) person =
      interview_person_table_get (transaction, room->company_id, person_id, error);

  if (person == NULL)
    return NULL;
  return g_object_new (INTERVIEW_TYPE_PARTICIPANT, "person-id", person_id, "display-name",
                       interview_person_get_display_name (person), "role",
                       g_strcmp0 (room->candidate_id, person_id) == 0 ? INTERVIEW_ROLE_CANDIDATE
                                                                      : INTERVIEW_ROLE_RECRUITER,
                       NULL);
}

static InterviewRecording *
make_record (InterviewTransaction *transaction,
             InterviewActor *actor,
             const InterviewRoomRow *room,
             const InterviewRecordingRow *row,
             GError **error)
{
  const char *language = interview_actor_get_language (actor);
  g_autoptr (InterviewParticipant) asked_by = NULL;
  g_autoptr (InterviewConsentText) text = NULL;
  g_autoptr (GPtrArray) consents = NULL;

  asked_by = get_participant (transaction, room, row->asked_by, error);
  if (asked_by == NULL)
    return NULL;
  text = interview_consent_text_table_get (transaction, row->company_id, row->text_version,
                                           language != NULL ? language : "", error);
  if (text == NULL)
    return NULL;
  consents = interview_consent_table_list_latest (transaction, row->id, error);
  if (consents == NULL)
    return NULL;
  return g_object_new (INTERVIEW_TYPE_RECORDING, "id", row->id, "room-id", row->room_id, "state",
                       row->state, "scope", row->scope, "asked-by", asked_by, "consents", consents,
                       "text", text, "asked-at", row->asked_at, "started-at", row->started_at,
                       "ended-at", row->ended_at, NULL);
}

/**
 * interview_recording_service_get:
 * @actor: who asks
 * @room_id: a room of their company
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND if nobody ever asked to record there
 *
 * Returns: (transfer full): the last recording of the room, or %NULL
 */
InterviewRecording *
interview_recording_service_get (InterviewTransaction *transaction,
                                 InterviewActor *actor,
                                 const char *room_id,
                                 GError **error)
{
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);
  g_autoptr (InterviewRecordingRow) row = NULL;

  if (room == NULL || !interview_recording_table_find_last (transaction, room_id, &row, error))
    return NULL;
  if (row == NULL)
    {
      refuse (error, INTERVIEW_ERROR_NOT_FOUND, "nobody has asked to record this interview");
      return NULL;
    }
  return make_record (transaction, actor, room, row, error);
}

/**
 * interview_recording_service_list:
 * @actor: who asks
 * @room_id: a room of their company
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewRecording): the recordings that were asked for in
 *   the room, newest first, as many as a list has at most; or %NULL
 */
GPtrArray *
interview_recording_service_list (InterviewTransaction *transaction,
                                  InterviewActor *actor,
                                  const char *room_id,
                                  GError **error)
{
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);
  g_autoptr (GPtrArray) recordings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rows = NULL;

  if (room == NULL)
    return NULL;
  rows = interview_recording_table_list (transaction, room_id, INTERVIEW_LIMIT_PAGE, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      InterviewRecording *recording = make_record (transaction, actor, room, rows->pdata[i], error);

      if (recording == NULL)
        return NULL;
      g_ptr_array_add (recordings, recording);
    }
  return g_steal_pointer (&recordings);
}

static gboolean
write_consent (InterviewTransaction *transaction,
               InterviewActor *actor,
               const InterviewRoomRow *room,
               const InterviewRecordingRow *row,
               InterviewConsentDecision decision,
               const char *language,
               GError **error)
{
  g_autoptr (InterviewParticipant) person = NULL;
  g_autoptr (InterviewConsent) consent = NULL;

  if (!interview_consent_service_check_text (transaction, row->company_id, row->text_version,
                                             language, error))
    return FALSE;
  person = get_participant (transaction, room, interview_actor_get_person_id (actor), error);
  if (person == NULL)
    return FALSE;
  consent = g_object_new (INTERVIEW_TYPE_CONSENT, "recording-id", row->id, "room-id", room->id,
                          "person", person, "decision", decision, "scope", row->scope,
                          "text-version", row->text_version, "language", language, "at",
                          interview_transaction_get_now (transaction), NULL);
  return interview_consent_table_insert (transaction, row->company_id, consent, error);
}

static gboolean
check_ask (InterviewTransaction *transaction,
           InterviewActor *actor,
           const InterviewRoomRow *room,
           InterviewRecordingRequest *request,
           GError **error)
{
  g_autoptr (GPtrArray) visitor_ids = interview_visitor_table_list (transaction, room->id, error);
  g_autoptr (InterviewConsentText) text = NULL;
  g_autoptr (InterviewRecordingRow) last = NULL;

  if (visitor_ids == NULL)
    return FALSE;
  if (interview_room_state_is_over (room->state))
    return refuse (error, INTERVIEW_ERROR_ROOM_CLOSED, "the interview is over");
  if (!g_ptr_array_find_with_equal_func (visitor_ids, interview_actor_get_person_id (actor),
                                         g_str_equal, NULL))
    return refuse (error, INTERVIEW_ERROR_NOT_IN_ROOM, "join the room first");
  if (!interview_recording_table_find_last (transaction, room->id, &last, error))
    return FALSE;
  if (last != NULL && interview_recording_rule_is_open (last->state))
    return refuse (error, INTERVIEW_ERROR_CONFLICT, "somebody has asked to record already");
  text = interview_consent_service_get_text (transaction, actor, error);
  if (text == NULL)
    return FALSE;
  if (interview_consent_text_get_version (text) !=
      interview_recording_request_get_text_version (request))
    return refuse (error, INTERVIEW_ERROR_CONFLICT,
                   "the consent text is another one now: read it again");
  return TRUE;
}

/**
 * interview_recording_service_ask:
 * @actor: who wants to record; they agree by asking
 * @room_id: a room that they are in
 * @request: for what, and which text they read
 * @error: return location; %INTERVIEW_ERROR_NOT_IN_ROOM, %INTERVIEW_ERROR_ROOM_CLOSED,
 *   %INTERVIEW_ERROR_CONFLICT
 *
 * Asks everybody in the room.
 *
 * Returns: (transfer full): the recording that waits for the others, or %NULL
 */
InterviewRecording *
interview_recording_service_ask (InterviewTransaction *transaction,
                                 InterviewActor *actor,
                                 const char *room_id,
                                 InterviewRecordingRequest *request,
                                 GError **error)
{
  const char *person_id = interview_actor_get_person_id (actor);
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);
  g_autofree char *id = interview_id_new ();
  InterviewRecordingRow row = {
    .id = id,
    .company_id = room != NULL ? room->company_id : NULL,
    .room_id = (char *) room_id,
    .asked_by = (char *) person_id,
    .scope = interview_recording_request_get_scope (request),
    .state = INTERVIEW_RECORDING_STATE_ASKING,
    .text_version = interview_recording_request_get_text_version (request),
    .asked_at = interview_transaction_get_now (transaction),
  };
  InterviewRowHead head = { id, row.company_id, NULL, NULL };

  if (room == NULL || !check_ask (transaction, actor, room, request, error))
    return NULL;
  head.unit_id = room->unit_id;
  if (!interview_recording_table_insert (transaction, &head, &row, error) ||
      !write_consent (transaction, actor, room, &row, INTERVIEW_CONSENT_DECISION_GIVEN,
                      interview_recording_request_get_language (request), error) ||
      !tell (transaction, room, person_id, error))
    return NULL;
  return make_record (transaction, actor, room, &row, error);
}

static InterviewRecordingRow *
get_row (InterviewTransaction *transaction,
         const char *room_id,
         const char *recording_id,
         GError **error)
{
  g_autoptr (InterviewRecordingRow) row =
      interview_recording_table_get (transaction, recording_id, error);

  if (row == NULL || g_strcmp0 (row->room_id, room_id) == 0)
    return g_steal_pointer (&row);
  refuse (error, INTERVIEW_ERROR_NOT_FOUND, "there is no such recording in this room");
  return NULL;
}

static gboolean
check_decision (InterviewTransaction *transaction,
                InterviewActor *actor,
                const InterviewRecordingRow *row,
                InterviewConsentRequest *request,
                gboolean *same,
                GError **error)
{
  InterviewConsentDecision decision = interview_consent_request_get_decision (request);
  g_autoptr (GPtrArray) consents =
      interview_consent_table_list_latest (transaction, row->id, error);
  InterviewConsent *former = NULL;

  if (consents == NULL)
    return FALSE;
  for (guint i = 0; i < consents->len; i++)
    {
      InterviewParticipant *person = interview_consent_get_person (consents->pdata[i]);

      if (g_strcmp0 (interview_participant_get_person_id (person),
                     interview_actor_get_person_id (actor)) == 0)
        former = g_ptr_array_index (consents, i);
    }
  *same = former != NULL && interview_consent_get_decision (former) == decision;
  if (*same)
    return TRUE;
  if (interview_consent_request_get_text_version (request) != row->text_version)
    return refuse (error, INTERVIEW_ERROR_CONFLICT, "this is not the text that was asked with");
  if (decision != INTERVIEW_CONSENT_DECISION_WITHDRAWN)
    return interview_recording_rule_is_open (row->state) ||
           refuse (error, INTERVIEW_ERROR_CONFLICT, "the recording has ended");
  return (former != NULL &&
          interview_consent_get_decision (former) == INTERVIEW_CONSENT_DECISION_GIVEN) ||
         refuse (error, INTERVIEW_ERROR_CONFLICT, "there is no agreement to be taken back");
}

/**
 * interview_recording_service_decide:
 * @actor: who decides, for themselves
 * @room_id: a room that they take part in
 * @recording_id: an identifier from outside
 * @request: what they decide, and which text they read
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND, %INTERVIEW_ERROR_CONFLICT
 *
 * Writes a decision into the ledger and lets it take effect. An agreement can be taken back at any
 * time, also when the recording has long ended.
 *
 * Returns: (transfer full): the recording as it is then, or %NULL
 */
InterviewRecording *
interview_recording_service_decide (InterviewTransaction *transaction,
                                    InterviewActor *actor,
                                    const char *room_id,
                                    const char *recording_id,
                                    InterviewConsentRequest *request,
                                    GError **error)
{
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);
  g_autoptr (InterviewRecordingRow) row = NULL;
  gboolean same = FALSE, changed;

  if (room == NULL)
    return NULL;
  row = get_row (transaction, room_id, recording_id, error);
  if (row == NULL || !check_decision (transaction, actor, row, request, &same, error))
    return NULL;
  if (!same && (!write_consent (transaction, actor, room, row,
                                interview_consent_request_get_decision (request),
                                interview_consent_request_get_language (request), error) ||
                !settle (transaction, row, &changed, error) ||
                !tell (transaction, room, interview_actor_get_person_id (actor), error)))
    return NULL;
  return make_record (transaction, actor, room, row, error);
}

/**
 * interview_recording_service_stop:
 * @actor: who stops it: anybody of the room may
 * @room_id: the room
 * @recording_id: an identifier from outside
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Ends it, or the asking for it; a second time changes nothing.
 *
 * Returns: (transfer full): the recording as it is then, or %NULL
 */
InterviewRecording *
interview_recording_service_stop (InterviewTransaction *transaction,
                                  InterviewActor *actor,
                                  const char *room_id,
                                  const char *recording_id,
                                  GError **error)
{
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);
  g_autoptr (InterviewRecordingRow) row = NULL;

  if (room == NULL)
    return NULL;
  row = get_row (transaction, room_id, recording_id, error);
  if (row == NULL)
    return NULL;
  if (interview_recording_rule_is_open (row->state) &&
      (!set_state (transaction, row, INTERVIEW_RECORDING_STATE_STOPPED, error) ||
       !tell (transaction, room, interview_actor_get_person_id (actor), error)))
    return NULL;
  return make_record (transaction, actor, room, row, error);
}

/**
 * interview_recording_service_update_room:
 * @room_id: a room that has changed
 * @error: return location
 *
 * Brings the recording in it to what follows, and tells of it.
 *
 * Returns: whether the store could be read and written
 */
gboolean
interview_recording_service_update_room (InterviewTransaction *transaction,
                                         const char *room_id,
                                         GError **error)
{
  g_autoptr (InterviewRoomRow) room = NULL;
  g_autoptr (InterviewRecordingRow) row = NULL;
  gboolean changed;

  if (!interview_recording_table_find_last (transaction, room_id, &row, error))
    return FALSE;
  if (row == NULL || !interview_recording_rule_is_open (row->state))
    return TRUE;
  if (!settle (transaction, row, &changed, error))
    return FALSE;
  if (!changed)
    return TRUE;
  room = interview_room_table_get_row (transaction, room_id, error);
  return room != NULL && tell (transaction, room, NULL, error);
}

/**
 * interview_recording_service_set_visitors:
 * @room_id: a room
 * @person_ids: (element-type utf8): who is in it now
 * @error: return location
 *
 * A recording stands still while somebody is there who has not agreed, and goes on when they have.
 *
 * Returns: whether it was done
 */
gboolean
interview_recording_service_set_visitors (InterviewTransaction *transaction,
                                          const char *room_id,
                                          GPtrArray *person_ids,
                                          GError **error)
{
  g_autoptr (InterviewRecordingRow) row = NULL;
  gboolean absent;

  if (!interview_visitor_table_set (transaction, room_id, person_ids, error) ||
      !interview_recording_table_find_last (transaction, room_id, &row, error))
    return FALSE;
  if (row == NULL || !interview_recording_rule_is_open (row->state))
    return TRUE;
  absent = !g_ptr_array_find_with_equal_func (person_ids, row->asked_by, g_str_equal, NULL);
  return (absent == row->absent ||
          interview_recording_table_set_absent (transaction, row->id, absent, error)) &&
         interview_recording_service_update_room (transaction, room_id, error);
}

/**
 * interview_recording_service_begin:
 * @error: return location
 *
 * Called when the server starts: nobody is in any room yet.
 *
 * Returns: whether it was done
 */
gboolean
interview_recording_service_begin (InterviewTransaction *transaction, GError **error)
{
  return interview_visitor_table_clear (transaction, error) &&
         interview_recording_table_set_all_absent (transaction, error);
}

/**
 * interview_recording_service_abandon:
 * @error: return location
 *
 * Ends the recordings whose recorder has been away for too long: nobody is to be told that they
 * are recorded while they are not. The server does it now and then.
 *
 * Returns: whether it was done
 */
gboolean
interview_recording_service_abandon (InterviewTransaction *transaction, GError **error)
{
  g_autoptr (GPtrArray) rows = interview_recording_table_list_absent (
      transaction, interview_transaction_get_now (transaction) - LONGEST_ABSENCE, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      InterviewRecordingRow *row = g_ptr_array_index (rows, i);
      g_autoptr (InterviewRoomRow) room =
          interview_room_table_get_row (transaction, row->room_id, error);

      if (room == NULL ||
          !set_state (transaction, row, INTERVIEW_RECORDING_STATE_ABANDONED, error) ||
          !tell (transaction, room, NULL, error))
        return FALSE;
    }
  return rows != NULL;
}
