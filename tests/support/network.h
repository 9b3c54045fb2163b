/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void network_enter (void);
gboolean network_skip (void);
gboolean network_set_up (gboolean up);
gboolean network_limit (guint kilobits);

void network_command (const char *command);
void network_add_interface (const char *name, const char *address);

typedef void (*NetworkFunc) (gpointer data);

int network_open_other (void);
void network_run_there (int other, NetworkFunc func, gpointer data);
void network_move_peer (const char *name, const char *address, int other);
void network_add_way (const char *name, const char *own, const char *gateway, int other);

G_END_DECLS
