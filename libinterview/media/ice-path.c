/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/ice-path.h"

#include <gst/webrtc/webrtc.h>
#include <nice/agent.h>

#include "media/turn-tunnel.h"

/* How often a wait for a thread looks whether it is still there. */
#define LOOK_MICROSECONDS (20 * G_TIME_SPAN_MILLISECOND)

/*
 * InterviewIcePath is by which servers a webrtcbin finds its way to the other side. It tells it of
 * them before it negotiates, brings TLS to those that are reached by it, and gives back what the
 * webrtcbin got of them when it is not used any more.
 *
 * The peer link owns it; main context only.
 */
struct _InterviewIcePath
{
  GObject parent_instance;

  GstElement *webrtcbin;
  GPtrArray *tunnels;
  gboolean has_relay;
};

G_DEFINE_FINAL_TYPE (InterviewIcePath, interview_ice_path, G_TYPE_OBJECT)

static void
interview_ice_path_finalize (GObject *object)
{
  InterviewIcePath *self = INTERVIEW_ICE_PATH (object);

  gst_clear_object (&self->webrtcbin);
  g_ptr_array_unref (self->tunnels);

  G_OBJECT_CLASS (interview_ice_path_parent_class)->finalize (object);
}

static void
interview_ice_path_class_init (InterviewIcePathClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = interview_ice_path_finalize;
}

static void
interview_ice_path_init (InterviewIcePath *self)
{
  self->tunnels = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * interview_ice_path_describe:
 * @server: what the server named
 * @uri: where it is; webrtcbin has no TLS, so not a secure one
 *
 * Returns: (transfer full) (nullable): the same as webrtcbin wants it, with name and password
 *   inside; %NULL if a relay has none
 */
char *
interview_ice_path_describe (InterviewIceServer *server, const InterviewIceUri *uri)
{
  const char *username = interview_ice_server_get_username (server);
  const char *credential = interview_ice_server_get_credential (server);
  gboolean literal = strchr (uri->host, ':') != NULL;
  g_autofree char *host = g_strdup_printf (literal ? "[%s]" : "%s", uri->host);
  g_autofree char *name = NULL;
  g_autofree char *password = NULL;

  if (!uri->is_relay)
    return g_strdup_printf ("stun://%s:%u", host, uri->port);
  if (username == NULL || credential == NULL)
    return NULL;
  name = g_uri_escape_string (username, NULL, FALSE);
  password = g_uri_escape_string (credential, NULL, FALSE);

  return g_strdup_printf ("turn://%s:%s@%s:%u?transport=%s", name, password, host, uri->port,
                          uri->is_tcp ? "tcp" : "udp");
}

static GTlsCertificate *
read_authority (InterviewIceSettings *settings)
{
  const char *text = interview_ice_settings_get_authority (settings);
  g_autoptr (GError) error = NULL;
  GTlsCertificate *authority;

  if (text == NULL)
    return NULL;
  authority = g_tls_certificate_new_from_pem (text, -1, &error);
  if (authority == NULL)
    g_info ("the authority for TURN servers: %s", error->message);

  return authority;
}

/* Has a server that is reached by TLS be reached without it, on this machine. */
static gboolean
add_tunnel (InterviewIcePath *self, InterviewIceUri *uri, InterviewIceSettings *settings)
{
  g_autoptr (GTlsCertificate) authority = read_authority (settings);
  g_autoptr (GError) error = NULL;
  InterviewTurnTunnel *tunnel = interview_turn_tunnel_new (uri->host, uri->port, authority, &error);

  if (tunnel == NULL)
    {
      g_info ("no tunnel to a TURN server: %s", error->message);
      return FALSE;
    }
  g_ptr_array_add (self->tunnels, tunnel);
  g_free (uri->host);
  uri->host = g_strdup ("127.0.0.1");
  uri->port = interview_turn_tunnel_get_port (tunnel);
  uri->is_secure = FALSE;

  return TRUE;
}

static void
add_server (InterviewIcePath *self, InterviewIceServer *server, InterviewIceSettings *settings)
{
  g_autoptr (InterviewIceUri) uri =
      interview_ice_uri_parse (interview_ice_server_get_uri (server), NULL);
  g_autofree char *text = NULL;
  gboolean added;

  if (uri != NULL && (!uri->is_secure || add_tunnel (self, uri, settings)))
    text = interview_ice_path_describe (server, uri);
  if (text == NULL)
    g_info ("the server named a STUN or TURN server that cannot be used");
  else if (uri->is_relay)
    {
      g_signal_emit_by_name (self->webrtcbin, "add-turn-server", text, &added);
      self->has_relay = TRUE;
    }
  else
    g_object_set (self->webrtcbin, "stun-server", text, NULL);
}

/**
 * interview_ice_path_new:
 * @webrtcbin: (transfer none): before it negotiates
 * @settings: (nullable) (transfer none): what the server said
 *
 * Returns: (transfer full): has it find a way by these servers
 */
InterviewIcePath *
interview_ice_path_new (GstElement *webrtcbin, InterviewIceSettings *settings)
{
  InterviewIcePath *self;
  GPtrArray *servers = settings != NULL ? interview_ice_settings_get_servers (settings) : NULL;

  g_return_val_if_fail (GST_IS_ELEMENT (webrtcbin), NULL);

  self = g_object_new (INTERVIEW_TYPE_ICE_PATH, NULL);
  self->webrtcbin = gst_object_ref (webrtcbin);
  for (guint i = 0; servers != NULL && i < servers->len; i++)
    add_server (self, g_ptr_array_index (servers, i), settings);
  if (settings != NULL && interview_ice_settings_get_relay_only (settings))
    g_object_set (webrtcbin, "ice-transport-policy", GST_WEBRTC_ICE_TRANSPORT_POLICY_RELAY, NULL);

  return self;
}

/**
 * interview_ice_path_has_relay:
 *
 * Returns: whether there is a relay among the servers
 */
gboolean
interview_ice_path_has_relay (InterviewIcePath *self)
{
  g_return_val_if_fail (INTERVIEW_IS_ICE_PATH (self), FALSE);

  return self->has_relay;
}

/* A place in what a thread does that another one waits for. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean passed;
} Milestone;

static gboolean
on_milestone (gpointer user_data)
{
  Milestone *milestone = user_data;

  g_mutex_lock (&milestone->mutex);
  milestone->passed = TRUE;
  g_cond_signal (&milestone->cond);
  g_mutex_unlock (&milestone->mutex);

  return G_SOURCE_REMOVE;
}

/* Waits until what runs on the context now is over; its thread does not wait for this one. From
 * GStreamer 1.28 on that thread may end at any time before, and nothing runs on it any more. */
static void
wait_for_context (GMainContext *context)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Milestone milestone = { 0 };

  g_mutex_init (&milestone.mutex);
  g_cond_init (&milestone.cond);
  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_callback (source, on_milestone, &milestone, NULL);
  g_source_attach (source, context);
  g_mutex_lock (&milestone.mutex);
  while (!milestone.passed)
    {
      gint64 next_look = g_get_monotonic_time () + LOOK_MICROSECONDS;

      if (!g_cond_wait_until (&milestone.cond, &milestone.mutex, next_look) &&
          g_main_context_acquire (context))
        {
          g_source_destroy (source);
          g_main_context_release (context);
          break;
        }
    }
  g_mutex_unlock (&milestone.mutex);
  g_cond_clear (&milestone.cond);
  g_mutex_clear (&milestone.mutex);
}

