/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/config.h"

#include "core/endpoint.h"
#include "core/error.h"
#include "core/protocol/limits.h"
#include "server/ice-offer.h"

#define MAX_SHARDS 256

typedef enum
{
  KIND_TEXT,
  KIND_NUMBER,
  KIND_SWITCH,
  KIND_CONTENT, /* a file; the field is the text in it */
} Kind;

typedef struct
{
  const char *group;
  const char *key;
  Kind kind;
  gsize offset;
  guint minimum;
  guint maximum;
  const char *text;
  guint number;
} Setting;

#define TEXT(group, key, field, preset)                                                            \
  {                                                                                                \
    group, key, KIND_TEXT, G_STRUCT_OFFSET (InterviewConfig, field), 0, 0, preset, 0               \
  }
#define NUMBER(group, key, field, minimum, maximum, preset)                                        \
  {                                                                                                \
    group, key, KIND_NUMBER, G_STRUCT_OFFSET (InterviewConfig, field), minimum, maximum, NULL,     \
        preset                                                                                     \
  }
#define SWITCH(group, key, field)                                                                  \
  {                                                                                                \
    group, key, KIND_SWITCH, G_STRUCT_OFFSET (InterviewConfig, field), 0, 1, NULL, 0               \
  }
#define CONTENT(group, key, field)                                                                 \
  {                                                                                                \
    group, key, KIND_CONTENT, G_STRUCT_OFFSET (InterviewConfig, field), 0, 0, NULL, 0              \
  }

static const Setting settings[] = {
  TEXT ("server", "data", data, NULL),
  TEXT ("server", "listen", listen, "127.0.0.1:8700"),
  TEXT ("server", "address", public_address, NULL),
  NUMBER ("server", "shards", shards, 0, MAX_SHARDS, 0),
  TEXT ("tls", "certificate", tls_certificate, NULL),
  TEXT ("tls", "key", tls_key, NULL),
  SWITCH ("tls", "insecure", insecure),
  NUMBER ("limits", "connections", connections, 1, 1000000, 8000),
  NUMBER ("limits", "connections-per-address", connections_per_address, 0, 1000000, 400),
  NUMBER ("limits", "handshake-seconds", handshake_seconds, 1, 120, 10),
  NUMBER ("limits", "request-seconds", request_seconds, 1, 600, 20),
  NUMBER ("limits", "answer-seconds", answer_seconds, 1, 3600, 300),
  NUMBER ("limits", "idle-seconds", idle_seconds, 1, 3600, 60),
  NUMBER ("limits", "header-bytes", header_bytes, 1024, 65536, 16384),
  NUMBER ("limits", "body-bytes", body_bytes, 1024, INTERVIEW_LIMIT_BODY, INTERVIEW_LIMIT_BODY),
  NUMBER ("limits", "queue-messages", queue_letters, 16, 100000, 512),
  NUMBER ("limits", "queue-bytes", queue_bytes, INTERVIEW_LIMIT_MESSAGE, 1 << 30, 1 << 20),
  /* A call set-up is some twenty messages; a program that sends more than this is broken. */
  NUMBER ("limits", "messages-per-second", messages_per_second, 1, 100000, 100),
  NUMBER ("limits", "messages-at-once", messages_at_once, 64, 100000, 1000),
  NUMBER ("limits", "sign-in-per-minute", sign_in_per_minute, 0, 100000, 20),
  NUMBER ("limits", "redeem-per-minute", redeem_per_minute, 0, 100000, 30),
  NUMBER ("limits", "rating-per-minute", rating_per_minute, 0, 100000, 60),
  TEXT ("ice", "stun", ice_stun, NULL),
  TEXT ("ice", "turn", ice_turn, NULL),
  TEXT ("ice", "secret", ice_secret, NULL),
  CONTENT ("ice", "secret-file", ice_secret),
  CONTENT ("ice", "authority", ice_authority),
  NUMBER ("ice", "seconds", ice_seconds, 60, 24 * 3600, 7200),
  SWITCH ("ice", "relay-only", ice_relay_only),
  TEXT ("janus", "address", janus_uri, NULL),
  TEXT ("janus", "secret", janus_secret, NULL),
  TEXT ("janus", "admin-key", janus_admin_key, NULL),
  NUMBER ("delivery", "threads", delivery_threads, 1, 64, 4),
  TEXT ("delivery", "certificates", delivery_certificates, NULL),
  TEXT ("log", "format", log_format, "auto"),
  TEXT ("log", "level", log_level, "info"),
};

/**
 * interview_config_new:
 *
 * Returns: (transfer full): the settings of a server that was told nothing
 */
