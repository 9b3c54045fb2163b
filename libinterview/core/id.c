/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/id.h"

#include <string.h>

/* Crockford's base 32: no I, L, O, U, so that a code can be read aloud.
 * https://www.crockford.com/base32.html */
static const char alphabet[] = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * interview_base32_encode:
 * @bytes: (array length=length): what to encode
 * @length: number of bytes
 *
 * Most significant bit first, without padding; the last character is filled up with zero bits.
 *
 * Returns: (transfer full): lower-case Crockford base 32
 */
char *
interview_base32_encode (const guint8 *bytes, gsize length)
{
  GString *text = g_string_sized_new (length * 8 / 5 + 2);
  guint32 buffer = 0;
  guint bits = 0;

  for (gsize i = 0; i < length; i++)
    {
      buffer = (buffer << 8) | bytes[i];
      bits += 8;
      while (bits >= 5)
        {
          bits -= 5;
          g_string_append_c (text, alphabet[(buffer >> bits) & 31]);
        }
    }
  if (bits > 0)
    g_string_append_c (text, alphabet[(buffer << (5 - bits)) & 31]);
  return g_string_free (text, FALSE);
}

/**
 * interview_id_new:
 *
 * Makes an identifier for a row or for one run of a program: 48 bits of milliseconds, so that
 * rows which are made together lie together, and 80 random bits, as in ULID
 * (https://github.com/ulid/spec). It is not a secret; tokens and codes come from the server's
 * random generator.
 *
 * Returns: (transfer full): %INTERVIEW_ID_LENGTH characters
 */
char *
interview_id_new (void)
{
  guint64 milliseconds = (guint64) (g_get_real_time () / 1000);
  guint8 bytes[16];

  for (guint i = 0; i < 6; i++)
    bytes[i] = (guint8) (milliseconds >> (8 * (5 - i)));
  for (guint i = 6; i < 16; i += 2)
    {
      guint32 random = g_random_int ();

      bytes[i] = (guint8) random;
      bytes[i + 1] = (guint8) (random >> 8);
    }
  return interview_base32_encode (bytes, sizeof bytes);
}

/**
 * interview_id_is_valid:
 * @id: (nullable): text from outside
 *
 * Returns: whether the text could have come from interview_id_new()
 */
gboolean
interview_id_is_valid (const char *id)
{
  return id != NULL && strlen (id) == INTERVIEW_ID_LENGTH &&
         strspn (id, alphabet) == INTERVIEW_ID_LENGTH;
}
