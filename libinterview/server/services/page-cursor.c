/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/page-cursor.h"

#include <string.h>

#include "core/error.h"
#include "core/id.h"
#include "core/protocol/limits.h"

/* A name of the longest kind and an identifier, in base 64. */
#define MAX_CURSOR_LENGTH 1300

#define DEFAULT_LIMIT 50

/*
 * The cursors of lists: where the last page ended, as sort key and identifier of its last item.
 * Programs hand them back unread.
 */

/**
 * interview_page_cursor_make:
 * @key: what the list is sorted by, of the last item
 * @id: its identifier
 *
 * Returns: (transfer full): text that needs no escaping in a query
 */
char *
interview_page_cursor_make (const char *key, const char *id)
{
  g_autofree char *text = g_strconcat (id, key, NULL);
  char *cursor = g_base64_encode ((const guchar *) text, strlen (text));

  g_strdelimit (cursor, "+", '-');
  g_strdelimit (cursor, "/", '_');
  cursor[strcspn (cursor, "=")] = '\0';
  return cursor;
}

/**
 * interview_page_cursor_parse:
 * @cursor: (nullable): from outside; %NULL for the first page
 * @key: (out) (transfer full): the sort key, empty for the first page
 * @id: (out) (transfer full): the identifier, empty for the first page
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Returns: whether this is a cursor
 */
gboolean
interview_page_cursor_parse (const char *cursor, char **key, char **id, GError **error)
{
  g_autofree char *padded = NULL;
  g_autofree guchar *bytes = NULL;
  g_autofree char *text = NULL, *found = NULL;
  gsize length = 0;

  *key = *id = NULL;
  if (cursor == NULL)
    {
      *key = g_strdup ("");
      *id = g_strdup ("");
      return TRUE;
    }
  if (strlen (cursor) <= MAX_CURSOR_LENGTH)
    {
      padded = g_strconcat (cursor, &"==="[(strlen (cursor) + 3) % 4], NULL);
      g_strdelimit (padded, "-", '+');
      g_strdelimit (padded, "_", '/');
      bytes = g_base64_decode (padded, &length);
      text = g_strndup ((const char *) bytes, length);
      found = g_strndup (text, INTERVIEW_ID_LENGTH);
    }
  if (found == NULL || strlen (text) != length || !interview_id_is_valid (found) ||
      !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "this is no cursor of a list");
      return FALSE;
    }
  *key = g_strdup (text + INTERVIEW_ID_LENGTH);
  *id = g_steal_pointer (&found);
  return TRUE;
}

/**
 * interview_page_cursor_limit:
 * @asked: how many items a reader asked for, 0 for no wish
 *
 * Returns: how many they get at most
 */
guint
interview_page_cursor_limit (guint asked)
{
  return asked == 0 ? DEFAULT_LIMIT : MIN (asked, INTERVIEW_LIMIT_PAGE);
}
