/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean
resume_sheet_write (JsonObject *resume, const char *name, const char *path, GError **error);

G_END_DECLS
