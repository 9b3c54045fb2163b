/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/ice-offer.h"

#include <gio/gio.h>
#include <string.h>

#include "core/error.h"
#include "core/ice-uri.h"
#include "core/protocol/limits.h"

/*
 * What the server tells programs of STUN and TURN. Who may use the TURN server is said by a name
 * that carries the end of its time and is signed with a secret that only this server and the TURN
 * server know (draft-uberti-behave-turn-rest-00), so that nobody keeps a way into the company’s
 * network that outlasts their interview for long. It names the room and the person, too: the log of
 * the TURN server shows who used it for what. All functions are pure.
 */

static GStrv
list (const char *uris)
{
  return g_strsplit_set (uris != NULL ? uris : "", " ,", -1);
}

static gboolean
check_uris (const char *uris, gboolean relays, guint *count, GError **error)
{
  g_auto (GStrv) items = list (uris);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autoptr (InterviewIceUri) uri = NULL;

      if (*items[i] == '\0')
        continue;
      (*count)++;
      uri = interview_ice_uri_parse (items[i], error);
      if (uri != NULL && uri->is_relay == relays)
        continue;
      if (error != NULL && *error == NULL)
        g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                     relays ? "“%s” is not a TURN server" : "“%s” is not a STUN server", items[i]);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_authority (const char *text, GError **error)
{
  g_autoptr (GTlsCertificate) authority = NULL;

  if (text == NULL)
    return TRUE;
  authority = g_tls_certificate_new_from_pem (text, -1, NULL);
  if (authority != NULL && strlen (text) <= INTERVIEW_LIMIT_ICE_AUTHORITY)
    return TRUE;
  g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                       "“authority” in [ice] is not the file of a certificate in PEM");
  return FALSE;
}

/**
 * interview_ice_offer_check:
 * @config: settings
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: whether those of STUN and TURN make sense
 */
gboolean
interview_ice_offer_check (const InterviewConfig *config, GError **error)
{
  guint n_stun = 0, n_turn = 0;

  if (!check_uris (config->ice_stun, FALSE, &n_stun, error) ||
      !check_uris (config->ice_turn, TRUE, &n_turn, error) ||
      !check_authority (config->ice_authority, error))
    return FALSE;
  if (n_stun + n_turn > INTERVIEW_LIMIT_ICE_SERVERS)
    g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                 "[ice] names more than %d servers", INTERVIEW_LIMIT_ICE_SERVERS);
  else if (n_turn > 0 && (config->ice_secret == NULL || *config->ice_secret == '\0'))
    g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                         "a TURN server needs its secret: “secret” in [ice], which is "
                         "“static-auth-secret” of coturn");
  else if (config->ice_relay_only && n_turn == 0)
    g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                         "“relay-only” in [ice] needs a TURN server");
  else
    return TRUE;

  return FALSE;
}

static char *
sign (const char *secret, const char *username)
{
  g_autoptr (GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA1, (const guchar *) secret, strlen (secret));
  guint8 digest[20];
  gsize length = sizeof digest;

  g_hmac_update (hmac, (const guchar *) username, -1);
  g_hmac_get_digest (hmac, digest, &length);

  return g_base64_encode (digest, length);
}

static void
add_servers (GPtrArray *servers, const char *uris, const char *username, const char *credential)
{
  g_auto (GStrv) items = list (uris);

  for (guint i = 0; items[i] != NULL; i++)
    if (*items[i] != '\0')
      g_ptr_array_add (servers,
                       g_object_new (INTERVIEW_TYPE_ICE_SERVER, "uri", items[i], "username",
                                     username, "credential", credential, NULL));
}

/**
 * interview_ice_offer_make:
 * @config: settings that were checked
 * @room_id: for the calls of which room
 * @person_id: who is told
 * @now: microseconds since 1970 in UTC
 *
 * Returns: (transfer full) (nullable): what they are told; %NULL if there are no servers
 */
InterviewIceSettings *
interview_ice_offer_make (const InterviewConfig *config,
                          const char *room_id,
                          const char *person_id,
                          gint64 now)
{
  g_autoptr (GPtrArray) servers = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 expires_at = 0;
  g_autofree char *username = NULL;
  g_autofree char *credential = NULL;

  add_servers (servers, config->ice_stun, NULL, NULL);
  if (config->ice_turn != NULL && config->ice_secret != NULL)
    {
      expires_at = now + config->ice_seconds * G_TIME_SPAN_SECOND;
      username = g_strdup_printf ("%" G_GINT64_FORMAT ":%s.%s",
                                  expires_at / (gint64) G_USEC_PER_SEC, room_id, person_id);
      credential = sign (config->ice_secret, username);
      add_servers (servers, config->ice_turn, username, credential);
    }
  if (servers->len == 0)
    return NULL;

  return g_object_new (INTERVIEW_TYPE_ICE_SETTINGS, "servers", servers, "relay-only",
                       config->ice_relay_only, "expires-at", expires_at, "authority",
                       config->ice_authority, NULL);
}
