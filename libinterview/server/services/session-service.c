/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/session-service.h"

#include <string.h>

#include "core/error.h"
#include "server/services/session-opening.h"
#include "server/services/token.h"
#include "server/store/company-table.h"
#include "server/store/identity-table.h"
#include "server/store/membership-table.h"
#include "server/store/person-table.h"
#include "server/store/session-table.h"

/* What stands for the secret of somebody who does not exist; see interview_password_verify(). */
#define NO_SECRET ""

/* Longer than any token that was ever given out. */
#define MAX_TOKEN_LENGTH 200

/*
 * Sessions: who is asking, sign in with a password, sign out.
 */

static gboolean
check_row (InterviewTransaction *transaction, const InterviewSessionRow *row, GError **error)
{
  if (row != NULL && g_strcmp0 (row->end_reason, INTERVIEW_SESSION_REPLACED) == 0)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE,
                           "you have signed in on another machine");
      return FALSE;
    }
  if (row != NULL && row->end_reason == NULL &&
      row->expires_at > interview_transaction_get_now (transaction))
    return TRUE;
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_UNAUTHENTICATED,
                       "the sign-in has ended: sign in again");
  return FALSE;
}

/**
 * interview_session_service_authenticate:
 * @token: (nullable): the bearer token of a request
 * @language: (nullable): the reader's language tag, of interview_language_choose()
 * @error: return location; %INTERVIEW_ERROR_UNAUTHENTICATED, %INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE
 *
 * Returns: (transfer full): who asks, or %NULL
 */
InterviewActor *
interview_session_service_authenticate (InterviewTransaction *transaction,
                                        const char *token,
                                        const char *language,
                                        GError **error)
{
  g_autoptr (InterviewSessionRow) row = NULL;
  g_autoptr (GBytes) token_hash = NULL;
  g_autofree char *company_id = NULL, *unit_id = NULL;
  InterviewRole role = INTERVIEW_ROLE_CANDIDATE;

  g_return_val_if_fail (INTERVIEW_IS_TRANSACTION (transaction), NULL);

  if (token != NULL && strnlen (token, MAX_TOKEN_LENGTH + 1) <= MAX_TOKEN_LENGTH)
    {
      token_hash = interview_token_hash (token);
      if (!interview_session_table_find (transaction, token_hash, &row, error))
        return NULL;
    }
  if (!check_row (transaction, row, error))
    return NULL;
  if (!interview_membership_table_find (transaction, row->person_id, &company_id, &unit_id, &role,
                                        error))
    return NULL;
  if (g_strcmp0 (company_id, row->company_id) != 0)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_UNAUTHENTICATED,
                           "the account belongs to no company any more");
      return NULL;
    }
  return g_object_new (INTERVIEW_TYPE_ACTOR, "person-id", row->person_id, "company-id", company_id,
                       "unit-id", unit_id, "role", role, "session-id", row->id, "room-id",
                       row->room_id, "language", language, NULL);
}

/**
 * interview_session_service_find_secret:
 * @email: what somebody typed
 * @person_id: (out) (transfer full) (nullable): who it is, %NULL if nobody
 * @secret: (out) (transfer full): what to verify the password against, also if it is nobody, so
 *   that the answer takes as long
 * @error: return location
 *
 * The first of the three steps of a sign-in; the password is verified outside of the store.
 *
 * Returns: whether the store could be read
 */
gboolean
interview_session_service_find_secret (InterviewTransaction *transaction,
                                       const char *email,
                                       char **person_id,
                                       char **secret,
                                       GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (email));
  g_autofree char *subject = g_utf8_strdown (stripped, -1);

  g_return_val_if_fail (INTERVIEW_IS_TRANSACTION (transaction), FALSE);

  if (!interview_identity_table_find (transaction, INTERVIEW_PROVIDER_PASSWORD, subject, person_id,
                                      secret, error))
    return FALSE;
  if (*secret == NULL)
    *secret = g_strdup (NO_SECRET);
  return TRUE;
}

static gboolean
check_secret (InterviewTransaction *transaction,
              const char *person_id,
              const char *secret,
              GError **error)
{
  g_autofree char *stored = NULL;

  if (!interview_identity_table_get_secret (transaction, person_id, INTERVIEW_PROVIDER_PASSWORD,
                                            &stored, error))
    return FALSE;
  if (stored != NULL && g_strcmp0 (stored, secret) == 0)
    return TRUE;
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_WRONG_PASSWORD,
                       "the e-mail address or the password is wrong");
  return FALSE;
}