/* GStreamer 1.22 walks over the transports of a webrtcbin when gathering ends, while those may be
 * let go of on another thread. Its handlers disconnect themselves later. */
static void
silence (NiceAgent *agent)
{
  const GSignalMatchType match = G_SIGNAL_MATCH_ID | G_SIGNAL_MATCH_UNBLOCKED;
  g_autofree guint *ids = NULL;
  GMainContext *context = NULL;
  guint n_ids;

  ids = g_signal_list_ids (NICE_TYPE_AGENT, &n_ids);
  for (guint i = 0; i < n_ids; i++)
    {
      gulong handler;

      while ((handler = g_signal_handler_find (agent, match, ids[i], 0, NULL, NULL, NULL)) != 0)
        g_signal_handler_block (agent, handler);
    }
  g_object_get (agent, "main-context", &context, NULL);
  if (context != NULL)
    wait_for_context (context);
}

/* What is needed until the places are given back: the agent is driven by a thread of the object
 * that has it, and may reach the server by a tunnel. */
typedef struct
{
  InterviewIcePath *path;
  GstObject *ice;
} Farewell;

static void
on_given_back (GObject *agent, GAsyncResult *result, gpointer user_data)
{
  Farewell *farewell = user_data;

  gst_object_unref (farewell->ice);
  g_object_unref (farewell->path);
  g_free (farewell);
}

/**
 * interview_ice_path_close:
 *
 * Lets go of the webrtcbin, which stands still by now, and gives its places on TURN servers back,
 * which would else be kept for up to ten minutes (RFC 8656, section 2.2): webrtcbin does not. Goes
 * on for a moment after the webrtcbin is gone, and is given up when the main context does not run
 * any more.
 */
void
interview_ice_path_close (InterviewIcePath *self)
{
  g_autoptr (GstElement) webrtcbin = NULL;
  g_autoptr (GstObject) ice = NULL;
  g_autoptr (GObject) agent = NULL;
  Farewell *farewell;

  g_return_if_fail (INTERVIEW_IS_ICE_PATH (self));

  webrtcbin = g_steal_pointer (&self->webrtcbin);
  if (webrtcbin == NULL)
    return;
  g_object_get (webrtcbin, "ice-agent", &ice, NULL);
  if (ice != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (ice), "agent") != NULL)
    g_object_get (ice, "agent", &agent, NULL);
  if (!NICE_IS_AGENT (agent))
    return;

  silence (NICE_AGENT (agent));
  if (!self->has_relay)
    return;
  farewell = g_new0 (Farewell, 1);
  farewell->path = g_object_ref (self);
  farewell->ice = g_steal_pointer (&ice);
  nice_agent_close_async (NICE_AGENT (agent), on_given_back, farewell);
}