InterviewConfig *
interview_config_new (void)
{
  InterviewConfig *config = g_new0 (InterviewConfig, 1);

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      gpointer field = G_STRUCT_MEMBER_P (config, settings[i].offset);

      if (settings[i].kind == KIND_TEXT)
        *(char **) field = g_strdup (settings[i].text);
      else if (settings[i].kind == KIND_NUMBER)
        *(guint *) field = settings[i].number;
    }
  config->data = g_build_filename (g_get_user_data_dir (), "interview-server", NULL);
  return config;
}

/**
 * interview_config_free:
 * @config: (transfer full): settings
 */
void
interview_config_free (InterviewConfig *config)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      if (settings[i].kind == KIND_TEXT || settings[i].kind == KIND_CONTENT)
        g_clear_pointer (&G_STRUCT_MEMBER (char *, config, settings[i].offset), g_free);
    }
  g_free (config);
}

static gboolean
set_file_error (GError **error, const char *path, const char *group, const char *key)
{
  g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
               "%s: “%s” in [%s] is not a setting, or its value is not possible", path, key, group);
  return FALSE;
}

static gboolean
load_content (char **field, const char *path)
{
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return FALSE;
  g_free (*field);
  *field = g_strstrip (text);
  return **field != '\0';
}

static gboolean
load_setting (InterviewConfig *config, const Setting *setting, GKeyFile *file)
{
  gpointer field = G_STRUCT_MEMBER_P (config, setting->offset);
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;
  guint64 number;
  gboolean on;

  switch (setting->kind)
    {
    case KIND_TEXT:
      g_free (*(char **) field);
      *(char **) field = g_key_file_get_string (file, setting->group, setting->key, &error);
      return error == NULL;
    case KIND_NUMBER:
      number = g_key_file_get_uint64 (file, setting->group, setting->key, &error);
      if (error != NULL || number < setting->minimum || number > setting->maximum)
        return FALSE;
      *(guint *) field = number;
      return TRUE;
    case KIND_CONTENT:
      place = g_key_file_get_string (file, setting->group, setting->key, &error);
      return error == NULL && load_content (field, place);
    case KIND_SWITCH:
    default:
      on = g_key_file_get_boolean (file, setting->group, setting->key, &error);
      *(gboolean *) field = on;
      return error == NULL;
    }
}

static const Setting *
find_setting (const char *group, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      if (g_str_equal (settings[i].group, group) && g_str_equal (settings[i].key, key))
        return &settings[i];
    }
  return NULL;
}

/**
 * interview_config_load:
 * @config: settings to change
 * @path: a key file
 * @error: return location; #GFileError, #GKeyFileError, or %INTERVIEW_ERROR_INVALID with the name
 *   of a setting that is not known or not possible
 *
 * Returns: whether every line was understood
 */
gboolean
interview_config_load (InterviewConfig *config, const char *path, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, error))
    return FALSE;
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (file, groups[i], NULL, NULL);

      for (guint k = 0; keys[k] != NULL; k++)
        {
          const Setting *setting = find_setting (groups[i], keys[k]);

          if (setting == NULL || !load_setting (config, setting, file))
            return set_file_error (error, path, groups[i], keys[k]);
        }
    }
  return TRUE;
}

static gboolean
check_janus (const InterviewConfig *config, GError **error)
{
  g_autoptr (GUri) uri = NULL;

  if (config->janus_uri == NULL)
    return TRUE;
  uri = g_uri_parse (config->janus_uri, G_URI_FLAGS_NONE, NULL);
  if (uri != NULL && g_uri_get_host (uri) != NULL &&
      (g_str_equal (g_uri_get_scheme (uri), "ws") || g_str_equal (g_uri_get_scheme (uri), "wss")))
    return TRUE;
  g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
               "“%s” is not the address of a Janus: it is like ws://127.0.0.1:8188",
               config->janus_uri);
  return FALSE;
}

/**
 * interview_config_check:
 * @config: settings, after the file and the command line
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: whether the settings fit together
 */
gboolean
interview_config_check (const InterviewConfig *config, GError **error)
{
  g_autoptr (InterviewEndpoint) address = NULL;

  if ((config->tls_certificate == NULL) != (config->tls_key == NULL))
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "a certificate needs its key, and a key its certificate");
      return FALSE;
    }
  if (config->public_address != NULL)
    {
      address = interview_endpoint_parse (config->public_address, error);
      if (address == NULL)
        {
          g_prefix_error (error, "“%s”: ", config->public_address);
          return FALSE;
        }
    }
  return interview_ice_offer_check (config, error) && check_janus (config, error);
}

/**
 * interview_config_get_panel_limit:
 * @config: settings
 *
 * Returns: how many recruiters a room may have: with the candidate as many as links between each
 *   two carry, or more where there is a media server
 */
guint
interview_config_get_panel_limit (const InterviewConfig *config)
{
  return config->janus_uri != NULL ? INTERVIEW_LIMIT_PANEL : INTERVIEW_LIMIT_MESH - 1;
}
