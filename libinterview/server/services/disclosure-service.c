/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/disclosure-service.h"

#include "core/error.h"
#include "core/id.h"
#include "server/services/plain-text.h"
#include "server/services/room-readers.h"
#include "server/services/room-state.h"
#include "server/store/company-table.h"
#include "server/store/disclosure-table.h"
#include "server/store/resume-table.h"
#include "server/store/room-table.h"

/*
 * What one side of a room asks the other for because the server does not have it: a resume, a
 * profile. It is asked once in a room, given by who it is about alone, and can be taken back; what
 * was given for one interview is gone when that is over, unless it was agreed to keep it.
 */

static gboolean
refuse (GError **error, InterviewErrorCode code, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, code, message);
  return FALSE;
}

/* The room, if something can be asked and given in it. */
static InterviewRoomRow *
get_open_room (InterviewTransaction *transaction, const char *room_id, GError **error)
{
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);

  if (room == NULL)
    return NULL;
  if (!room->interactive)
    refuse (error, INTERVIEW_ERROR_FORBIDDEN, "the interactive features are off in this room");
  else if (interview_room_state_is_over (room->state))
    refuse (error, INTERVIEW_ERROR_ROOM_CLOSED, "the interview is over");
  else
    return g_steal_pointer (&room);
  return NULL;
}

/**
 * interview_disclosure_service_list:
 * @room_id: a room
 * @error: return location
 *
 * Returns: (transfer full) (element-type InterviewDisclosure): what was asked for there, none while
 *   the interactive features are off, and nothing of the contents when the interview is over; or
 *   %NULL
 */
GPtrArray *
interview_disclosure_service_list (InterviewTransaction *transaction,
                                   const char *room_id,
                                   GError **error)
{
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);
  GPtrArray *disclosures;

  if (room == NULL)
    return NULL;
  if (!room->interactive)
    return g_ptr_array_new_with_free_func (g_object_unref);
  disclosures = interview_disclosure_table_list (transaction, room_id, error);
  for (guint i = 0; disclosures != NULL && i < disclosures->len; i++)
    {
      if (interview_room_state_is_over (room->state))
        g_object_set (disclosures->pdata[i], "contents", NULL, NULL);
    }
  return disclosures;
}

/* The disclosure of this kind, or %NULL without an error. */
static InterviewDisclosure *
find (InterviewTransaction *transaction,
      const char *room_id,
      InterviewDisclosureKind kind,
      GError **error)
{
  g_autoptr (GPtrArray) disclosures = interview_disclosure_table_list (transaction, room_id, error);

  for (guint i = 0; disclosures != NULL && i < disclosures->len; i++)
    {
      if (interview_disclosure_get_kind (disclosures->pdata[i]) == kind)
        return g_object_ref (disclosures->pdata[i]);
    }
  return NULL;
}

static gboolean
has_text (const char *text)
{
  return text != NULL && interview_plain_text_says_something (text);
}

