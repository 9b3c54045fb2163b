/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/protocol/envelope.h"
#include "core/protocol/presence.h"
#include "scripted-server.h"

G_BEGIN_DECLS

#define TEST_TYPE_TALKING_SERVER (test_talking_server_get_type ())
G_DECLARE_FINAL_TYPE (TestTalkingServer, test_talking_server, TEST, TALKING_SERVER, GObject)

TestTalkingServer *test_talking_server_new (void);

TestScriptedServer *test_talking_server_get_rest (TestTalkingServer *self);
InterviewEndpoint *test_talking_server_get_endpoint (TestTalkingServer *self);
void test_talking_server_set_welcomes (TestTalkingServer *self, gboolean welcomes);
void test_talking_server_set_resumes (TestTalkingServer *self, gboolean resumes);

void test_talking_server_set_answers (TestTalkingServer *self, gboolean answers);

gpointer test_talking_server_hear (TestTalkingServer *self, InterviewMessageType type);
guint test_talking_server_get_n_sockets (TestTalkingServer *self);

void test_talking_server_say (TestTalkingServer *self, InterviewMessageType type, gpointer body);
void test_talking_server_say_text (TestTalkingServer *self, const char *text);
void test_talking_server_say_event (TestTalkingServer *self, gint64 sequence);
void test_talking_server_say_problem (TestTalkingServer *self, const char *code);
void test_talking_server_hang_up (TestTalkingServer *self);

InterviewPresence *test_presence_new (const char *room_id,
                                      InterviewPresenceCause cause,
                                      const char *departed,
                                      const char *first,
                                      const char *second);

G_END_DECLS
