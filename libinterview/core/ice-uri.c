/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/ice-uri.h"

#include <string.h>

#include "core/error.h"

#define PORT 3478
#define PORT_SECURE 5349

/* stun:host[:port] (RFC 7064), turn:host[:port][?transport=udp|tcp] and turns: (RFC 7065). */

static gboolean
is_host (const char *text)
{
  if (*text == '\0' || strlen (text) > 255)
    return FALSE;
  for (; *text != '\0'; text++)
    if (!g_ascii_isalnum (*text) && strchr (".-:", *text) == NULL)
      return FALSE;

  return TRUE;
}

/* Takes the port off the end of a host; an address of IPv6 is in brackets. */
static gboolean
split_port (InterviewIceUri *self, char *text)
{
  char *end = NULL;
  char *colon;
  guint64 port;

  if (*text == '[')
    {
      end = strchr (text, ']');
      if (end == NULL || (end[1] != '\0' && end[1] != ':'))
        return FALSE;
      *end = '\0';
      colon = end[1] == ':' ? end + 1 : NULL;
      text++;
    }
  else
    colon = strchr (text, ':');
  if (colon != NULL)
    {
      if (!g_ascii_string_to_unsigned (colon + 1, 10, 1, G_MAXUINT16, &port, NULL))
        return FALSE;
      self->port = port;
      *colon = '\0';
    }
  self->host = g_strdup (text);

  return is_host (self->host);
}

static gboolean
read_scheme (InterviewIceUri *self, const char *scheme)
{
  self->is_relay = g_str_has_prefix (scheme, "turn");
  self->is_secure = g_str_equal (scheme, "turns");
  self->is_tcp = self->is_secure;
  self->port = self->is_secure ? PORT_SECURE : PORT;

  return g_str_equal (scheme, "stun") || g_str_equal (scheme, "turn") || self->is_secure;
}

static gboolean
read_transport (InterviewIceUri *self, const char *query)
{
  if (query == NULL)
    return TRUE;
  if (!self->is_relay)
    return FALSE;
  self->is_tcp = g_str_equal (query, "transport=tcp");

  return self->is_tcp || (g_str_equal (query, "transport=udp") && !self->is_secure);
}

/**
 * interview_ice_uri_parse:
 * @text: what somebody wrote, or a server sent
 * @error: %INTERVIEW_ERROR_INVALID if it is not the URI of such a server
 *
 * Returns: (transfer full) (nullable): what it says
 */
InterviewIceUri *
interview_ice_uri_parse (const char *text, GError **error)
{
  g_autoptr (InterviewIceUri) self = g_new0 (InterviewIceUri, 1);
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) place = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  parts = g_strsplit (text, ":", 2);
  if (g_strv_length (parts) == 2 && read_scheme (self, parts[0]))
    {
      place = g_strsplit (parts[1], "?", 2);
      if (place[0] != NULL && read_transport (self, place[1]) && split_port (self, place[0]))
        return g_steal_pointer (&self);
    }
  g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
               "“%s” is not the address of a STUN or TURN server. Write it as stun:host:port, "
               "turn:host:port?transport=tcp or turns:host:port",
               text);
  return NULL;
}

/**
 * interview_ice_uri_free:
 *
 * Frees it.
 */
void
interview_ice_uri_free (InterviewIceUri *self)
{
  g_free (self->host);
  g_free (self);
}
