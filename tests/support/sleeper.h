/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The part of the system's session manager that says when the machine sleeps, on a system bus for a
 * test alone. To be made before anything asks for the system bus.
 */
typedef struct _Sleeper Sleeper;

Sleeper *sleeper_new (void);
void sleeper_free (Sleeper *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sleeper, sleeper_free)

void sleeper_say (Sleeper *self, gboolean sleeps);

G_END_DECLS
