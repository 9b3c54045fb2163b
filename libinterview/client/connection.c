/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "client/connection-private.h"

#include <string.h>

#include "client/certificate-pin.h"
#include "client/failure.h"
#include "core/error.h"
#include "core/protocol/limits.h"

/* A person at a window takes an answer after longer than this for a hang. */
#define DEFAULT_TIME_LIMIT 20000
/* One for the event socket, the others for a page that loads several things at once. */
#define CONNECTIONS_PER_HOST 6
#define MAX_LANGUAGES 8

/*
 * InterviewConnection is the way to one server: where it is, who is signed in, and in which
 * languages content is wanted. A program makes one for each sign-in and hands it to the request,
 * event channel, list and cache objects, which use it on the main context that it was made on.
 *
 * Plain HTTP goes to the same machine only, unless `insecure` says otherwise. Where the endpoint
 * has a fingerprint, exactly the certificate with that fingerprint is trusted. Redirects are not
 * followed, cookies not kept, compressed bodies not accepted.
 *
 * Signal `signed-out` (#GError): an answer said that the token is no longer good; emitted once for
 * each token.
 */
struct _InterviewConnection
{
  GObject parent_instance;

  InterviewEndpoint *endpoint;
  char *token;
  char *accept_language;
  gboolean insecure;
  gboolean online;
  guint panel_limit;
  gboolean signed_out;
  guint time_limit;
  SoupSession *session;
};

enum
{
  PROP_0,
  PROP_ENDPOINT,
  PROP_TOKEN,
  PROP_ONLINE,
  N_PROPS,
};

enum
{
  SIGNAL_SIGNED_OUT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InterviewConnection, interview_connection, G_TYPE_OBJECT)

static void
interview_connection_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  InterviewConnection *self = INTERVIEW_CONNECTION (object);

  switch (prop_id)
    {
    case PROP_ENDPOINT:
      g_value_set_object (value, self->endpoint);
      break;
    case PROP_TOKEN:
      g_value_set_string (value, self->token);
      break;
    case PROP_ONLINE:
      g_value_set_boolean (value, self->online);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
interview_connection_finalize (GObject *object)
{
  InterviewConnection *self = INTERVIEW_CONNECTION (object);

  soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->endpoint);
  g_free (self->token);
  g_free (self->accept_language);

  G_OBJECT_CLASS (interview_connection_parent_class)->finalize (object);
}

static void
interview_connection_class_init (InterviewConnectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = interview_connection_finalize;
  object_class->get_property = interview_connection_get_property;

  properties[PROP_ENDPOINT] =
      g_param_spec_object ("endpoint", NULL, NULL, INTERVIEW_TYPE_ENDPOINT, flags);
  properties[PROP_TOKEN] = g_param_spec_string ("token", NULL, NULL, NULL, flags);
  properties[PROP_ONLINE] = g_param_spec_boolean ("online", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_SIGNED_OUT] =
      g_signal_new ("signed-out", INTERVIEW_TYPE_CONNECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
interview_connection_init (InterviewConnection *self)
{
  self->online = TRUE;
  self->time_limit = DEFAULT_TIME_LIMIT;
}

/* "zh_CN" and "zh-CN" become "zh-CN"; names with a character set or a variant are repetitions. */
static char *
language_to_tag (const char *language)
{
  char *tag;

  if (g_str_equal (language, "C") || g_str_equal (language, "POSIX"))
    return g_strdup ("en");
  if (*language == '\0' || strlen (language) > 16)
    return NULL;
  for (const char *c = language; *c != '\0'; c++)
    {
      if (!g_ascii_isalnum (*c) && *c != '_' && *c != '-')
        return NULL;
    }
  tag = g_strdup (language);
  return g_strdelimit (tag, "_", '-');
}

static char *
format_accept_language (const char *const *languages)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; languages != NULL && languages[i] != NULL && tags->len < MAX_LANGUAGES; i++)
    {
      g_autofree char *tag = language_to_tag (languages[i]);

      if (tag != NULL && !g_ptr_array_find_with_equal_func (tags, tag, g_str_equal, NULL))
        g_ptr_array_add (tags, g_steal_pointer (&tag));
    }
  for (guint i = 0; i < tags->len; i++)
    {
      if (i == 0)
        g_string_append (text, g_ptr_array_index (tags, i));
      else
        g_string_append_printf (text, ", %s;q=0.%u", (char *) g_ptr_array_index (tags, i), 10 - i);
    }
  return g_string_free (text, FALSE);
}

