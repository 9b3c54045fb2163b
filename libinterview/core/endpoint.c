/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/endpoint.h"

#include <gio/gio.h>
#include <string.h>

#include "core/error.h"

#define DEFAULT_TLS_PORT 443
#define DEFAULT_PLAIN_PORT 8700
#define MAX_HOST_LENGTH 253
#define FINGERPRINT_LENGTH 64 /* SHA-256 in hexadecimal */

/*
 * InterviewEndpoint says where a server is and how it proves who it is: host, port, TLS or not,
 * and for a company without a public certificate the SHA-256 fingerprint of its certificate.
 * Plain HTTP is only for the same machine. Immutable; may be read from any thread.
 *
 * As text: `host`, `host:port`, `[v6]:port`, followed by `?fingerprint=HEX` or `?tls=no`. People
 * also paste `https://host:port/` and `http://host:port`, which is what the server prints when it
 * starts; these are read as `host:port` and `host:port?tls=no`.
 */
struct _InterviewEndpoint
{
  GObject parent_instance;

  char *host;
  guint16 port;
  gboolean tls;
  char *fingerprint;
};

G_DEFINE_FINAL_TYPE (InterviewEndpoint, interview_endpoint, G_TYPE_OBJECT)

static void
interview_endpoint_finalize (GObject *object)
{
  InterviewEndpoint *self = INTERVIEW_ENDPOINT (object);

  g_free (self->host);
  g_free (self->fingerprint);

  G_OBJECT_CLASS (interview_endpoint_parent_class)->finalize (object);
}

static void
interview_endpoint_class_init (InterviewEndpointClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_endpoint_finalize;
}

static void
interview_endpoint_init (InterviewEndpoint *self)
{
}

/**
 * interview_endpoint_new:
 * @host: name or address, without brackets
 * @port: port, 0 for the usual one
 * @tls: whether the server speaks TLS
 * @fingerprint: (nullable): SHA-256 of its certificate as 64 hexadecimal digits, if it is to be
 *   trusted by that
 *
 * Returns: (transfer full): a new endpoint
 */
InterviewEndpoint *
interview_endpoint_new (const char *host, guint16 port, gboolean tls, const char *fingerprint)
{
  InterviewEndpoint *self;

  g_return_val_if_fail (host != NULL, NULL);

  self = g_object_new (INTERVIEW_TYPE_ENDPOINT, NULL);
  self->host = g_ascii_strdown (host, -1);
  self->port = port != 0 ? port : (tls ? DEFAULT_TLS_PORT : DEFAULT_PLAIN_PORT);
  self->tls = tls;
  self->fingerprint = fingerprint != NULL ? g_ascii_strdown (fingerprint, -1) : NULL;
  return self;
}

static gboolean
fingerprint_is_valid (const char *text)
{
  return strlen (text) == FINGERPRINT_LENGTH &&
         strspn (text, "0123456789abcdefABCDEF") == FINGERPRINT_LENGTH;
}

static gboolean
host_is_valid (const char *host)
{
  if (*host == '\0' || strlen (host) > MAX_HOST_LENGTH)
    return FALSE;
  if (g_hostname_is_ip_address (host))
    return TRUE;
  for (const char *c = host; *c != '\0'; c++)
    {
      if (!g_ascii_isalnum (*c) && *c != '-' && *c != '.')
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_query (const char *query, gboolean *tls, char **fingerprint)
{
  g_auto (GStrv) pairs = g_strsplit (query, "&", 4);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      if (g_str_equal (pairs[i], "tls=no"))
        *tls = FALSE;
      else if (g_str_has_prefix (pairs[i], "fingerprint=") &&
               fingerprint_is_valid (pairs[i] + 12) && *fingerprint == NULL)
        *fingerprint = g_strdup (pairs[i] + 12);
      else
        return FALSE;
    }
  return TRUE;
}

/* Returns the text without the scheme and the slash of a URI; sets @tls when the scheme says so. */
static char *
strip_scheme (const char *text, gboolean *tls)
{
  gsize length;

  if (g_ascii_strncasecmp (text, "https://", 8) == 0)
    text += 8;
  else if (g_ascii_strncasecmp (text, "http://", 7) == 0)
    {
      text += 7;
      *tls = FALSE;
    }
  else
    return g_strdup (text);
  length = strcspn (text, "?");
  if (length > 0 && text[length - 1] == '/')
    return g_strdup_printf ("%.*s%s", (int) length - 1, text, text + length);
  return g_strdup (text);
}

/**
 * interview_endpoint_parse:
 * @text: text from a person or a link
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: (transfer full): the endpoint, or %NULL
 */
InterviewEndpoint *
interview_endpoint_parse (const char *text, GError **error)
{
  gboolean tls = TRUE;
  g_autofree char *bare = strip_scheme (text, &tls);
  g_auto (GStrv) parts = g_strsplit (bare, "?", 2);
  g_autoptr (GSocketConnectable) address = NULL;
  g_autofree char *fingerprint = NULL;
  gboolean valid = parts[0] != NULL && *parts[0] != '\0' && strpbrk (parts[0], "/@# \t\n%") == NULL;

  if (valid && parts[1] != NULL)
    valid = read_query (parts[1], &tls, &fingerprint) && (tls || fingerprint == NULL);
  if (valid)
    {
      guint16 port = tls ? DEFAULT_TLS_PORT : DEFAULT_PLAIN_PORT;

      address = g_network_address_parse (parts[0], port, NULL);
      valid = address != NULL &&
              host_is_valid (g_network_address_get_hostname (G_NETWORK_ADDRESS (address))) &&
              g_network_address_get_port (G_NETWORK_ADDRESS (address)) != 0;
    }
  if (!valid)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "this is not the address of a server");
      return NULL;
    }
  return interview_endpoint_new (g_network_address_get_hostname (G_NETWORK_ADDRESS (address)),
                                 g_network_address_get_port (G_NETWORK_ADDRESS (address)), tls,
                                 fingerprint);
}

