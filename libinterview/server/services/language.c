/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/language.h"

#include <string.h>

/* Languages beyond these in one header are of no interest. */
#define MAX_TAGS 20
#define MAX_TAG_LENGTH 35

/* The languages that content can be in, and how their tags are written in the store. */
static const struct
{
  const char *language;
  const char *tag;
} known[] = {
  { "en", "en" },
  { "zh", "zh-CN" },
};

static const char *
find_tag (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      gsize length = strlen (known[i].language);

      if (g_ascii_strncasecmp (tag, known[i].language, length) == 0 &&
          (tag[length] == '\0' || tag[length] == '-'))
        return known[i].tag;
    }
  return NULL;
}

/**
 * interview_language_choose:
 * @accept_language: (nullable): the header Accept-Language of a request (RFC 9110, 12.5.4)
 *
 * Chooses the content language that the reader prefers. A pure function.
 *
 * Returns: (transfer full) (nullable): a language tag, or %NULL if the reader asks for none that
 *   content can be in
 */
char *
interview_language_choose (const char *accept_language)
{
  g_auto (GStrv) items = NULL;
  const char *best = NULL;
  double best_quality = 0;

  if (accept_language == NULL)
    return NULL;
  items = g_strsplit (accept_language, ",", MAX_TAGS + 1);
  for (guint i = 0; items[i] != NULL && i < MAX_TAGS; i++)
    {
      g_auto (GStrv) parts = g_strsplit (g_strstrip (items[i]), ";", 3);
      const char *tag = parts[0] != NULL ? find_tag (g_strstrip (parts[0])) : NULL;
      double quality = 1;

      if (tag == NULL || strlen (parts[0]) > MAX_TAG_LENGTH)
        continue;
      if (parts[1] != NULL && g_str_has_prefix (g_strstrip (parts[1]), "q="))
        quality = g_ascii_strtod (parts[1] + strlen ("q="), NULL);
      if (quality > best_quality)
        {
          best = tag;
          best_quality = quality;
        }
    }
  return g_strdup (best);
}
