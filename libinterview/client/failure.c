/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/failure.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

#include "core/error.h"

/* RFC 6585 and RFC 9110; libsoup has no names for them. */
#define HTTP_TOO_MANY_REQUESTS 429
#define HTTP_UPGRADE_REQUIRED 426

/*
 * What went wrong between program and server, in words for the person at the window: what
 * happened and what to do. The words of the server and of the system are for the log.
 */

static const char *
describe_invitation (InterviewErrorCode code)
{
  switch (code)
    {
    case INTERVIEW_ERROR_INVITATION_UNKNOWN:
      return _ ("There is no invitation with this code. Check that the whole link or code was "
                "copied, or ask your recruiter for a new one.");
    case INTERVIEW_ERROR_INVITATION_EXPIRED:
      return _ ("This invitation has expired. Ask your recruiter for a new one.");
    case INTERVIEW_ERROR_INVITATION_REVOKED:
      return _ ("This invitation was withdrawn. If you have a newer one, use that; otherwise ask "
                "your recruiter.");
    case INTERVIEW_ERROR_INVITATION_USED:
      return _ ("This code was already used and works only once. Ask for a new one.");
    case INTERVIEW_ERROR_INVITATION_EARLY:
      return _ ("It is too early for this interview. Come back with the same link shortly before "
                "it begins.");
    default:
      return NULL;
    }
}

static const char *
describe_session (InterviewErrorCode code)
{
  switch (code)
    {
    case INTERVIEW_ERROR_UNAUTHENTICATED:
      return _ ("You are not signed in any more. Sign in again.");
    case INTERVIEW_ERROR_WRONG_PASSWORD:
      return _ ("The e-mail address or the password is wrong. Check both and try again.");
    case INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE:
      return _ ("You have signed in on another computer, so this one was signed out. To go on "
                "here, sign in again.");
    case INTERVIEW_ERROR_FORBIDDEN:
      return _ ("You may not do this. If you need to, ask an HR administrator of your company.");
    case INTERVIEW_ERROR_ROOM_CLOSED:
      return _ ("This interview has ended. If that was a mistake, ask the recruiter for a new "
                "one.");
    case INTERVIEW_ERROR_NOT_IN_ROOM:
      return _ ("You are not in this interview any more. Join it again.");
    case INTERVIEW_ERROR_RECRUITER_TAKEN:
      return _ ("Somebody else has just chosen this recruiter. Your interview takes place all the "
                "same: choose another one, or leave it as it is.");
    case INTERVIEW_ERROR_NOT_ADMITTED:
      return _ ("You were not let into this interview. If that was a mistake, ask the recruiter.");
    case INTERVIEW_ERROR_NO_CONTACT:
      return _ ("The company has not entered its contact details yet. Ask your recruiter.");
    case INTERVIEW_ERROR_PLACEHOLDER_UNKNOWN:
      return _ ("A word in double braces is not known here. Those that there are stand below the "
                "text.");
    case INTERVIEW_ERROR_SENDING_INCOMPLETE:
      return _ ("Mail server, sender, provider or time zone are not complete, or not as they are "
                "written. Look through them and save again.");
    case INTERVIEW_ERROR_SECRET_NEEDED:
      return _ ("Enter the password or secret again: the one that is kept is for the former "
                "account alone.");
    case INTERVIEW_ERROR_ALREADY_RATED:
      return _ ("You have already rated this recruiter. Your first rating counts.");
    default:
      return NULL;
    }
}

static const char *
describe_service (InterviewErrorCode code)
{
  switch (code)
    {
    case INTERVIEW_ERROR_NOT_FOUND:
      return _ ("This is not there, or not there any more. Go back and load the page again.");
    case INTERVIEW_ERROR_CONFLICT:
      return _ ("Somebody else has changed this in the meantime. Look at the new version, then try "
                "again.");
    case INTERVIEW_ERROR_RATE_LIMITED:
      return _ ("There were too many attempts. Wait a minute, then try again.");
    case INTERVIEW_ERROR_BUSY:
      return _ ("The server is busy. Try again in a moment.");
    case INTERVIEW_ERROR_STORE_FULL:
      return _ ("The server has no space left to save this. Tell your HR administrator, and try "
                "again later.");
    case INTERVIEW_ERROR_STORE_CORRUPT:
    case INTERVIEW_ERROR_STORE_NEWER:
      return _ ("The server cannot read its data at the moment. Tell your HR administrator, and "
                "try again later.");
    case INTERVIEW_ERROR_TOO_LARGE:
      return _ ("This is larger than the server accepts. Make it shorter, then try again.");
    case INTERVIEW_ERROR_INVALID:
      return _ ("The server did not accept this. Check what you entered, then try again.");
    case INTERVIEW_ERROR_METHOD_NOT_ALLOWED:
    case INTERVIEW_ERROR_KEY_REUSED:
    case INTERVIEW_ERROR_OUT_OF_ORDER:
      return _ ("The program and the server do not understand each other. Check that both are up "
                "to date.");
    default:
      return _ ("Something went wrong on the server. Try again; if it happens again, tell your HR "
                "administrator.");
    }
}

