/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/store/sealed-text.h"

#include <string.h>

/*
 * Text that can be read and changed only with a key: libsodium's secretbox (XSalsa20 and Poly1305)
 * behind the nonce that was drawn for it. Whoever calls has initialised libsodium. Any thread.
 */

/**
 * interview_sealed_text_new:
 * @key: %INTERVIEW_SEALED_TEXT_KEY_SIZE bytes
 * @text: any text
 *
 * Returns: (transfer full): the sealed text, another one each time
 */
GBytes *
interview_sealed_text_new (const guint8 *key, const char *text)
{
  gsize length, size;
  guint8 *sealed;

  g_return_val_if_fail (key != NULL && text != NULL, NULL);

  length = strlen (text);
  size = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + length;
  sealed = g_malloc (size);
  randombytes_buf (sealed, crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy (sealed + crypto_secretbox_NONCEBYTES, (const guint8 *) text, length,
                         sealed, key);
  return g_bytes_new_take (sealed, size);
}

/**
 * interview_sealed_text_open:
 * @key: %INTERVIEW_SEALED_TEXT_KEY_SIZE bytes
 * @sealed: what may be a sealed text
 *
 * Returns: (transfer full) (nullable): the text, %NULL if it was sealed with another key, or has
 *   been changed since
 */
char *
interview_sealed_text_open (const guint8 *key, GBytes *sealed)
{
  const guint8 *bytes;
  g_autofree char *text = NULL;
  gsize size;

  g_return_val_if_fail (key != NULL && sealed != NULL, NULL);

  bytes = g_bytes_get_data (sealed, &size);
  if (size < crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES)
    return NULL;
  size -= crypto_secretbox_NONCEBYTES;
  text = g_malloc0 (size - crypto_secretbox_MACBYTES + 1);
  if (crypto_secretbox_open_easy ((guint8 *) text, bytes + crypto_secretbox_NONCEBYTES, size, bytes,
                                  key) != 0)
    return NULL;
  return g_steal_pointer (&text);
}
