/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean interview_delivery_schedule_next (gint64 attempts, gint64 now, gint64 *due_at);

G_END_DECLS
