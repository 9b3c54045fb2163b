/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "core/endpoint.h"

G_BEGIN_DECLS

/* What the scripted server does with a request. */
typedef enum
{
  SCRIPT_ANSWER,
  SCRIPT_ANSWER_CHUNKED,
  SCRIPT_SILENCE,
  SCRIPT_STALL,
  SCRIPT_HANG_UP,
} ScriptAction;

#define TEST_TYPE_SCRIPTED_SERVER (test_scripted_server_get_type ())
G_DECLARE_FINAL_TYPE (TestScriptedServer, test_scripted_server, TEST, SCRIPTED_SERVER, GObject)

TestScriptedServer *test_scripted_server_new (void);
TestScriptedServer *test_scripted_server_new_tls (GTlsCertificate *certificate);

void test_scripted_server_add (TestScriptedServer *self,
                               ScriptAction action,
                               guint status,
                               const char *type,
                               const char *body);
void
test_scripted_server_add_header (TestScriptedServer *self, const char *name, const char *value);

void test_scripted_server_confirm (TestScriptedServer *self);
void test_scripted_server_go_away (TestScriptedServer *self);
SoupServer *test_scripted_server_get_soup (TestScriptedServer *self);
InterviewEndpoint *test_scripted_server_get_endpoint (TestScriptedServer *self);
guint test_scripted_server_get_n_requests (TestScriptedServer *self);
const char *
test_scripted_server_get_header (TestScriptedServer *self, guint request, const char *name);
const char *test_scripted_server_get_path (TestScriptedServer *self, guint request);
const char *test_scripted_server_get_body (TestScriptedServer *self, guint request);

GTlsCertificate *test_certificate_new (const char *folder, const char *name);

G_END_DECLS
