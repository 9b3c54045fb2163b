/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "resume-sheet.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <pango/pangocairo.h>

/*
 * Sets a resume on A4 pages. WenQuanYi Micro Hei embeds in a twentieth of the bytes that Noto CJK
 * takes; a system without it uses what it has.
 */
#define FONT "WenQuanYi Micro Hei, Noto Sans CJK SC, Sans"
#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89
#define MARGIN 54.0
#define LABEL_WIDTH 110.0

typedef struct
{
  cairo_t *cr;
  gboolean chinese;
  double y;
} Sheet;

static void
next_page (Sheet *sheet)
{
  cairo_show_page (sheet->cr);
  sheet->y = MARGIN;
}

static PangoLayout *
new_layout (Sheet *sheet, const char *text, double size, gboolean bold, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (sheet->cr);
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

/* Shows a text line by line, so that a long one goes on over the page's end. */
static void
add_text (Sheet *sheet, double x, const char *text, double size, gboolean bold, double grey)
{
  PangoLayout *layout = new_layout (sheet, text, size, bold, PAGE_WIDTH - MARGIN - x);
  GSList *item;

  for (item = pango_layout_get_lines_readonly (layout); item; item = item->next)
    {
      double height = size * 1.55;

      if (sheet->y + height > PAGE_HEIGHT - MARGIN)
        next_page (sheet);
      cairo_set_source_rgb (sheet->cr, grey, grey, grey);
      cairo_move_to (sheet->cr, x, sheet->y + size * 1.15);
      pango_cairo_show_layout_line (sheet->cr, item->data);
      sheet->y += height;
    }
  g_object_unref (layout);
}

static void
add_heading (Sheet *sheet, const char *text)
{
  if (sheet->y > PAGE_HEIGHT - MARGIN - 44)
    next_page (sheet);
  sheet->y += 12;
  add_text (sheet, MARGIN, text, 13, TRUE, 0.1);
  cairo_set_source_rgb (sheet->cr, 0.08, 0.44, 0.42);
  cairo_set_line_width (sheet->cr, 1);
  cairo_move_to (sheet->cr, MARGIN, sheet->y);
  cairo_line_to (sheet->cr, PAGE_WIDTH - MARGIN, sheet->y);
  cairo_stroke (sheet->cr);
  sheet->y += 6;
}

static const char *
get_text (JsonObject *object, const char *member)
{
  return json_object_get_string_member_with_default (object, member, "");
}

static void
add_basics (Sheet *sheet, JsonArray *basics)
{
  guint i;

  for (i = 0; i < json_array_get_length (basics); i++)
    {
      JsonObject *fact = json_array_get_object_element (basics, i);
      double top = sheet->y;

      add_text (sheet, MARGIN, get_text (fact, "label"), 10, FALSE, 0.4);
      if (sheet->y > top)
        sheet->y = top;
      add_text (sheet, MARGIN + LABEL_WIDTH, get_text (fact, "value"), 10, FALSE, 0.1);
    }
}

static void
add_entries (Sheet *sheet, const char *heading, JsonArray *entries)
{
  guint i;

  add_heading (sheet, heading);
  for (i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);
      g_autofree char *where = NULL;

      if (sheet->y > PAGE_HEIGHT - MARGIN - 60)
        next_page (sheet);
      add_text (sheet, MARGIN, get_text (entry, "title"), 11, TRUE, 0.1);
      where = g_strdup_printf ("%s    %s", get_text (entry, "organisation"),
                               get_text (entry, "period"));
      add_text (sheet, MARGIN, where, 10, FALSE, 0.4);
      if (*get_text (entry, "description"))
        add_text (sheet, MARGIN, get_text (entry, "description"), 10, FALSE, 0.15);
      sheet->y += 8;
    }
}

static void
add_list (Sheet *sheet, const char *heading, JsonArray *items)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < json_array_get_length (items); i++)
    g_string_append_printf (text, "%s%s", i ? (sheet->chinese ? "、" : ", ") : "",
                            json_array_get_string_element (items, i));
  add_heading (sheet, heading);
  add_text (sheet, MARGIN, text->str, 10, FALSE, 0.15);
}

static void
fill (Sheet *sheet, JsonObject *resume, const char *name)
{
  gboolean zh = sheet->chinese;

  sheet->y = MARGIN;
  add_text (sheet, MARGIN, name, 22, TRUE, 0.05);
  add_text (sheet, MARGIN, get_text (resume, "headline"), 11, FALSE, 0.35);
  sheet->y += 8;
  if (json_object_has_member (resume, "basics"))
    add_basics (sheet, json_object_get_array_member (resume, "basics"));
  if (json_object_has_member (resume, "summary"))
    {
      add_heading (sheet, zh ? "自我介绍" : "About me");
      add_text (sheet, MARGIN, get_text (resume, "summary"), 10, FALSE, 0.15);
    }
  if (json_object_has_member (resume, "experience"))
    add_entries (sheet, zh ? "工作经历" : "Experience",
                 json_object_get_array_member (resume, "experience"));
  if (json_object_has_member (resume, "education"))
    add_entries (sheet, zh ? "教育背景" : "Education",
                 json_object_get_array_member (resume, "education"));
  if (json_object_has_member (resume, "skills"))
    add_list (sheet, zh ? "技能" : "Skills", json_object_get_array_member (resume, "skills"));
  if (json_object_has_member (resume, "languages"))
    add_list (sheet, zh ? "语言" : "Languages", json_object_get_array_member (resume, "languages"));
}

/**
 * resume_sheet_write:
 * @resume: a resume of the sample
 * @name: whose it is
 * @path: the PDF to write
 * @error: return location for an error
 *
 * Returns: whether the file was written
 */
gboolean
resume_sheet_write (JsonObject *resume, const char *name, const char *path, GError **error)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, PAGE_WIDTH, PAGE_HEIGHT);
  Sheet sheet = { cairo_create (surface), g_str_equal (get_text (resume, "language"), "zh-CN"), 0 };
  cairo_status_t status;

  /* The same input gives the same bytes, as reproducible packages need. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, name);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2025-09-01T09:00:00Z");
  fill (&sheet, resume, name);
  cairo_destroy (sheet.cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", path,
               cairo_status_to_string (status));

  return FALSE;
}
