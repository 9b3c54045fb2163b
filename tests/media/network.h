/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void network_enter (void);
gboolean network_skip (void);
gboolean network_set_up (gboolean up);
gboolean network_limit (guint kilobits);

G_END_DECLS