/**
 * interview_session_service_sign_in:
 * @person_id: (nullable): who signs in, from interview_session_service_find_secret()
 * @secret: the secret that the password was verified against; it must still be the stored one
 * @language: (nullable): the reader's language tag
 * @error: return location; %INTERVIEW_ERROR_WRONG_PASSWORD
 *
 * The last of the three steps.
 *
 * Returns: (transfer full): the session with its token, or %NULL
 */
InterviewSession *
interview_session_service_sign_in (InterviewTransaction *transaction,
                                   const char *person_id,
                                   const char *secret,
                                   const char *language,
                                   GError **error)
{
  const InterviewSessionOpening opening = { .person_id = person_id, .language = language };

  g_return_val_if_fail (INTERVIEW_IS_TRANSACTION (transaction), NULL);

  if (!check_secret (transaction, person_id, secret, error))
    return NULL;
  return interview_session_opening_run (transaction, &opening, error);
}

/**
 * interview_session_service_get:
 * @actor: who asks
 * @error: return location
 *
 * Returns: (transfer full): their session without its token, or %NULL
 */
InterviewSession *
interview_session_service_get (InterviewTransaction *transaction,
                               InterviewActor *actor,
                               GError **error)
{
  const char *company_id = interview_actor_get_company_id (actor);
  const char *language = interview_actor_get_language (actor);
  g_autoptr (InterviewPerson) person = NULL;
  g_autofree char *company_name = NULL;
  gint64 expires_at = 0;

  person = interview_person_table_get (transaction, company_id,
                                       interview_actor_get_person_id (actor), error);
  if (person == NULL)
    return NULL;
  company_name = interview_company_table_get_name (transaction, company_id,
                                                   language != NULL ? language : "", error);
  if (company_name == NULL ||
      !interview_session_table_get_expiry (transaction, interview_actor_get_session_id (actor),
                                           &expires_at, error))
    return NULL;
  return g_object_new (INTERVIEW_TYPE_SESSION, "id", interview_actor_get_session_id (actor),
                       "expires-at", expires_at, "person", person, "company-name", company_name,
                       "room-id", interview_actor_get_room_id (actor), NULL);
}

/**
 * interview_session_service_sign_out:
 * @actor: whose session ends
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
interview_session_service_sign_out (InterviewTransaction *transaction,
                                    InterviewActor *actor,
                                    GError **error)
{
  return interview_session_table_end (transaction, interview_actor_get_session_id (actor),
                                      INTERVIEW_SESSION_SIGNED_OUT, error);
}

/**
 * interview_session_service_find_own_secret:
 * @actor: who wants to change their password
 * @secret: (out) (transfer full): what to verify the present password against
 * @error: return location
 *
 * Returns: whether the store could be read
 */
gboolean
interview_session_service_find_own_secret (InterviewTransaction *transaction,
                                           InterviewActor *actor,
                                           char **secret,
                                           GError **error)
{
  if (!interview_identity_table_get_secret (transaction, interview_actor_get_person_id (actor),
                                            INTERVIEW_PROVIDER_PASSWORD, secret, error))
    return FALSE;
  if (*secret == NULL)
    *secret = g_strdup (NO_SECRET);
  return TRUE;
}

/**
 * interview_session_service_change_secret:
 * @actor: who changes their password
 * @secret: the secret that the present password was verified against
 * @replacement: hash of the new password
 * @error: return location; %INTERVIEW_ERROR_WRONG_PASSWORD
 *
 * Also ends the person's other sessions.
 *
 * Returns: whether it was done
 */
gboolean
interview_session_service_change_secret (InterviewTransaction *transaction,
                                         InterviewActor *actor,
                                         const char *secret,
                                         const char *replacement,
                                         GError **error)
{
  const char *person_id = interview_actor_get_person_id (actor);
  g_autoptr (GPtrArray) sessions = NULL;

  if (!check_secret (transaction, person_id, secret, error) ||
      !interview_identity_table_set_secret (transaction, person_id, INTERVIEW_PROVIDER_PASSWORD,
                                            replacement, error))
    return FALSE;
  sessions = interview_session_table_list_open (transaction, person_id, error);
  return sessions != NULL &&
         interview_session_opening_end_others (transaction, sessions,
                                               interview_actor_get_session_id (actor),
                                               INTERVIEW_SESSION_REVOKED, error);
}
