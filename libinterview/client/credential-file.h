/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean interview_credential_file_save (const char *path, const char *secret, GError **error);

char *interview_credential_file_load (const char *path);

gboolean interview_credential_file_clear (const char *path, GError **error);

G_END_DECLS