/* Fails if the server has what is asked for. */
static gboolean
check_missing (InterviewTransaction *transaction,
               const InterviewRoomRow *room,
               InterviewDisclosureKind kind,
               GError **error)
{
  g_autoptr (InterviewResume) resume = NULL;
  g_autoptr (InterviewCompany) company = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean there;

  if (kind == INTERVIEW_DISCLOSURE_KIND_RESUME)
    {
      resume = interview_resume_table_get (transaction, room->candidate_id, &failure);
      there = resume != NULL;
      if (g_error_matches (failure, INTERVIEW_ERROR, INTERVIEW_ERROR_NOT_FOUND))
        g_clear_error (&failure);
    }
  else
    {
      company = interview_company_table_get (transaction, room->company_id, "", &failure);
      there = company != NULL && (has_text (interview_company_get_about (company)) ||
                                  has_text (interview_company_get_tagline (company)));
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return !there ||
         refuse (error, INTERVIEW_ERROR_CONFLICT, "the server has this already: load it again");
}

static gboolean
tell (InterviewTransaction *transaction,
      InterviewActor *actor,
      const InterviewRoomRow *room,
      GError **error)
{
  return interview_room_readers_tell (transaction, room,
                                      INTERVIEW_ROOM_READERS_CANDIDATE |
                                          INTERVIEW_ROOM_READERS_RECRUITERS,
                                      INTERVIEW_EVENT_KIND_DISCLOSURE_CHANGED,
                                      interview_actor_get_person_id (actor), NULL, error);
}

/**
 * interview_disclosure_service_ask:
 * @actor: who asks
 * @room_id: the room
 * @kind: for what
 * @error: return location; %INTERVIEW_ERROR_CONFLICT if the server has it,
 *   %INTERVIEW_ERROR_FORBIDDEN while the interactive features are off, %INTERVIEW_ERROR_ROOM_CLOSED
 *
 * Asks the other side. Somebody who was asked before is not asked again, whatever they answered.
 *
 * Returns: (transfer full): how it stands, or %NULL
 */
InterviewDisclosure *
interview_disclosure_service_ask (InterviewTransaction *transaction,
                                  InterviewActor *actor,
                                  const char *room_id,
                                  InterviewDisclosureKind kind,
                                  GError **error)
{
  g_autoptr (InterviewRoomRow) room = get_open_room (transaction, room_id, error);
  g_autoptr (InterviewDisclosure) former = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *id = interview_id_new ();
  InterviewRowHead head;

  if (room == NULL)
    return NULL;
  former = find (transaction, room_id, kind, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (former != NULL)
    return g_steal_pointer (&former);
  head = (InterviewRowHead){ id, room->company_id, room->unit_id, NULL };
  if (!check_missing (transaction, room, kind, error) ||
      !interview_disclosure_table_insert (transaction, &head, room_id, kind,
                                          interview_actor_get_person_id (actor), error) ||
      !tell (transaction, actor, room, error))
    return NULL;
  return find (transaction, room_id, kind, error);
}

/* Hands in what the candidate agreed to have kept, as a resume of theirs. */
static gboolean
keep_resume (InterviewTransaction *transaction,
             const InterviewRoomRow *room,
             InterviewDisclosedText *contents,
             GError **error)
{
  g_autofree char *id = interview_id_new ();
  const InterviewRowHead head = { id, room->company_id, room->unit_id, NULL };
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *document = NULL;
  const char *const *items = interview_disclosed_text_get_items (contents);
  JsonObject *object = json_object_new ();
  JsonArray *skills = json_array_new ();

  json_object_set_string_member (object, "headline",
                                 interview_disclosed_text_get_headline (contents));
  if (interview_disclosed_text_get_text (contents) != NULL)
    json_object_set_string_member (object, "summary", interview_disclosed_text_get_text (contents));
  for (guint i = 0; items != NULL && items[i] != NULL; i++)
    json_array_add_string_element (skills, items[i]);
  json_object_set_array_member (object, "skills", skills);
  json_node_take_object (node, object);
  document = json_to_string (node, FALSE);
  return interview_resume_table_insert (transaction, &head, room->candidate_id, document, NULL,
                                        NULL, error);
}

static gboolean
check_answer (InterviewDisclosureKind kind, InterviewDisclosureAnswer *answer, GError **error)
{
  InterviewDisclosedText *contents = interview_disclosure_answer_get_contents (answer);
  gboolean agreed = interview_disclosure_answer_get_agreed (answer);

  if (agreed != (contents != NULL))
    return refuse (error, INTERVIEW_ERROR_INVALID,
                   "what is agreed to comes with the answer, and nothing else does");
  if (agreed &&
      !interview_plain_text_says_something (interview_disclosed_text_get_headline (contents)))
    return refuse (error, INTERVIEW_ERROR_INVALID, "there is nothing in this");
  if (interview_disclosure_answer_get_keep (answer) &&
      (!agreed || kind == INTERVIEW_DISCLOSURE_KIND_COMPANY))
    return refuse (error, INTERVIEW_ERROR_INVALID, "only a resume that is given can be kept");
  return TRUE;
}

/**
 * interview_disclosure_service_answer:
 * @actor: who was asked
 * @room_id: the room
 * @kind: for what
 * @answer: from outside
 * @error: return location; %INTERVIEW_ERROR_INVALID, %INTERVIEW_ERROR_NOT_FOUND if nobody asked,
 *   %INTERVIEW_ERROR_CONFLICT, %INTERVIEW_ERROR_ROOM_CLOSED
 *
 * Gives what was asked for, does not, or takes it back.
 *
 * Returns: (transfer full): how it stands, or %NULL
 */
InterviewDisclosure *
interview_disclosure_service_answer (InterviewTransaction *transaction,
                                     InterviewActor *actor,
                                     const char *room_id,
                                     InterviewDisclosureKind kind,
                                     InterviewDisclosureAnswer *answer,
                                     GError **error)
{
  g_autoptr (InterviewRoomRow) room = get_open_room (transaction, room_id, error);
  g_autoptr (InterviewDisclosure) former = NULL;
  InterviewDisclosedText *contents = interview_disclosure_answer_get_contents (answer);
  gboolean keep = interview_disclosure_answer_get_keep (answer);
  g_autoptr (GError) failure = NULL;

  if (room == NULL || !check_answer (kind, answer, error))
    return NULL;
  former = find (transaction, room_id, kind, &failure);
  if (former == NULL)
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        refuse (error, INTERVIEW_ERROR_NOT_FOUND, "nobody has asked for this");
      return NULL;
    }
  if (keep && (!check_missing (transaction, room, kind, error) ||
               !keep_resume (transaction, room, contents, error)))
    return NULL;
  if (!interview_disclosure_table_answer (transaction, room_id, kind,
                                          contents != NULL ? INTERVIEW_DISCLOSURE_STATE_GIVEN
                                                           : INTERVIEW_DISCLOSURE_STATE_REFUSED,
                                          keep, keep ? NULL : contents,
                                          interview_actor_get_person_id (actor), error) ||
      !tell (transaction, actor, room, error))
    return NULL;
  return find (transaction, room_id, kind, error);
}
