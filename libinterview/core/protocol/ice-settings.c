/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/ice-settings.h"

#include "core/protocol/limits.h"

/*
 * InterviewIceSettings is how programs find a way to each other: by which servers, and whether only
 * through those that hand packets on.
 */
enum
{
  FIELD_SERVERS,
  FIELD_RELAY_ONLY,
  FIELD_EXPIRES_AT,
  FIELD_AUTHORITY,
};

static const InterviewField fields[] = {
  [FIELD_SERVERS] = { "servers", INTERVIEW_FIELD_RECORDS, TRUE, 0, INTERVIEW_LIMIT_ICE_SERVERS,
                      interview_ice_server_get_type },
  [FIELD_RELAY_ONLY] = { "relay_only", INTERVIEW_FIELD_BOOLEAN, FALSE, 0, 0, NULL },
  [FIELD_EXPIRES_AT] = { "expires_at", INTERVIEW_FIELD_TIME, FALSE, 0, 0, NULL },
  [FIELD_AUTHORITY] = { "authority", INTERVIEW_FIELD_STRING, FALSE, 0,
                        INTERVIEW_LIMIT_ICE_AUTHORITY, NULL },
};

INTERVIEW_DEFINE_RECORD (InterviewIceSettings, interview_ice_settings)

/**
 * interview_ice_settings_get_servers:
 *
 * Returns: (nullable) (transfer none) (element-type InterviewIceServer): the servers
 */
GPtrArray *
interview_ice_settings_get_servers (InterviewIceSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ICE_SETTINGS (self), NULL);

  return interview_record_get_records (INTERVIEW_RECORD (self), FIELD_SERVERS);
}

/**
 * interview_ice_settings_get_relay_only:
 *
 * Returns: whether packets only go through a TURN server, so that nobody learns the other’s
 *   address
 */
gboolean
interview_ice_settings_get_relay_only (InterviewIceSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ICE_SETTINGS (self), FALSE);

  return interview_record_get_boolean (INTERVIEW_RECORD (self), FIELD_RELAY_ONLY);
}

/**
 * interview_ice_settings_get_expires_at:
 *
 * Returns: until when the credentials hold, microseconds since 1970 in UTC; 0 if there are none
 */
gint64
interview_ice_settings_get_expires_at (InterviewIceSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ICE_SETTINGS (self), 0);

  return interview_record_get_integer (INTERVIEW_RECORD (self), FIELD_EXPIRES_AT);
}

/**
 * interview_ice_settings_get_authority:
 *
 * Returns: (transfer none) (nullable): a certificate in PEM; what it has signed is trusted of TURN
 *   servers that are reached by TLS, besides what the system trusts
 */
const char *
interview_ice_settings_get_authority (InterviewIceSettings *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ICE_SETTINGS (self), NULL);

  return interview_record_get_string (INTERVIEW_RECORD (self), FIELD_AUTHORITY);
}