/**
 * interview_endpoint_get_host:
 *
 * Returns: (transfer none): name or address, without brackets
 */
const char *
interview_endpoint_get_host (InterviewEndpoint *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ENDPOINT (self), NULL);

  return self->host;
}

/**
 * interview_endpoint_get_port:
 *
 * Returns: the TCP port
 */
guint16
interview_endpoint_get_port (InterviewEndpoint *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ENDPOINT (self), 0);

  return self->port;
}

/**
 * interview_endpoint_get_tls:
 *
 * Returns: whether the server speaks TLS
 */
gboolean
interview_endpoint_get_tls (InterviewEndpoint *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ENDPOINT (self), FALSE);

  return self->tls;
}

/**
 * interview_endpoint_get_fingerprint:
 *
 * Returns: (nullable) (transfer none): SHA-256 of the certificate in lower-case hexadecimal
 */
const char *
interview_endpoint_get_fingerprint (InterviewEndpoint *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ENDPOINT (self), NULL);

  return self->fingerprint;
}

/**
 * interview_endpoint_is_loopback:
 *
 * Returns: whether the server is on the same machine, the one place for plain HTTP
 */
gboolean
interview_endpoint_is_loopback (InterviewEndpoint *self)
{
  g_autoptr (GInetAddress) address = NULL;

  g_return_val_if_fail (INTERVIEW_IS_ENDPOINT (self), FALSE);

  if (g_str_equal (self->host, "localhost"))
    return TRUE;
  address = g_inet_address_new_from_string (self->host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

/**
 * interview_endpoint_to_uri:
 * @scheme: "http" or "ws"; an "s" is added where the server speaks TLS
 * @path: path and query, beginning with a slash
 *
 * Returns: (transfer full): the URI
 */
char *
interview_endpoint_to_uri (InterviewEndpoint *self, const char *scheme, const char *path)
{
  gboolean v6;

  g_return_val_if_fail (INTERVIEW_IS_ENDPOINT (self), NULL);

  v6 = strchr (self->host, ':') != NULL;
  return g_strdup_printf ("%s%s://%s%s%s:%u%s", scheme, self->tls ? "s" : "", v6 ? "[" : "",
                          self->host, v6 ? "]" : "", self->port, path);
}

/**
 * interview_endpoint_to_text:
 *
 * Returns: (transfer full): text that interview_endpoint_parse() reads
 */
char *
interview_endpoint_to_text (InterviewEndpoint *self)
{
  gboolean v6;

  g_return_val_if_fail (INTERVIEW_IS_ENDPOINT (self), NULL);

  v6 = strchr (self->host, ':') != NULL;
  return g_strdup_printf ("%s%s%s:%u%s%s%s", v6 ? "[" : "", self->host, v6 ? "]" : "", self->port,
                          self->tls ? "" : "?tls=no",
                          self->fingerprint != NULL ? "?fingerprint=" : "",
                          self->fingerprint != NULL ? self->fingerprint : "");
}
