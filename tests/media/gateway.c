/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gateway.h"

#include "support/folder.h"

struct _Gateway
{
  char *folder;
  GSubprocess *process;
};

/* Only what a VideoRoom needs; the rest would open ports. */
static const char *const plugins[] = {
  "audiobridge", "duktape",   "echotest", "lua",       "nosip",     "recordplay",
  "sip",         "streaming", "textroom", "videocall", "voicemail", NULL,
};
static const char *const transports[] = { "http", "mqtt", "nanomsg", "pfunix", "rabbitmq", NULL };

static char *
list_libraries (const char *const *names)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    g_string_append_printf (list, "%slibjanus_%s.so", i > 0 ? "," : "", names[i]);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
write_settings (Gateway *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* From its next start on, who does not know it makes no rooms. */
void
gateway_set_admin_key (Gateway *self, const char *admin_key)
{
  g_autofree char *general = g_strdup_printf ("general: { admin_key = \"%s\" }\n", admin_key);

  write_settings (self, "janus.plugin.videoroom.jcfg", general);
}

Gateway *
gateway_new (void)
{
  Gateway *self = g_new0 (Gateway, 1);
  g_autofree char *no_plugins = list_libraries (plugins);
  g_autofree char *no_transports = list_libraries (transports);
  g_autofree char *general = NULL;

  self->folder = test_folder_new ();
  general =
      g_strdup_printf ("general: { api_secret = \"" GATEWAY_SECRET "\"\n"
                       "  reclaim_session_timeout = 60 }\n"
                       "media: { rtp_port_range = \"20000-20999\" }\n"
                       "nat: { ice_enforce_list = \"" GATEWAY_CABLE "\"\n  ignore_mdns = true }\n"
                       "plugins: { disable = \"%s\" }\n"
                       "transports: { disable = \"%s\" }\n",
                       no_plugins, no_transports);
  write_settings (self, "janus.jcfg", general);
  gateway_set_admin_key (self, GATEWAY_ADMIN_KEY);
  write_settings (self, "janus.transport.websockets.jcfg",
                  "general: { json = \"compact\"\n  ws = true\n  ws_port = " G_STRINGIFY (
                      GATEWAY_PORT) "\n"
                                    "  ws_ip = \"127.0.0.1\"\n  wss = false }\n"
                                    "admin: { admin_ws = false\n  admin_wss = false }\n");

  return self;
}

void
gateway_start (Gateway *self)
{
  g_autoptr (GError) error = NULL;

  self->process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                        &error, "janus", "--configs-folder", self->folder, "--interface",
                        "127.0.0.1", "--disable-colors", NULL);
  g_assert_no_error (error);
}

/* Whether one can connect; a condition to wait for. */
gboolean
gateway_answers (gpointer data)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection =
      g_socket_client_connect_to_host (client, "127.0.0.1", GATEWAY_PORT, NULL, NULL);

  return connection != NULL;
}

void
gateway_kill (Gateway *self)
{
  if (self->process == NULL)
    return;
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_clear_object (&self->process);
}

void
gateway_free (Gateway *self)
{
  gateway_kill (self);
  test_folder_remove (self->folder);
  g_free (self);
}
