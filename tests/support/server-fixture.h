/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/clock.h"
#include "core/endpoint.h"
#include "server/config.h"
#include "server/sample/sample.h"
#include "server/server.h"

G_BEGIN_DECLS

/*
 * A real server with two shards on a free port of this machine, in a folder of its own, with the
 * sample company: three recruiters, candidates and rooms that start now. It runs on its own thread,
 * so that a test may block or run its main loop as it likes.
 *
 *   g_autoptr (ServerFixture) fixture = server_fixture_new ();
 *
 *   server_fixture_start (fixture);
 *   ... server_fixture_get_endpoint (fixture) ...
 *   server_fixture_stop (fixture);   // as by SIGTERM
 *   server_fixture_start (fixture);  // the same folder and port again
 */
typedef struct _ServerFixture ServerFixture;

ServerFixture *server_fixture_new (void);
ServerFixture *server_fixture_new_empty (void);
void server_fixture_free (ServerFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ServerFixture, server_fixture_free)

InterviewConfig *server_fixture_get_config (ServerFixture *self);
void server_fixture_start (ServerFixture *self);
void server_fixture_stop (ServerFixture *self);

InterviewEndpoint *server_fixture_get_endpoint (ServerFixture *self);
char *server_fixture_get_uri (ServerFixture *self, const char *path);
const char *server_fixture_get_folder (ServerFixture *self);
InterviewSample *server_fixture_get_sample (ServerFixture *self);
void server_fixture_run (ServerFixture *self, InterviewWorkFunc func, gpointer data);

G_END_DECLS
