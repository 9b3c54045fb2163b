/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "core/protocol/json-text.h"

#include <string.h>

#include "core/error.h"
#include "core/protocol/limits.h"

/* json-glib recurses for each level, and takes several values side by side but keeps only the last
 * of them. Neither gets that far. */
static const char *
find_fault (const char *text, gsize length)
{
  gboolean in_string = FALSE;
  gboolean ended = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if (in_string)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            in_string = FALSE;
        }
      else if (g_ascii_isspace (c))
        continue;
      else if (ended)
        return "the document is not JSON: something follows its end";
      else if (depth == 0 && c != '{' && c != '[')
        return "an object was expected";
      else if (c == '"')
        in_string = TRUE;
      else if (c == '{' || c == '[')
        {
          if (++depth > INTERVIEW_LIMIT_DEPTH)
            return "the document is nested too deeply";
        }
      else if (c == '}' || c == ']')
        ended = --depth == 0;
    }
  return NULL;
}

/**
 * interview_json_parse:
 * @text: text from outside, need not be terminated
 * @length: bytes, or -1 if terminated
 * @error: return location; %INTERVIEW_ERROR_INVALID or %INTERVIEW_ERROR_TOO_LARGE
 *
 * Parses one JSON document, an object or a list, that is valid UTF-8, has no byte zero and is at
 * most %INTERVIEW_LIMIT_DEPTH deep and %INTERVIEW_LIMIT_BODY long.
 *
 * Returns: (transfer full): the root, or %NULL
 */
JsonNode *
interview_json_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) local = NULL;
  const char *fault;
  gsize size;

  g_return_val_if_fail (text != NULL, NULL);

  size = length < 0 ? strlen (text) : (gsize) length;
  if (size > INTERVIEW_LIMIT_BODY)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_TOO_LARGE,
                           "the document is too large");
      return NULL;
    }
  if (size == 0 || !g_utf8_validate_len (text, size, NULL))
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "the document is empty or not UTF-8");
      return NULL;
    }
  fault = find_fault (text, size);
  if (fault != NULL)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID, fault);
      return NULL;
    }

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, size, &local) ||
      json_parser_get_root (parser) == NULL)
    {
      g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                           "the document is not JSON");
      return NULL;
    }
  return json_parser_steal_root (parser);
}
