/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 26 characters of base 32 hold 128 bits. */
#define INTERVIEW_ID_LENGTH 26

char *interview_id_new (void);
gboolean interview_id_is_valid (const char *id);

char *interview_base32_encode (const guint8 *bytes, gsize length);

G_END_DECLS
