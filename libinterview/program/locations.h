/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *interview_locations_find_locale_directory (void);
GSettingsSchema *interview_locations_find_schema (const char *id, GError **error);

G_END_DECLS
