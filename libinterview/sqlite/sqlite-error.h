/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

void interview_sqlite_set_error (GError **error, sqlite3 *database, int result, const char *what);

G_END_DECLS
