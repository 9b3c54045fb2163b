/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#define G_LOG_DOMAIN "interview-media"

#include "media/ice-path.h"

#include <gst/webrtc/webrtc.h>
#include <nice/agent.h>

#include "core/ice-uri.h"

/* Tells webrtcbin of the servers by which it finds a way to the other side, and gives back what it
 * got of them. */

/**
 * interview_ice_path_describe:
 * @server: what the server named
 *
 * Returns: (transfer full) (nullable): the same as webrtcbin wants it, with name and password
 *   inside; %NULL if it makes no sense
 */
char *
interview_ice_path_describe (InterviewIceServer *server)
{
  g_autoptr (InterviewIceUri) uri =
      interview_ice_uri_parse (interview_ice_server_get_uri (server), NULL);
  const char *username = interview_ice_server_get_username (server);
  const char *credential = interview_ice_server_get_credential (server);
  gboolean literal;
  g_autofree char *host = NULL;
  g_autofree char *name = NULL;
  g_autofree char *password = NULL;

  if (uri == NULL)
    return NULL;
  literal = strchr (uri->host, ':') != NULL;
  host = g_strdup_printf (literal ? "[%s]" : "%s", uri->host);
  if (!uri->is_relay)
    return g_strdup_printf ("stun://%s:%u", host, uri->port);
  if (username == NULL || credential == NULL)
    return NULL;
  name = g_uri_escape_string (username, NULL, FALSE);
  password = g_uri_escape_string (credential, NULL, FALSE);

  return g_strdup_printf ("%s://%s:%s@%s:%u?transport=%s", uri->is_secure ? "turns" : "turn", name,
                          password, host, uri->port, uri->is_tcp ? "tcp" : "udp");
}

/**
 * interview_ice_path_configure:
 * @webrtcbin: (transfer none): before it negotiates
 * @settings: (nullable) (transfer none): what the server said
 *
 * Has it find a way by these servers.
 *
 * Returns: whether there is a relay among them
 */
gboolean
interview_ice_path_configure (GstElement *webrtcbin, InterviewIceSettings *settings)
{
  GPtrArray *servers = settings != NULL ? interview_ice_settings_get_servers (settings) : NULL;
  gboolean has_relay = FALSE;
  gboolean added;

  for (guint i = 0; servers != NULL && i < servers->len; i++)
    {
      g_autofree char *text = interview_ice_path_describe (g_ptr_array_index (servers, i));

      if (text == NULL)
        g_info ("the server named a STUN or TURN server that cannot be used");
      else if (g_str_has_prefix (text, "stun:"))
        g_object_set (webrtcbin, "stun-server", text, NULL);
      else
        {
          g_signal_emit_by_name (webrtcbin, "add-turn-server", text, &added);
          has_relay = TRUE;
        }
    }
  if (settings != NULL && interview_ice_settings_get_relay_only (settings))
    g_object_set (webrtcbin, "ice-transport-policy", GST_WEBRTC_ICE_TRANSPORT_POLICY_RELAY, NULL);

  return has_relay;
}

static void
on_given_back (GObject *agent, GAsyncResult *result, gpointer ice)
{
  gst_object_unref (ice);
}

/**
 * interview_ice_path_give_back:
 * @webrtcbin: (transfer none): that stands still, and was told of a relay
 *
 * Gives its places on TURN servers back, which would else be kept for up to ten minutes (RFC 8656,
 * section 2.2): webrtcbin does not. Goes on for a moment after @webrtcbin is gone, and is given up
 * when the main context does not run any more.
 */
void
interview_ice_path_give_back (GstElement *webrtcbin)
{
  GstObject *ice = NULL;
  g_autoptr (GObject) agent = NULL;

  g_object_get (webrtcbin, "ice-agent", &ice, NULL);
  if (ice != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (ice), "agent") != NULL)
    g_object_get (ice, "agent", &agent, NULL);
  if (!NICE_IS_AGENT (agent))
    {
      gst_clear_object (&ice);
      return;
    }
  /* The agent is driven by a thread of the object that has it. */
  nice_agent_close_async (NICE_AGENT (agent), on_given_back, ice);
}
