/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <pango/pangocairo.h>

#include "ui/name-attributes.h"

/* Returns the lines of a text that is as wide as some characters, with a bar between them. */
static char *
break_lines (const char *text, const char *name, int characters)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = interview_name_attributes_new (text, name);
  GString *lines = g_string_new (NULL);
  int width;

  pango_layout_set_text (layout, "国", -1);
  pango_layout_get_size (layout, &width, NULL);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, characters * width);
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);

      if (i > 0)
        g_string_append_c (lines, '|');
      g_string_append_len (lines, text + pango_layout_line_get_start_index (line),
                           pango_layout_line_get_length (line));
    }
  g_object_unref (layout);
  g_object_unref (context);
  return g_string_free (lines, FALSE);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    int characters;
    const char *lines;
  } cases[] = {
    { "您对与林雅婷的面试感觉如何", "林雅婷", 5, "您对与|林雅婷的面|试感觉如何" },
    { "您对与林雅婷的面试感觉如何", "林雅婷", 6, "您对与林雅婷|的面试感觉如|何" },
    { "您对与林雅婷的面试感觉如何", "王", 5, "您对与林雅|婷的面试感|觉如何" },
    /* What cannot fit is broken like all else. */
    { "与一二三四五六七八九的面试", "一二三四五六七八九", 5, "与一二三四|五六七八九|的面试" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *lines = break_lines (cases[i].text, cases[i].name, cases[i].characters);

      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

static void
test_parts (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    guint parts;
  } cases[] = {
    { "Ada Lovelace?", "Ada Lovelace", 0 },
    { "与 阿卜杜热西提·麦麦提明 的", "阿卜杜热西提·麦麦提明", 2 },
    { "与林的", "林", 0 },
    { "nobody", "林雅婷", 0 },
    { "", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PangoAttrList) attributes =
          interview_name_attributes_new (cases[i].text, cases[i].name);
      GSList *list = pango_attr_list_get_attributes (attributes);

      g_assert_cmpuint (g_slist_length (list), ==, cases[i].parts);
      g_slist_free_full (list, (GDestroyNotify) pango_attribute_destroy);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/name-attributes/lines", test_lines);
  g_test_add_func ("/ui/name-attributes/parts", test_parts);
  return g_test_run ();
}
