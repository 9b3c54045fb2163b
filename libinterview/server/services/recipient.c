/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/recipient.h"

#include <string.h>

#include <gio/gio.h>

/* Lengths of RFC 5321, 4.5.3.1, and of E.164. */
#define MAX_LOCAL 64
#define MAX_MAIL 254
#define MIN_DIGITS 7
#define MAX_DIGITS 15

/* What an unquoted local part may have besides letters and digits (RFC 5322, 3.2.3). */
#define LOCAL_MARKS "!#$%&'*+-/=?^_`{|}~."

/*
 * Addresses and numbers as people write them, brought to the one form that is handed to others.
 * Strict, since they go into protocols whose commands are lines of text. Pure functions.
 */

static gboolean
is_local_part (const char *text, gsize length)
{
  if (length == 0 || length > MAX_LOCAL || text[0] == '.' || text[length - 1] == '.')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (text[i]) && strchr (LOCAL_MARKS, text[i]) == NULL)
        return FALSE;
      if (text[i] == '.' && text[i + 1] == '.')
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_domain (const char *text)
{
  if (*text == '\0' || *text == '.' || *text == '-' || strstr (text, "..") != NULL)
    return FALSE;
  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isalnum (*text) && *text != '-' && *text != '.')
        return FALSE;
    }
  return text[-1] != '.' && text[-1] != '-';
}

/**
 * interview_recipient_read_mail:
 * @text: (nullable): an e-mail address, from outside
 *
 * Returns: (transfer full) (nullable): the address with its domain in ASCII, or %NULL if mail
 *   cannot go there
 */
char *
interview_recipient_read_mail (const char *text)
{
  g_autofree char *stripped = NULL, *domain = NULL, *address = NULL;
  const char *at;

  if (text == NULL)
    return NULL;
  stripped = g_strstrip (g_strdup (text));
  at = strrchr (stripped, '@');
  if (at == NULL || !is_local_part (stripped, at - stripped))
    return NULL;
  domain = g_hostname_to_ascii (at + 1);
  if (domain == NULL || !is_domain (domain))
    return NULL;
  address = g_strdup_printf ("%.*s@%s", (int) (at - stripped), stripped, domain);
  return strlen (address) <= MAX_MAIL ? g_steal_pointer (&address) : NULL;
}

/**
 * interview_recipient_read_phone:
 * @text: (nullable): a number with its country, as “+86 138 0055 0101”, from outside
 *
 * Returns: (transfer full) (nullable): the number in the form of E.164, as “+8613800550101”, or
 *   %NULL if text messages cannot go there
 */
char *
interview_recipient_read_phone (const char *text)
{
  g_autoptr (GString) digits = g_string_new ("+");

  if (text == NULL)
    return NULL;
  text += strspn (text, " ");
  if (g_str_has_prefix (text, "00"))
    text += 2;
  else if (*text == '+')
    text++;
  else
    return NULL;
  for (; *text != '\0'; text++)
    {
      if (g_ascii_isdigit (*text))
        g_string_append_c (digits, *text);
      else if (strchr (" -().", *text) == NULL)
        return NULL;
    }
  if (digits->len - 1 < MIN_DIGITS || digits->len - 1 > MAX_DIGITS || digits->str[1] == '0')
    return NULL;
  return g_string_free (g_steal_pointer (&digits), FALSE);
}