static const char *
describe (InterviewErrorCode code)
{
  const char *text = describe_invitation (code);

  if (text == NULL)
    text = describe_session (code);
  return text != NULL ? text : describe_service (code);
}

static GError *
describe_early (gint64 opens_at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (opens_at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *when = NULL;

  if (local != NULL)
    /* Translators: day and time when a room opens, as for g_date_time_format() */
    when = g_date_time_format (local, C_ ("room opens", "%e %B, %H:%M"));
  if (when == NULL)
    return NULL;
  return g_error_new (INTERVIEW_ERROR, INTERVIEW_ERROR_INVITATION_EARLY,
                      /* Translators: %s is a day and a time */
                      _ ("It is too early for this interview. Its room opens on %s; come back then "
                         "with the same link."),
                      g_strchug (when));
}

static GError *
describe_wait (gint64 seconds)
{
  int minutes = (int) ((seconds + 59) / 60);

  return g_error_new (INTERVIEW_ERROR, INTERVIEW_ERROR_RATE_LIMITED,
                      ngettext ("There were too many attempts. Try again in %d minute.",
                                "There were too many attempts. Try again in %d minutes.", minutes),
                      minutes);
}

/**
 * interview_failure_from_problem:
 * @problem: what the server said
 *
 * A code that this program does not know, from a newer server, is told by its status.
 *
 * Returns: (transfer full): an %INTERVIEW_ERROR with a message for people
 */
GError *
interview_failure_from_problem (InterviewProblem *problem)
{
  InterviewErrorCode code;
  GError *error = NULL;

  if (!interview_error_from_code (interview_problem_get_code (problem), &code))
    return interview_failure_from_status ((guint) interview_problem_get_status (problem));
  if (code == INTERVIEW_ERROR_INVITATION_EARLY && interview_problem_get_opens_at (problem) != 0)
    error = describe_early (interview_problem_get_opens_at (problem));
  else if (code == INTERVIEW_ERROR_RATE_LIMITED && interview_problem_get_retry_after (problem) > 0)
    error = describe_wait (interview_problem_get_retry_after (problem));
  return error != NULL ? error : g_error_new_literal (INTERVIEW_ERROR, code, describe (code));
}

/**
 * interview_failure_from_status:
 * @status: HTTP status of an answer without a readable problem document
 *
 * Returns: (transfer full): an %INTERVIEW_ERROR with a message for people
 */
GError *
interview_failure_from_status (guint status)
{
  InterviewErrorCode code = INTERVIEW_ERROR_INTERNAL;

  switch (status)
    {
    case HTTP_UPGRADE_REQUIRED:
      return g_error_new_literal (INTERVIEW_ERROR, INTERVIEW_ERROR_CERTIFICATE,
                                  _ ("This server speaks only with encryption. Remove “?tls=no” "
                                     "from the address, or ask for a new link."));
    case SOUP_STATUS_BAD_REQUEST:
      code = INTERVIEW_ERROR_INVALID;
      break;
    case SOUP_STATUS_UNAUTHORIZED:
      code = INTERVIEW_ERROR_UNAUTHENTICATED;
      break;
    case SOUP_STATUS_FORBIDDEN:
      code = INTERVIEW_ERROR_FORBIDDEN;
      break;
    case SOUP_STATUS_NOT_FOUND:
    case SOUP_STATUS_GONE:
      code = INTERVIEW_ERROR_NOT_FOUND;
      break;
    case SOUP_STATUS_METHOD_NOT_ALLOWED:
      code = INTERVIEW_ERROR_METHOD_NOT_ALLOWED;
      break;
    case SOUP_STATUS_CONFLICT:
      code = INTERVIEW_ERROR_CONFLICT;
      break;
    case SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE:
      code = INTERVIEW_ERROR_TOO_LARGE;
      break;
    case HTTP_TOO_MANY_REQUESTS:
      code = INTERVIEW_ERROR_RATE_LIMITED;
      break;
    case SOUP_STATUS_BAD_GATEWAY:
    case SOUP_STATUS_SERVICE_UNAVAILABLE:
    case SOUP_STATUS_GATEWAY_TIMEOUT:
      code = INTERVIEW_ERROR_BUSY;
      break;
    default:
      /* Redirections and successes that no interview server sends: somebody else answered. */
      if (status < 400)
        return interview_failure_not_understood ();
    }
  return g_error_new_literal (INTERVIEW_ERROR, code, describe (code));
}

static gboolean
is_certificate_error (const GError *cause)
{
  return g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE);
}

/* An answer in plain HTTP to the beginning of TLS is of no kind in particular to GnuTLS. */
static gboolean
is_plain_error (const GError *cause)
{
  return g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_NOT_TLS) ||
         g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_MISC);
}

