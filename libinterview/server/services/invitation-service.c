/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/invitation-service.h"

#include "core/error.h"
#include "core/id.h"
#include "core/link.h"
#include "server/services/follow-up-service.h"
#include "server/services/room-readers.h"
#include "server/services/room-state.h"
#include "server/services/session-opening.h"
#include "server/services/token.h"
#include "server/store/invitation-table.h"
#include "server/store/membership-table.h"
#include "server/store/room-table.h"
#include "server/store/session-table.h"

/* Interviews run late and are resumed; a day after the planned end nobody waits any more. */
#define GRACE G_TIME_SPAN_DAY

/*
 * Invitations: a candidate's way into a room, and codes with which somebody signs in once.
 */

static gboolean
refuse (GError **error, InterviewErrorCode code, const char *message)
{
  g_set_error_literal (error, INTERVIEW_ERROR, code, message);
  return FALSE;
}

/* Whether the invitation works now; the order of the checks is that of how much each explains. */
static gboolean
check_invitation (InterviewTransaction *transaction,
                  const InterviewInvitationRow *invitation,
                  gint64 *opens_at,
                  GError **error)
{
  gint64 now = interview_transaction_get_now (transaction);

  if (invitation == NULL)
    return refuse (error, INTERVIEW_ERROR_INVITATION_UNKNOWN,
                   "this code is not known: check it, or ask for a new invitation");
  if (invitation->state == INTERVIEW_INVITATION_STATE_REVOKED)
    return refuse (error, INTERVIEW_ERROR_INVITATION_REVOKED,
                   "this invitation was withdrawn: ask for a new one");
  if (invitation->state == INTERVIEW_INVITATION_STATE_USED)
    return refuse (error, INTERVIEW_ERROR_INVITATION_USED,
                   "this code was used already: ask for a new one");
  if (invitation->room_id != NULL)
    {
      g_autoptr (InterviewRoomRow) room =
          interview_room_table_get_row (transaction, invitation->room_id, error);

      if (room == NULL)
        return FALSE;
      if (interview_room_state_is_over (room->state))
        return refuse (error, INTERVIEW_ERROR_INVITATION_USED,
                       "the interview of this invitation is over");
    }
  if (invitation->expires_at <= now)
    return refuse (error, INTERVIEW_ERROR_INVITATION_EXPIRED,
                   "this invitation has expired: ask for a new one");
  if (invitation->not_before > now)
    {
      *opens_at = invitation->not_before;
      return refuse (error, INTERVIEW_ERROR_INVITATION_EARLY,
                     "it is too early: come back when the room opens");
    }
  return TRUE;
}

/**
 * interview_invitation_service_redeem:
 * @code: what somebody typed or pasted
 * @language: (nullable): the reader's language tag
 * @opens_at: (out): from when it works, with %INTERVIEW_ERROR_INVITATION_EARLY, else 0;
 *   microseconds since 1970 in UTC
 * @error: return location; %INTERVIEW_ERROR_INVITATION_UNKNOWN, _REVOKED, _USED, _EXPIRED, _EARLY
 *
 * A candidate's invitation works until the room has ended, and signs the former session out. A
 * sign-in code works once.
 *
 * Returns: (transfer full): the session with its token, or %NULL
 */
InterviewSession *
interview_invitation_service_redeem (InterviewTransaction *transaction,
                                     const char *code,
                                     const char *language,
                                     gint64 *opens_at,
                                     GError **error)
{
  g_autoptr (InterviewInvitationRow) invitation = NULL;
  g_autofree char *normalized = interview_code_normalize (code);
  InterviewSessionOpening opening = { .language = language };
  gboolean used = TRUE;

  g_return_val_if_fail (INTERVIEW_IS_TRANSACTION (transaction), NULL);

  *opens_at = 0;
  if (normalized != NULL)
    {
      g_autoptr (GBytes) code_hash = interview_token_hash (normalized);

      if (!interview_invitation_table_find (transaction, code_hash, &invitation, error))
        return NULL;
    }
  if (!check_invitation (transaction, invitation, opens_at, error))
    return NULL;
  if (invitation->room_id == NULL &&
      !interview_invitation_table_use (transaction, invitation->id, &used, error))
    return NULL;
  opening.person_id = invitation->person_id;
  opening.invitation_id = invitation->id;
  opening.room_id = invitation->room_id;
  return interview_session_opening_run (transaction, &opening, error);
}

