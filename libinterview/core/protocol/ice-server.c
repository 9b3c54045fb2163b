/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/ice-server.h"

#include "core/protocol/limits.h"

/*
 * InterviewIceServer is a server by which two programs find a way to each other: one that tells a
 * program its own address (STUN, RFC 8489), or one that hands packets on (TURN, RFC 8656).
 */
enum
{
  FIELD_URI,
  FIELD_USERNAME,
  FIELD_CREDENTIAL,
};

static const InterviewField fields[] = {
  [FIELD_URI] = { "uri", INTERVIEW_FIELD_STRING, TRUE, 1, INTERVIEW_LIMIT_ICE_URI, NULL },
  [FIELD_USERNAME] = { "username", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_ICE_SECRET,
                       NULL },
  [FIELD_CREDENTIAL] = { "credential", INTERVIEW_FIELD_STRING, FALSE, 0, INTERVIEW_LIMIT_ICE_SECRET,
                         NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewIceServer, interview_ice_server)

/**
 * interview_ice_server_get_uri:
 *
 * Returns: (transfer none): where it is, by RFC 7064 or RFC 7065
 */
const char *
interview_ice_server_get_uri (InterviewIceServer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ICE_SERVER (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_URI);
}

/**
 * interview_ice_server_get_username:
 *
 * Returns: (transfer none) (nullable): for TURN
 */
const char *
interview_ice_server_get_username (InterviewIceServer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ICE_SERVER (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_USERNAME);
}

/**
 * interview_ice_server_get_credential:
 *
 * Returns: (transfer none) (nullable): for TURN
 */
const char *
interview_ice_server_get_credential (InterviewIceServer *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ICE_SERVER (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_CREDENTIAL);
}
