/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/session-opening.h"

#include "core/error.h"
#include "core/id.h"
#include "server/services/token.h"
#include "server/store/company-table.h"
#include "server/store/event-table.h"
#include "server/store/membership-table.h"
#include "server/store/person-table.h"
#include "server/store/session-table.h"

/* Staff sign in again now and then; a candidate's session lasts from the invitation's first use
 * until everything about the interview is done. */
#define STAFF_SESSION (G_TIME_SPAN_DAY * 14)
#define CANDIDATE_SESSION (G_TIME_SPAN_DAY * 7)

/*
 * How sessions begin and end, for both ways to sign in: a password and an invitation.
 */

/**
 * interview_session_opening_run:
 * @opening: who and why
 * @error: return location; %INTERVIEW_ERROR_UNAUTHENTICATED if the person is in no company
 *
 * Begins a session. A candidate has one at a time: the former one ends and is told so.
 *
 * Returns: (transfer full): the session with its token, which is not known to anybody afterwards;
 *   or %NULL
 */
InterviewSession *
interview_session_opening_run (InterviewTransaction *transaction,
                               const InterviewSessionOpening *opening,
                               GError **error)
{
  const char *language = opening->language != NULL ? opening->language : "";
  g_autofree char *company_id = NULL, *unit_id = NULL, *company_name = NULL;
  g_autofree char *id = interview_id_new ();
  g_autofree char *token = interview_token_new ();
  g_autoptr (GBytes) token_hash = interview_token_hash (token);
  g_autoptr (InterviewPerson) person = NULL;
  InterviewSessionRow row = { .id = id };
  InterviewRole role = INTERVIEW_ROLE_CANDIDATE;

  if (!interview_membership_table_find (transaction, opening->person_id, &company_id, &unit_id,
                                        &role, error))
    return NULL;
  if (company_id == NULL)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_UNAUTHENTICATED,
                           "the account belongs to no company any more");
      return NULL;
    }
  if (role == INTERVIEW_ROLE_CANDIDATE)
    {
      g_autoptr (GPtrArray) former =
          interview_session_table_list_open (transaction, opening->person_id, error);

      if (former == NULL ||
          !interview_session_opening_end_others (transaction, former, NULL,
                                                 INTERVIEW_SESSION_REPLACED, error))
        return NULL;
    }
  row.company_id = company_id;
  row.person_id = (char *) opening->person_id;
  row.invitation_id = (char *) opening->invitation_id;
  row.room_id = (char *) opening->room_id;
  row.expires_at = interview_transaction_get_now (transaction) +
                   (role == INTERVIEW_ROLE_CANDIDATE ? CANDIDATE_SESSION : STAFF_SESSION);
  person = interview_person_table_get (transaction, company_id, opening->person_id, error);
  company_name = interview_company_table_get_name (transaction, company_id, language,
                                                   person != NULL ? error : NULL);
  if (person == NULL || company_name == NULL ||
      !interview_session_table_insert (transaction, &row, token_hash, error))
    return NULL;
  return g_object_new (INTERVIEW_TYPE_SESSION, "id", id, "token", token, "expires-at",
                       row.expires_at, "person", person, "company-name", company_name, "room-id",
                       opening->room_id, NULL);
}

/**
 * interview_session_opening_end_others:
 * @sessions: (element-type InterviewSessionRow): sessions
 * @except_id: (nullable): the one of them that goes on
 * @reason: why they end
 * @error: return location
 *
 * Ends the sessions, each with an event that is for its program alone.
 *
 * Returns: whether it was done
 */
gboolean
interview_session_opening_end_others (InterviewTransaction *transaction,
                                      GPtrArray *sessions,
                                      const char *except_id,
                                      const char *reason,
                                      GError **error)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      const InterviewSessionRow *session = g_ptr_array_index (sessions, i);
      g_autoptr (GPtrArray) readers = g_ptr_array_new ();
      const InterviewNewEvent event = {
        .kind = INTERVIEW_EVENT_KIND_SESSION_ENDED,
        .company_id = session->company_id,
        .actor_id = session->person_id,
        .session_id = session->id,
      };

      if (g_strcmp0 (session->id, except_id) == 0)
        continue;
      g_ptr_array_add (readers, session->person_id);
      if (!interview_session_table_end (transaction, session->id, reason, error) ||
          !interview_event_table_insert (transaction, &event, readers, error))
        return FALSE;
    }
  return TRUE;
}
