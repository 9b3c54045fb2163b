/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *interview_seal_close (const char *secret, const char *text);
char *interview_seal_open (const char *secret, GBytes *sealed);

G_END_DECLS
