/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/token.h"

#include <sodium.h>

#include "core/id.h"

/* A token is guessed by nobody who can only ask; a code is short enough to be typed. */
#define TOKEN_BYTES 32
#define CODE_BYTES 16

static char *
random_text (gsize length)
{
  guint8 bytes[TOKEN_BYTES];
  char *text;

  g_assert (length <= sizeof bytes);
  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
  randombytes_buf (bytes, length);
  text = interview_base32_encode (bytes, length);
  sodium_memzero (bytes, sizeof bytes);
  return text;
}

/**
 * interview_token_new:
 *
 * Returns: (transfer full): 256 random bits as text, from the system's random generator
 */
char *
interview_token_new (void)
{
  return random_text (TOKEN_BYTES);
}

/**
 * interview_token_new_code:
 *
 * Returns: (transfer full): 128 random bits as text, a code of an invitation
 */
char *
interview_token_new_code (void)
{
  return random_text (CODE_BYTES);
}

/**
 * interview_token_hash:
 * @token: a token or a code
 *
 * What is random enough needs no slow hash: SHA-256 keeps a stolen store from being a heap of keys.
 *
 * Returns: (transfer full): what is kept of the token
 */
GBytes *
interview_token_hash (const char *token)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_return_val_if_fail (token != NULL, NULL);

  g_checksum_update (checksum, (const guchar *) token, -1);
  g_checksum_get_digest (checksum, digest, &length);
  return g_bytes_new (digest, length);
}
