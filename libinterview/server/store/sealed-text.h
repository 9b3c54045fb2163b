/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>
#include <sodium.h>

G_BEGIN_DECLS

#define INTERVIEW_SEALED_TEXT_KEY_SIZE crypto_secretbox_KEYBYTES

GBytes *interview_sealed_text_new (const guint8 *key, const char *text);
char *interview_sealed_text_open (const guint8 *key, GBytes *sealed);

G_END_DECLS
