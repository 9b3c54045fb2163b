/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *interview_token_new (void);
char *interview_token_new_code (void);
GBytes *interview_token_hash (const char *token);

G_END_DECLS
