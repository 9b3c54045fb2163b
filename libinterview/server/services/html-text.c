/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/html-text.h"

#include <string.h>

/* What mail programs show without loading anything: no picture, no style sheet, no script. */
#define HEAD                                                                                       \
  "<!DOCTYPE html>\n<html lang=\"%s\">\n<head><meta charset=\"utf-8\"><title>%s</title></head>\n"  \
  "<body style=\"margin:0;padding:24px;font-family:sans-serif;font-size:16px;line-height:1.5\">\n" \
  "<div style=\"max-width:600px;margin:0 auto\">\n"
#define FOOT "</div>\n</body>\n</html>\n"

/*
 * The HTML of a message, made from its plain text, so that both say the same. Everything is
 * escaped; only addresses become links. Pure functions.
 */

static const char *const schemes[] = { "https://", "http://", "interview://", NULL };

static gboolean
begins_link (const char *text)
{
  for (guint i = 0; schemes[i] != NULL; i++)
    {
      if (g_str_has_prefix (text, schemes[i]))
        return TRUE;
    }
  return FALSE;
}

/* A link ends at a blank or at what is no part of an address; a full stop behind it ends a
 * sentence. */
static gsize
measure_link (const char *text)
{
  gsize length = 0;

  while (g_ascii_isgraph (text[length]) && strchr ("<>\"'(){}|\\^`", text[length]) == NULL)
    length++;
  while (length > 0 && strchr (".,;:!?", text[length - 1]) != NULL)
    length--;
  return length;
}

static void
append_escaped (GString *html, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (html, escaped);
}

static void
append_line (GString *html, const char *line)
{
  const char *done = line;

  for (const char *at = line; *at != '\0'; at++)
    {
      g_autofree char *link = NULL;
      gsize length;

      if (!begins_link (at))
        continue;
      length = measure_link (at);
      append_escaped (html, done, at - done);
      link = g_markup_escape_text (at, (gssize) length);
      g_string_append_printf (html, "<a href=\"%s\">%s</a>", link, link);
      done = at + length;
      at = done - 1;
    }
  append_escaped (html, done, strlen (done));
}

/* Readers who see no pictures have the link itself. */
static void
append_qr (GString *html, const char *language)
{
  gboolean chinese = g_str_has_prefix (language, "zh");

  g_string_append_printf (html, "<p><img src=\"cid:%s\" alt=\"%s\"></p>\n", INTERVIEW_HTML_QR_ID,
                          chinese ? "以上链接的二维码，可用手机扫描"
                                  : "QR code of the link above, for a telephone");
}

/**
 * interview_html_text_make:
 * @plain: the text, in paragraphs
 * @title: its subject
 * @language: the tag of its language
 * @qr_text: (nullable): below the first paragraph with this in it is its QR code, a picture that
 *   comes with the mail
 *
 * Returns: (transfer full): the same as a page of HTML
 */
char *
interview_html_text_make (const char *plain,
                          const char *title,
                          const char *language,
                          const char *qr_text)
{
  g_auto (GStrv) paragraphs = NULL;
  g_autofree char *escaped_title = NULL, *escaped_language = NULL;
  GString *html;

  g_return_val_if_fail (plain != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  escaped_title = g_markup_escape_text (title, -1);
  escaped_language = g_markup_escape_text (language, -1);
  html = g_string_new (NULL);
  g_string_append_printf (html, HEAD, escaped_language, escaped_title);
  paragraphs = g_strsplit (plain, "\n\n", -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (paragraphs[i], "\n", -1);

      g_string_append (html, "<p>");
      for (guint k = 0; lines[k] != NULL; k++)
        {
          g_string_append (html, k > 0 ? "<br>\n" : "");
          append_line (html, lines[k]);
        }
      g_string_append (html, "</p>\n");
      if (qr_text != NULL && strstr (paragraphs[i], qr_text) != NULL)
        {
          append_qr (html, language);
          qr_text = NULL;
        }
    }
  g_string_append (html, FOOT);
  return g_string_free (html, FALSE);
}
