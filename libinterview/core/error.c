/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/error.h"

/*
 * The wire code and the HTTP status of each error. Codes are part of the protocol: they are never
 * renamed and never reused. A status of 0 belongs to errors that no server sends.
 */
typedef struct
{
  const char *code;
  guint status;
} Entry;

static const Entry entries[] = {
  [INTERVIEW_ERROR_INTERNAL] = { "internal", 500 },
  [INTERVIEW_ERROR_INVALID] = { "invalid-request", 400 },
  [INTERVIEW_ERROR_TOO_LARGE] = { "too-large", 413 },
  [INTERVIEW_ERROR_UNAUTHENTICATED] = { "unauthenticated", 401 },
  [INTERVIEW_ERROR_WRONG_PASSWORD] = { "wrong-password", 401 },
  [INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE] = { "signed-in-elsewhere", 401 },
  [INTERVIEW_ERROR_FORBIDDEN] = { "forbidden", 403 },
  [INTERVIEW_ERROR_NOT_FOUND] = { "not-found", 404 },
  [INTERVIEW_ERROR_METHOD_NOT_ALLOWED] = { "method-not-allowed", 405 },
  [INTERVIEW_ERROR_CONFLICT] = { "conflict", 409 },
  [INTERVIEW_ERROR_KEY_REUSED] = { "idempotency-key-reused", 422 },
  [INTERVIEW_ERROR_ALREADY_RATED] = { "already-rated", 409 },
  [INTERVIEW_ERROR_INVITATION_UNKNOWN] = { "invitation-unknown", 404 },
  [INTERVIEW_ERROR_INVITATION_EXPIRED] = { "invitation-expired", 410 },
  [INTERVIEW_ERROR_INVITATION_REVOKED] = { "invitation-revoked", 410 },
  [INTERVIEW_ERROR_INVITATION_USED] = { "invitation-used", 410 },
  [INTERVIEW_ERROR_INVITATION_EARLY] = { "invitation-early", 403 },
  [INTERVIEW_ERROR_ROOM_CLOSED] = { "room-closed", 409 },
  [INTERVIEW_ERROR_NOT_IN_ROOM] = { "not-in-room", 403 },
  [INTERVIEW_ERROR_NOT_ADMITTED] = { "not-admitted", 403 },
  [INTERVIEW_ERROR_OUT_OF_ORDER] = { "out-of-order", 409 },
  [INTERVIEW_ERROR_RECRUITER_TAKEN] = { "recruiter-taken", 409 },
  [INTERVIEW_ERROR_NO_CONTACT] = { "no-contact", 409 },
  [INTERVIEW_ERROR_PLACEHOLDER_UNKNOWN] = { "placeholder-unknown", 400 },
  [INTERVIEW_ERROR_SENDING_INCOMPLETE] = { "sending-incomplete", 400 },
  [INTERVIEW_ERROR_SECRET_NEEDED] = { "secret-needed", 400 },
  [INTERVIEW_ERROR_RATE_LIMITED] = { "rate-limited", 429 },
  [INTERVIEW_ERROR_BUSY] = { "busy", 503 },
  [INTERVIEW_ERROR_STORE_CORRUPT] = { "store-corrupt", 503 },
  [INTERVIEW_ERROR_STORE_FULL] = { "store-full", 507 },
  [INTERVIEW_ERROR_STORE_NEWER] = { "store-newer", 503 },
  [INTERVIEW_ERROR_NETWORK] = { "network", 0 },
  [INTERVIEW_ERROR_CERTIFICATE] = { "certificate", 0 },
  [INTERVIEW_ERROR_CREDENTIALS] = { "credentials", 0 },
  [INTERVIEW_ERROR_MEDIA] = { "media", 0 },
  [INTERVIEW_ERROR_DEVICE] = { "device", 0 },
};

/* clang-format off */
G_DEFINE_QUARK (interview-error-quark, interview_error)
/* clang-format on */

/**
 * interview_error_to_code:
 * @error: a value of the domain
 *
 * Returns: (transfer none): the stable wire code
 */
const char *
interview_error_to_code (InterviewErrorCode error)
{
  g_return_val_if_fail ((guint) error < G_N_ELEMENTS (entries), "internal");

  return entries[error].code;
}

/**
 * interview_error_from_code:
 * @code: (nullable): a wire code, from a peer
 * @error: (out): where to put the value
 *
 * Returns: %FALSE if the code is not known, as from a newer server
 */
gboolean
interview_error_from_code (const char *code, InterviewErrorCode *error)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (entries); i++)
    {
      if (g_str_equal (entries[i].code, code))
        {
          *error = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * interview_error_to_status:
 * @error: a value of the domain
 *
 * Returns: the HTTP status that carries the error, 500 for one that no server should send
 */
guint
interview_error_to_status (InterviewErrorCode error)
{
  g_return_val_if_fail ((guint) error < G_N_ELEMENTS (entries), 500);

  return entries[error].status != 0 ? entries[error].status : 500;
}

/**
 * interview_error_count:
 *
 * Returns: how many values the domain has; they run from 0
 */
guint
interview_error_count (void)
{
  return G_N_ELEMENTS (entries);
}
