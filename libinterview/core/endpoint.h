/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define INTERVIEW_TYPE_ENDPOINT (interview_endpoint_get_type ())
G_DECLARE_FINAL_TYPE (InterviewEndpoint, interview_endpoint, INTERVIEW, ENDPOINT, GObject)

InterviewEndpoint *
interview_endpoint_new (const char *host, guint16 port, gboolean tls, const char *fingerprint);
InterviewEndpoint *interview_endpoint_parse (const char *text, GError **error);

const char *interview_endpoint_get_host (InterviewEndpoint *self);
guint16 interview_endpoint_get_port (InterviewEndpoint *self);
gboolean interview_endpoint_get_tls (InterviewEndpoint *self);
const char *interview_endpoint_get_fingerprint (InterviewEndpoint *self);
gboolean interview_endpoint_is_loopback (InterviewEndpoint *self);
char *interview_endpoint_to_uri (InterviewEndpoint *self, const char *scheme, const char *path);
char *interview_endpoint_to_text (InterviewEndpoint *self);

G_END_DECLS
