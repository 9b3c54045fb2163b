/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/seal.h"

#include <sodium.h>
#include <string.h>

/* Says what the key is for, so that no other hash of the same secret is one. */
#define PURPOSE "interview: sealed text"

/*
 * Text that the store keeps for somebody without being able to read it: XSalsa20 and Poly1305 under
 * a BLAKE2b hash of a secret that only they have. The secret has to be random enough to need no
 * slow hash, as a token is.
 */

static void
derive_key (const char *secret, guint8 key[static crypto_secretbox_KEYBYTES])
{
  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
  crypto_generichash (key, crypto_secretbox_KEYBYTES, (const guint8 *) secret, strlen (secret),
                      (const guint8 *) PURPOSE, strlen (PURPOSE));
}

/**
 * interview_seal_close:
 * @secret: what opens it again; not kept
 * @text: any text
 *
 * Returns: (transfer full): the sealed text, another one each time
 */
GBytes *
interview_seal_close (const char *secret, const char *text)
{
  guint8 key[crypto_secretbox_KEYBYTES];
  gsize length, sealed_length;
  guint8 *sealed;

  g_return_val_if_fail (secret != NULL && text != NULL, NULL);

  length = strlen (text);
  sealed_length = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + length;
  sealed = g_malloc (sealed_length);
  derive_key (secret, key);
  randombytes_buf (sealed, crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy (sealed + crypto_secretbox_NONCEBYTES, (const guint8 *) text, length,
                         sealed, key);
  sodium_memzero (key, sizeof key);
  return g_bytes_new_take (sealed, sealed_length);
}

/**
 * interview_seal_open:
 * @secret: what it was closed with
 * @sealed: a sealed text
 *
 * Returns: (transfer full) (nullable): the text, %NULL if it was closed with another secret or has
 *   been changed
 */
char *
interview_seal_open (const char *secret, GBytes *sealed)
{
  guint8 key[crypto_secretbox_KEYBYTES];
  const guint8 *bytes;
  g_autofree char *text = NULL;
  gsize length, overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  int result;

  g_return_val_if_fail (secret != NULL && sealed != NULL, NULL);

  bytes = g_bytes_get_data (sealed, &length);
  if (length < overhead)
    return NULL;
  text = g_malloc0 (length - overhead + 1);
  derive_key (secret, key);
  result = crypto_secretbox_open_easy ((guint8 *) text, bytes + crypto_secretbox_NONCEBYTES,
                                       length - crypto_secretbox_NONCEBYTES, bytes, key);
  sodium_memzero (key, sizeof key);
  return result == 0 ? g_steal_pointer (&text) : NULL;
}
