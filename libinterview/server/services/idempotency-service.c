/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/idempotency-service.h"

#include "core/error.h"
#include "server/services/seal.h"
#include "server/store/idempotency-table.h"

/* Programs try again for minutes; a day covers a machine that was put to sleep in between. */
#define KEPT G_TIME_SPAN_DAY

/*
 * Requests that come a second time, because their answer was lost. An answer may hold what is told
 * once only, such as the code of an invitation, so it is kept sealed: only the sign-in that asked
 * can have it again.
 */

static char *
make_secret (const char *token, const char *key)
{
  return g_strconcat (token, "\n", key, NULL);
}

/**
 * interview_idempotency_service_find:
 * @actor: who asks
 * @token: the token of their sign-in
 * @key: the request's Idempotency-Key
 * @request_hash: hash of route, path and body
 * @status: (out): HTTP status of the answer that was given, 0 if the request is new
 * @body: (out) (transfer full) (nullable): that answer
 * @error: return location; %INTERVIEW_ERROR_KEY_REUSED if the key belongs to another request
 *   or to another sign-in
 *
 * Returns: whether the request may go on
 */
gboolean
interview_idempotency_service_find (InterviewTransaction *transaction,
                                    InterviewActor *actor,
                                    const char *token,
                                    const char *key,
                                    GBytes *request_hash,
                                    guint *status,
                                    char **body,
                                    GError **error)
{
  g_autoptr (InterviewIdempotencyRow) row = NULL;

  *status = 0;
  *body = NULL;
  if (!interview_idempotency_table_find (transaction, interview_actor_get_person_id (actor), key,
                                         &row, error))
    return FALSE;
  if (row == NULL)
    return TRUE;
  if (!g_bytes_equal (row->request_hash, request_hash))
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_KEY_REUSED,
                           "this Idempotency-Key was used for another request");
      return FALSE;
    }
  if (row->sealed_body != NULL)
    {
      g_autofree char *secret = make_secret (token, key);

      *body = interview_seal_open (secret, row->sealed_body);
      if (*body == NULL)
        {
          g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_KEY_REUSED,
                               "this was done already, by a sign-in that has ended: load it again");
          return FALSE;
        }
    }
  *status = row->status;
  return TRUE;
}

/**
 * interview_idempotency_service_record:
 * @actor: who asked
 * @token: the token of their sign-in
 * @key: the request's Idempotency-Key
 * @request_hash: hash of route, path and body
 * @status: HTTP status of the answer
 * @body: (nullable): the answer
 * @error: return location
 *
 * Keeps an answer, in the transaction of the change that it tells of.
 *
 * Returns: whether it was done
 */
gboolean
interview_idempotency_service_record (InterviewTransaction *transaction,
                                      InterviewActor *actor,
                                      const char *token,
                                      const char *key,
                                      GBytes *request_hash,
                                      guint status,
                                      const char *body,
                                      GError **error)
{
  g_autofree char *secret = make_secret (token, key);
  g_autoptr (GBytes) sealed_body = body != NULL ? interview_seal_close (secret, body) : NULL;
  const InterviewIdempotencyRow row = { request_hash, status, sealed_body };

  return interview_idempotency_table_insert (transaction, interview_actor_get_person_id (actor),
                                             key, &row,
                                             interview_transaction_get_now (transaction) + KEPT,
                                             error);
}