static gboolean
check_open (const InterviewRoomRow *room, GError **error)
{
  return !interview_room_state_is_over (room->state) ||
         refuse (error, INTERVIEW_ERROR_ROOM_CLOSED, "the interview is over");
}

static gint64
get_expiry (InterviewTransaction *transaction, const InterviewRoomRow *room)
{
  return MAX (room->starts_at, interview_transaction_get_now (transaction)) +
         room->duration_minutes * G_TIME_SPAN_MINUTE + GRACE;
}

/**
 * interview_invitation_service_create:
 * @actor: (nullable): who invites
 * @room_id: to which room
 * @endpoint: (nullable): where programs reach the server, for the link
 * @error: return location; %INTERVIEW_ERROR_ROOM_CLOSED
 *
 * Returns: (transfer full): the invitation of the room's candidate with its code, which is not
 *   known to anybody afterwards; or %NULL
 */
InterviewInvitation *
interview_invitation_service_create (InterviewTransaction *transaction,
                                     InterviewActor *actor,
                                     const char *room_id,
                                     InterviewEndpoint *endpoint,
                                     GError **error)
{
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);
  g_autofree char *code = interview_token_new_code ();
  g_autoptr (GBytes) code_hash = interview_token_hash (code);
  g_autofree char *id = interview_id_new ();
  g_autofree char *text = NULL;
  InterviewNewInvitation invitation = { .code_hash = code_hash };

  if (room == NULL || !check_open (room, error))
    return NULL;
  invitation.head = (InterviewRowHead){ id, room->company_id, room->unit_id, NULL };
  invitation.person_id = room->candidate_id;
  invitation.room_id = room->id;
  invitation.not_before = room->starts_at - INTERVIEW_ROOM_OPENS_BEFORE;
  invitation.expires_at = get_expiry (transaction, room);
  if (!interview_invitation_table_insert (transaction, &invitation, error))
    return NULL;
  if (endpoint != NULL)
    {
      g_autoptr (InterviewLink) link = interview_link_new (endpoint, code);

      text = interview_link_to_text (link);
    }
  return g_object_new (INTERVIEW_TYPE_INVITATION, "id", id, "state",
                       INTERVIEW_INVITATION_STATE_ACTIVE, "code", code, "link", text, "expires-at",
                       invitation.expires_at, NULL);
}

/**
 * interview_invitation_service_move:
 * @room: a room whose time has changed
 * @error: return location
 *
 * Has the invitation of its candidate work at the new time.
 *
 * Returns: whether it was done
 */
gboolean
interview_invitation_service_move (InterviewTransaction *transaction,
                                   const InterviewRoomRow *room,
                                   GError **error)
{
  return interview_invitation_table_move (transaction, room->id,
                                          room->starts_at - INTERVIEW_ROOM_OPENS_BEFORE,
                                          get_expiry (transaction, room), error);
}

static gboolean
withdraw (InterviewTransaction *transaction, const char *room_id, gboolean *revoked, GError **error)
{
  g_autoptr (GPtrArray) sessions = NULL;

  if (!interview_invitation_table_revoke (transaction, room_id, revoked, error))
    return FALSE;
  sessions = interview_session_table_list_of_room (transaction, room_id, error);
  return sessions != NULL &&
         interview_session_opening_end_others (transaction, sessions, NULL,
                                               INTERVIEW_SESSION_REVOKED, error);
}

