/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* It gathers no candidate on loopback, so it needs a cable. */
#define GATEWAY_CABLE "gate"
#define GATEWAY_CABLE_ADDRESS "10.77.0.1/24"

#define GATEWAY_PORT 8188
#define GATEWAY_ADDRESS "ws://127.0.0.1:" G_STRINGIFY (GATEWAY_PORT)
#define GATEWAY_SECRET "gate"
#define GATEWAY_ADMIN_KEY "key"

/* A real Janus on loopback, which nobody may use who does not know the secret. */
typedef struct _Gateway Gateway;

Gateway *gateway_new (void);
void gateway_set_admin_key (Gateway *self, const char *admin_key);
void gateway_start (Gateway *self);
gboolean gateway_answers (gpointer data);
void gateway_kill (Gateway *self);
void gateway_free (Gateway *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Gateway, gateway_free)

G_END_DECLS