static SoupSession *
make_session (InterviewEndpoint *endpoint)
{
  const char *fingerprint = interview_endpoint_get_fingerprint (endpoint);
  SoupSession *session =
      soup_session_new_with_options ("max-conns-per-host", CONNECTIONS_PER_HOST, "user-agent",
                                     "interview/" INTERVIEW_VERSION, NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_WEBSOCKET_EXTENSION_MANAGER);
  if (interview_endpoint_is_loopback (endpoint))
    soup_session_set_proxy_resolver (session, NULL);
  if (fingerprint != NULL)
    {
      g_autoptr (InterviewCertificatePin) pin = interview_certificate_pin_new (fingerprint);

      soup_session_set_tls_database (session, G_TLS_DATABASE (pin));
    }
  return session;
}

/**
 * interview_connection_new:
 * @endpoint: (transfer none): where the server is
 * @token: (nullable): proves who is signed in
 * @languages: (nullable): names of languages for content, best first, as from
 *   g_get_language_names()
 * @insecure: allow plain HTTP to another machine
 *
 * Nothing is sent before the first request.
 *
 * Returns: (transfer full): a new connection
 */
InterviewConnection *
interview_connection_new (InterviewEndpoint *endpoint,
                          const char *token,
                          const char *const *languages,
                          gboolean insecure)
{
  InterviewConnection *self;

  g_return_val_if_fail (INTERVIEW_IS_ENDPOINT (endpoint), NULL);

  self = g_object_new (INTERVIEW_TYPE_CONNECTION, NULL);
  self->endpoint = g_object_ref (endpoint);
  self->token = g_strdup (token);
  self->accept_language = format_accept_language (languages);
  self->insecure = insecure;
  self->session = make_session (endpoint);
  return self;
}

/**
 * interview_connection_get_endpoint:
 *
 * Returns: (transfer none): where the server is
 */
InterviewEndpoint *
interview_connection_get_endpoint (InterviewConnection *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONNECTION (self), NULL);

  return self->endpoint;
}

/**
 * interview_connection_get_token:
 *
 * Returns: (transfer none) (nullable): the token that is sent
 */
const char *
interview_connection_get_token (InterviewConnection *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONNECTION (self), NULL);

  return self->token;
}

/**
 * interview_connection_set_token:
 * @token: (nullable): the token that is sent from now on
 */
void
interview_connection_set_token (InterviewConnection *self, const char *token)
{
  g_return_if_fail (INTERVIEW_IS_CONNECTION (self));

  if (g_strcmp0 (self->token, token) == 0)
    return;
  g_free (self->token);
  self->token = g_strdup (token);
  self->signed_out = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOKEN]);
}

/**
 * interview_connection_get_insecure:
 *
 * Returns: whether plain HTTP to another machine is allowed
 */
gboolean
interview_connection_get_insecure (InterviewConnection *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONNECTION (self), FALSE);

  return self->insecure;
}

/**
 * interview_connection_get_online:
 *
 * Returns: whether the last attempt reached the server; %TRUE before the first one
 */
gboolean
interview_connection_get_online (InterviewConnection *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONNECTION (self), FALSE);

  return self->online;
}

/**
 * interview_connection_set_time_limit:
 * @milliseconds: how long one attempt of a request may take from beginning to end
 */
