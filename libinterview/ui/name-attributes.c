/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "ui/name-attributes.h"

#include <string.h>

/* Characters. A longer run may not fit into a narrow line, and Pango would not break it at all. */
#define LONGEST 8

static void
keep_together (PangoAttrList *attributes, gsize start, gsize end, guint characters)
{
  PangoAttribute *attribute;

  if (characters < 2 || characters > LONGEST)
    return;
  attribute = pango_attr_allow_breaks_new (FALSE);
  /* The break before a character is an attribute of that character: the first one may have it. */
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/**
 * interview_name_attributes_new:
 * @text: what a label shows
 * @name: a name in it
 *
 * Lines may be broken before any Chinese character; those of a name belong together. Names in other
 * scripts are not broken within their words anyway.
 *
 * Returns: (transfer full): attributes for @text that keep the parts of the name together
 */
PangoAttrList *
interview_name_attributes_new (const char *text, const char *name)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  const char *found = strstr (text, name);
  const char *c = name;

  while (found != NULL && *c != '\0')
    {
      const char *start = c;
      guint characters = 0;

      while (*c != '\0' && g_unichar_iswide (g_utf8_get_char (c)))
        {
          c = g_utf8_next_char (c);
          characters++;
        }
      keep_together (attributes, (gsize) (found - text + (start - name)),
                     (gsize) (found - text + (c - name)), characters);
      if (*c != '\0')
        c = g_utf8_next_char (c);
    }
  return attributes;
}
