/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/chat-text.h"

#include <string.h>

/*
 * What somebody else wrote, as markup that cannot do more than they may: nothing of it is taken for
 * markup, and only web addresses become links, each shown as the very address that it leads to.
 */

static gboolean
begins_address (const char *text)
{
  return g_ascii_strncasecmp (text, "https://", 8) == 0 ||
         g_ascii_strncasecmp (text, "http://", 7) == 0;
}

/* An address is followed by a space, or by Chinese text without one. */
static gboolean
belongs_to_address (gunichar c)
{
  return c > ' ' && c < 0x7f && strchr ("<>\"`{}|\\^", (int) c) == NULL;
}

/* The sentence around an address may end right after it. */
static gsize
leave_out_sentence (const char *text, gsize length)
{
  gboolean bracket = memchr (text, '(', length) != NULL;

  while (length > 0 && strchr (bracket ? ".,;:!?'" : ".,;:!?')", text[length - 1]) != NULL)
    length--;
  return length;
}

static gsize
measure_address (const char *text)
{
  gsize length = 0;
  gsize scheme = (gsize) (strstr (text, "//") - text) + 2;

  while (belongs_to_address (g_utf8_get_char (text + length)))
    length++;
  length = leave_out_sentence (text, length);
  return length > scheme ? length : 0;
}

/**
 * interview_chat_text_to_markup:
 * @text: plain text from anybody
 *
 * A pure function.
 *
 * Returns: (transfer full): the same text in Pango markup, with its web addresses as links
 */
char *
interview_chat_text_to_markup (const char *text)
{
  GString *markup = g_string_new (NULL);
  const char *plain = text;

  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0')
    {
      gsize length = begins_address (text) ? measure_address (text) : 0;
      g_autofree char *before = NULL;
      g_autofree char *address = NULL;

      if (length == 0)
        {
          text = g_utf8_next_char (text);
          continue;
        }
      before = g_markup_escape_text (plain, text - plain);
      address = g_markup_escape_text (text, (gssize) length);
      g_string_append_printf (markup, "%s<a href=\"%s\">%s</a>", before, address, address);
      text += length;
      plain = text;
    }
  if (plain < text)
    {
      g_autofree char *rest = g_markup_escape_text (plain, text - plain);

      g_string_append (markup, rest);
    }
  return g_string_free (markup, FALSE);
}
