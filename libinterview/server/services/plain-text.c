/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/plain-text.h"

/**
 * interview_plain_text_says_something:
 * @text: from outside
 *
 * Returns: whether there is anything in it that can be seen
 */
gboolean
interview_plain_text_says_something (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (g_unichar_isgraph (g_utf8_get_char (text)))
        return TRUE;
    }
  return FALSE;
}