static gboolean
is_name_error (const GError *cause)
{
  return g_error_matches (cause, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND);
}

static GError *
describe_plain_server (InterviewEndpoint *endpoint)
{
  const char *host = interview_endpoint_get_host (endpoint);

  if (interview_endpoint_is_loopback (endpoint))
    return g_error_new (INTERVIEW_ERROR, INTERVIEW_ERROR_CERTIFICATE,
                        /* Translators: %s is the name of a server */
                        _ ("The server at “%s” speaks without encryption. It is on this computer, "
                           "so that is safe: add “?tls=no” to the address."),
                        host);
  return g_error_new (INTERVIEW_ERROR, INTERVIEW_ERROR_CERTIFICATE,
                      /* Translators: %s is the name of a server */
                      _ ("The server at “%s” does not answer with an encrypted connection, so "
                         "nothing was sent. Check the address, or ask for a new link."),
                      host);
}

/**
 * interview_failure_from_transport:
 * @cause: an error of libsoup or GIO
 * @endpoint: where the server is
 *
 * Returns: (transfer full): %G_IO_ERROR_CANCELLED as it is, else %INTERVIEW_ERROR_CERTIFICATE or
 *   %INTERVIEW_ERROR_NETWORK with a message for people
 */
GError *
interview_failure_from_transport (const GError *cause, InterviewEndpoint *endpoint)
{
  const char *host = interview_endpoint_get_host (endpoint);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (cause);
  g_debug ("%s: %s", host, cause->message);
  if (is_certificate_error (cause) && interview_endpoint_get_fingerprint (endpoint) != NULL)
    return g_error_new (INTERVIEW_ERROR, INTERVIEW_ERROR_CERTIFICATE,
                        /* Translators: %s is the name of a server */
                        _ ("The server at “%s” is not the one that the link was made for: its "
                           "certificate is another one. Nothing was sent. Ask your recruiter for a "
                           "new link, and do not go on if they know of no change."),
                        host);
  if (is_certificate_error (cause))
    return g_error_new (INTERVIEW_ERROR, INTERVIEW_ERROR_CERTIFICATE,
                        /* Translators: %s is the name of a server */
                        _ ("The server at “%s” cannot prove who it is, so nothing was sent. Check "
                           "the address and the date of this computer, or ask for a link that "
                           "contains the server’s fingerprint."),
                        host);
  if (is_plain_error (cause))
    return describe_plain_server (endpoint);
  if (is_name_error (cause))
    return g_error_new (INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK,
                        /* Translators: %s is the name of a server */
                        _ ("No server named “%s” was found. Check the address and your network "
                           "connection."),
                        host);
  return g_error_new (INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK,
                      /* Translators: %s is the name of a server */
                      _ ("The server at “%s” cannot be reached. Check your network connection, "
                         "then try again."),
                      host);
}

/**
 * interview_failure_too_slow:
 * @endpoint: where the server is
 *
 * Returns: (transfer full): %INTERVIEW_ERROR_NETWORK for an answer that did not come in time
 */
GError *
interview_failure_too_slow (InterviewEndpoint *endpoint)
{
  return g_error_new (INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK,
                      /* Translators: %s is the name of a server */
                      _ ("The server at “%s” takes too long to answer. Check your network "
                         "connection, then try again."),
                      interview_endpoint_get_host (endpoint));
}

/**
 * interview_failure_not_understood:
 *
 * Returns: (transfer full): %INTERVIEW_ERROR_NETWORK for an answer that no interview server gives,
 *   as from the sign-in page of a guest network
 */
GError *
interview_failure_not_understood (void)
{
  return g_error_new_literal (
      INTERVIEW_ERROR, INTERVIEW_ERROR_NETWORK,
      _ ("The answer did not come from an interview server that this program understands. Check "
         "the address, whether your network asks you to sign in first, and whether the program is "
         "up to date."));
}

/**
 * interview_failure_refuses_plain:
 *
 * Returns: (transfer full): %INTERVIEW_ERROR_CERTIFICATE for a link without encryption
 */
GError *
interview_failure_refuses_plain (void)
{
  return g_error_new_literal (
      INTERVIEW_ERROR, INTERVIEW_ERROR_CERTIFICATE,
      _ ("This link leads to a server on another computer without encryption, so it is not used. "
         "Ask for an encrypted link."));
}

/**
 * interview_failure_replaced:
 *
 * Returns: (transfer full): %INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE for a program whose place in a
 *   room was taken by another one of the same person
 */
GError *
interview_failure_replaced (void)
{
  return g_error_new_literal (INTERVIEW_ERROR, INTERVIEW_ERROR_SIGNED_IN_ELSEWHERE,
                              _ ("You have joined this interview on another computer, so this one "
                                 "has left it. To continue here, join again."));
}
