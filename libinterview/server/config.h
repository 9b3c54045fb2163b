/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InterviewConfig:
 *
 * The settings of the server; data/interview-server.conf explains each. Set up by one thread, then
 * only read.
 */
typedef struct
{
  char *data;
  char *listen;
  char *public_address;
  char *tls_certificate;
  char *tls_key;
  gboolean insecure;
  guint shards;

  guint connections;
  guint connections_per_address;
  guint handshake_seconds;
  guint request_seconds;
  guint answer_seconds;
  guint idle_seconds;
  guint header_bytes;
  guint body_bytes;
  guint queue_letters;
  guint queue_bytes;
  guint messages_per_second;
  guint messages_at_once;
  guint sign_in_per_minute;
  guint redeem_per_minute;
  guint rating_per_minute;

  char *ice_stun;
  char *ice_turn;
  char *ice_secret;
  guint ice_seconds;
  char *ice_authority;
  gboolean ice_relay_only;
  char *janus_uri;
  char *janus_secret;
  char *janus_admin_key;

  guint delivery_threads;
  char *delivery_certificates;

  char *log_format;
  char *log_level;
} InterviewConfig;

InterviewConfig *interview_config_new (void);
void interview_config_free (InterviewConfig *config);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InterviewConfig, interview_config_free)

gboolean interview_config_load (InterviewConfig *config, const char *path, GError **error);
guint interview_config_get_panel_limit (const InterviewConfig *config);
gboolean interview_config_check (const InterviewConfig *config, GError **error);

G_END_DECLS
