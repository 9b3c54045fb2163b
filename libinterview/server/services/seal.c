/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/seal.h"

#include <string.h>

#include "server/store/sealed-text.h"

/* Says what the key is for, so that no other hash of the same secret is one. */
#define PURPOSE "interview: sealed text"

/*
 * Text that the store keeps for somebody without being able to read it: sealed with a BLAKE2b hash
 * of a secret that only they have. The secret has to be random enough to need no
 * slow hash, as a token is.
 */

static void
derive_key (const char *secret, guint8 key[static INTERVIEW_SEALED_TEXT_KEY_SIZE])
{
  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
  crypto_generichash (key, INTERVIEW_SEALED_TEXT_KEY_SIZE, (const guint8 *) secret, strlen (secret),
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
  guint8 key[INTERVIEW_SEALED_TEXT_KEY_SIZE];
  GBytes *sealed;

  g_return_val_if_fail (secret != NULL && text != NULL, NULL);

  derive_key (secret, key);
  sealed = interview_sealed_text_new (key, text);
  sodium_memzero (key, sizeof key);
  return sealed;
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
  guint8 key[INTERVIEW_SEALED_TEXT_KEY_SIZE];
  char *text;

  g_return_val_if_fail (secret != NULL && sealed != NULL, NULL);

  derive_key (secret, key);
  text = interview_sealed_text_open (key, sealed);
  sodium_memzero (key, sizeof key);
  return text;
}
