/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/mail-address.h"

#include <gio/gio.h>
#include <string.h>

/* Bytes; RFC 5321, 4.5.3.1: a path has 256 with its angle brackets. */
#define MAX_ADDRESS 254
#define MAX_LOCAL_PART 64
#define MAX_LABEL 63

/* What stands in an unquoted name only as a mark of something else (RFC 5322, 3.2.3). */
#define SPECIALS "()<>[]:;@\\,\""

/*
 * The one rule for e-mail addresses, the same in the forms and on the server. It asks whether a
 * mail could be sent there at all, by the grammar and the limits of RFC 5321 and RFC 6531; whether
 * anybody reads it only a mail can tell.
 */

static gboolean
has_blank_or_control (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isspace (character) || g_unichar_iscntrl (character))
        return TRUE;
    }
  return FALSE;
}

/* Whether the parts between the dots are all there. */
static gboolean
has_even_dots (const char *text)
{
  return *text != '.' && !g_str_has_suffix (text, ".") && strstr (text, "..") == NULL;
}

static gboolean
is_local_part (const char *text)
{
  gsize length = strlen (text);

  if (length == 0 || length > MAX_LOCAL_PART)
    return FALSE;
  if (length > 2 && text[0] == '"' && text[length - 1] == '"')
    return TRUE;
  return strpbrk (text, SPECIALS) == NULL && has_even_dots (text);
}

static gboolean
is_label (const char *text)
{
  gsize length = strlen (text);

  if (length == 0 || length > MAX_LABEL || text[0] == '-' || text[length - 1] == '-')
    return FALSE;
  for (const guchar *c = (const guchar *) text; *c != '\0'; c++)
    {
      if (*c < 0x80 && !g_ascii_isalnum (*c) && *c != '-')
        return FALSE;
    }
  return TRUE;
}

/* The text in the square brackets of an address without a name. */
static gboolean
is_address_literal (const char *text)
{
  return g_hostname_is_ip_address (g_str_has_prefix (text, "IPv6:") ? text + 5 : text);
}

static gboolean
is_domain (const char *text)
{
  g_auto (GStrv) labels = NULL;

  if (*text == '[' && g_str_has_suffix (text, "]"))
    {
      g_autofree char *literal = g_strndup (text + 1, strlen (text) - 2);

      return is_address_literal (literal);
    }
  labels = g_strsplit (text, ".", -1);
  for (guint i = 0; labels[i] != NULL; i++)
    {
      if (!is_label (labels[i]))
        return FALSE;
    }
  return labels[0] != NULL;
}

/**
 * interview_mail_address_is_plausible:
 * @text: what somebody entered, without blanks around it
 *
 * Returns: whether @text has the form of an e-mail address
 */
gboolean
interview_mail_address_is_plausible (const char *text)
{
  g_autofree char *local_part = NULL;
  const char *at;

  g_return_val_if_fail (text != NULL, FALSE);

  at = strrchr (text, '@');
  if (at == NULL || strlen (text) > MAX_ADDRESS || !g_utf8_validate (text, -1, NULL) ||
      has_blank_or_control (text))
    return FALSE;
  local_part = g_strndup (text, (gsize) (at - text));
  return is_local_part (local_part) && is_domain (at + 1);
}