static gboolean
tell (InterviewTransaction *transaction, InterviewActor *actor, const char *room_id, GError **error)
{
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);

  return room != NULL &&
         interview_room_readers_tell (transaction, room,
                                      INTERVIEW_ROOM_READERS_RECRUITERS | INTERVIEW_ROOM_READERS_HR,
                                      INTERVIEW_EVENT_KIND_INVITATION_CHANGED,
                                      interview_actor_get_person_id (actor), NULL, error);
}

/**
 * interview_invitation_service_renew:
 * @actor: who invites again
 * @room_id: to which room
 * @endpoint: (nullable): where programs reach the server, for the link
 * @error: return location; %INTERVIEW_ERROR_ROOM_CLOSED
 *
 * The former invitation stops working and sessions that began with it end.
 *
 * Returns: (transfer full): the new invitation with its code, or %NULL
 */
InterviewInvitation *
interview_invitation_service_renew (InterviewTransaction *transaction,
                                    InterviewActor *actor,
                                    const char *room_id,
                                    InterviewEndpoint *endpoint,
                                    GError **error)
{
  g_autoptr (InterviewRoomRow) room = interview_room_table_get_row (transaction, room_id, error);
  g_autoptr (InterviewInvitation) invitation = NULL;
  gboolean revoked = FALSE;

  if (room == NULL || !check_open (room, error))
    return NULL;
  if (!withdraw (transaction, room_id, &revoked, error) ||
      !tell (transaction, actor, room_id, error))
    return NULL;
  invitation = interview_invitation_service_create (transaction, actor, room_id, endpoint, error);
  if (invitation == NULL ||
      !interview_follow_up_service_room_changed (transaction, room_id,
                                                 interview_actor_get_person_id (actor),
                                                 interview_invitation_get_link (invitation), error))
    return NULL;
  return g_steal_pointer (&invitation);
}

/**
 * interview_invitation_service_revoke:
 * @actor: who withdraws
 * @room_id: the invitation of which room
 * @error: return location
 *
 * The invitation stops working and sessions that began with it end.
 *
 * Returns: whether it was done
 */
gboolean
interview_invitation_service_revoke (InterviewTransaction *transaction,
                                     InterviewActor *actor,
                                     const char *room_id,
                                     GError **error)
{
  gboolean revoked = FALSE;

  return withdraw (transaction, room_id, &revoked, error) &&
         (!revoked || tell (transaction, actor, room_id, error));
}

/**
 * interview_invitation_service_create_sign_in:
 * @person_id: who will sign in
 * @expires_at: until when, microseconds since 1970 in UTC
 * @error: return location; %INTERVIEW_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): a code that signs the person in once, or %NULL
 */
char *
interview_invitation_service_create_sign_in (InterviewTransaction *transaction,
                                             const char *person_id,
                                             gint64 expires_at,
                                             GError **error)
{
  g_autofree char *company_id = NULL, *unit_id = NULL;
  g_autofree char *code = interview_token_new_code ();
  g_autoptr (GBytes) code_hash = interview_token_hash (code);
  g_autofree char *id = interview_id_new ();
  InterviewNewInvitation invitation = { .code_hash = code_hash };
  InterviewRole role;

  if (!interview_membership_table_find (transaction, person_id, &company_id, &unit_id, &role,
                                        error))
    return NULL;
  if (company_id == NULL)
    {
      refuse (error, INTERVIEW_ERROR_NOT_FOUND, "there is no such person");
      return NULL;
    }
  invitation.head = (InterviewRowHead){ id, company_id, unit_id, NULL };
  invitation.person_id = person_id;
  invitation.not_before = interview_transaction_get_now (transaction);
  invitation.expires_at = expires_at;
  if (!interview_invitation_table_insert (transaction, &invitation, error))
    return NULL;
  return g_steal_pointer (&code);
}
