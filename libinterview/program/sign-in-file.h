/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "core/link.h"

G_BEGIN_DECLS

InterviewLink *interview_sign_in_file_read (const char *path, GError **error);
gboolean interview_sign_in_file_remove (const char *path, GError **error);

G_END_DECLS
