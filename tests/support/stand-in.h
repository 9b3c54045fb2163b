/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/protocol/envelope.h"
#include "core/protocol/presence.h"
#include "core/protocol/routes.h"
#include "core/protocol/signal.h"
#include "support/server-fixture.h"

G_BEGIN_DECLS

/*
 * A stand-in for one program that talks to a server of a fixture, with nothing of the client in it:
 * requests block, and messages of its event socket are waited for one by one.
 */
typedef struct _StandIn StandIn;

StandIn *stand_in_new (ServerFixture *fixture);
StandIn *stand_in_new_redeemed (ServerFixture *fixture, const char *code);
StandIn *stand_in_new_signed_in (ServerFixture *fixture, const char *email, const char *password);
void stand_in_free (StandIn *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StandIn, stand_in_free)

const char *stand_in_get_token (StandIn *self);
void stand_in_set_token (StandIn *self, const char *token);
const char *stand_in_get_person_id (StandIn *self);
const char *stand_in_get_room_id (StandIn *self);
const char *stand_in_get_instance (StandIn *self);

guint stand_in_call (StandIn *self,
                     InterviewRoute route,
                     const char *first,
                     const char *second,
                     const char *body);
guint stand_in_send (StandIn *self,
                     const char *method,
                     const char *path,
                     const char *body,
                     const char *key);
void stand_in_set_header (StandIn *self, const char *name, const char *value);
const char *stand_in_get_text (StandIn *self);
const char *stand_in_get_heard (StandIn *self);
const char *stand_in_get_header (StandIn *self, const char *name);
char *stand_in_get_code (StandIn *self);
JsonObject *stand_in_get_object (StandIn *self);
char *stand_in_get_first_id (StandIn *self, InterviewRoute list);
gpointer stand_in_load (StandIn *self, InterviewRoute route, const char *first, GType type);

guint stand_in_open (StandIn *self);
void stand_in_connect (StandIn *self, gint64 last_sequence);
void stand_in_arrive (StandIn *self, gint64 last_sequence);
void stand_in_say (StandIn *self, InterviewMessageType type, gpointer body);
void stand_in_say_text (StandIn *self, const char *text, gssize length);
gboolean stand_in_is_open (StandIn *self);
gpointer stand_in_expect (StandIn *self, InterviewMessageType type);
guint stand_in_count (StandIn *self, InterviewMessageType type);
void stand_in_expect_error (StandIn *self, const char *code);
gushort stand_in_expect_close (StandIn *self);
void stand_in_drop (StandIn *self);
InterviewPresence *stand_in_join (StandIn *self, const char *room_id);
void stand_in_admit (StandIn *self, const char *room_id);
void stand_in_leave (StandIn *self, const char *room_id);
InterviewPresence *stand_in_expect_presence (StandIn *self, InterviewPresenceCause cause);

G_END_DECLS