void
interview_connection_set_time_limit (InterviewConnection *self, guint milliseconds)
{
  g_return_if_fail (INTERVIEW_IS_CONNECTION (self));
  g_return_if_fail (milliseconds > 0);

  self->time_limit = milliseconds;
}

/**
 * interview_connection_get_time_limit:
 *
 * Returns: milliseconds, as set by interview_connection_set_time_limit()
 */
guint
interview_connection_get_time_limit (InterviewConnection *self)
{
  return self->time_limit;
}

/**
 * interview_connection_get_session:
 *
 * Returns: (transfer none): the HTTP session, for the files of this folder
 */
SoupSession *
interview_connection_get_session (InterviewConnection *self)
{
  return self->session;
}

/**
 * interview_connection_renew:
 *
 * What is asked from now on goes by new connections: those that were kept open may lead nowhere.
 */
void
interview_connection_renew (InterviewConnection *self)
{
  g_object_unref (self->session);
  self->session = make_session (self->endpoint);
}

/**
 * interview_connection_set_online:
 * @online: whether the server was just reached
 */
void
interview_connection_set_online (InterviewConnection *self, gboolean online)
{
  if (self->online == online)
    return;
  self->online = online;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLINE]);
}

/**
 * interview_connection_set_panel_limit:
 * @limit: how many recruiters a room may have, 0 if the server does not say
 */
void
interview_connection_set_panel_limit (InterviewConnection *self, guint limit)
{
  self->panel_limit = limit;
}

/**
 * interview_connection_get_panel_limit:
 *
 * Returns: how many recruiters a room may have, as the server said last
 */
guint
interview_connection_get_panel_limit (InterviewConnection *self)
{
  g_return_val_if_fail (INTERVIEW_IS_CONNECTION (self), 0);

  return self->panel_limit > 0 ? self->panel_limit : INTERVIEW_LIMIT_MESH - 1;
}

/**
 * interview_connection_report_signed_out:
 * @token: (nullable): the token that was refused
 * @error: why, for people
 *
 * Emits `signed-out` unless another token has taken its place or it was emitted already.
 */
void
interview_connection_report_signed_out (InterviewConnection *self,
                                        const char *token,
                                        const GError *error)
{
  if (token == NULL || self->signed_out || g_strcmp0 (token, self->token) != 0)
    return;
  self->signed_out = TRUE;
  g_signal_emit (self, signals[SIGNAL_SIGNED_OUT], 0, error);
}

/**
 * interview_connection_new_message:
 * @method: HTTP method
 * @scheme: "http" or "ws"
 * @path: path and query
 * @error: return location; %INTERVIEW_ERROR_CERTIFICATE if it would go unencrypted to another
 *   machine
 *
 * Returns: (transfer full): a message with the headers that each one has, or %NULL
 */
SoupMessage *
interview_connection_new_message (InterviewConnection *self,
                                  const char *method,
                                  const char *scheme,
                                  const char *path,
                                  GError **error)
{
  g_autofree char *uri = interview_endpoint_to_uri (self->endpoint, scheme, path);
  SoupMessageHeaders *headers;
  SoupMessage *message;

  if (!interview_endpoint_get_tls (self->endpoint) && !self->insecure &&
      !interview_endpoint_is_loopback (self->endpoint))
    {
      g_propagate_error (error, interview_failure_refuses_plain ());
      return NULL;
    }
  message = soup_message_new (method, uri);
  if (message == NULL)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID, uri);
      return NULL;
    }
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  headers = soup_message_get_request_headers (message);
  if (*self->accept_language != '\0')
    soup_message_headers_replace (headers, "Accept-Language", self->accept_language);
  if (self->token != NULL)
    {
      g_autofree char *bearer = g_strconcat ("Bearer ", self->token, NULL);

      soup_message_headers_replace (headers, "Authorization", bearer);
    }
  return message;
}
