/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/web-page.h"

#define STYLE                                                                                      \
  "body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#1e1e1e;background:#fafafa}"             \
  "main{max-width:960px;margin:0 auto;padding:24px 16px}"                                          \
  "h1{font-size:1.4rem;margin:0 0 4px}p{margin:4px 0}.note{color:#5e5c64}"                         \
  ".said{padding:12px 16px;border-radius:12px;background:#dff2e0;color:#1e1e1e;margin:16px 0}"     \
  ".wrong{padding:12px 16px;border-radius:12px;background:#fbe3e1;color:#1e1e1e;margin:16px 0}"    \
  "video{width:100%%;max-height:75vh;margin:16px 0;background:#000;border-radius:12px}"            \
  "form{margin:20px 0;max-width:480px}fieldset{border:1px solid #c0bfbc;border-radius:12px;"       \
  "padding:12px 16px;margin:0 0 12px}label{display:block;margin:8px 0}"                            \
  "input,textarea{font:inherit;box-sizing:border-box;width:100%%;padding:8px;border-radius:8px;"   \
  "border:1px solid #9a9996;background:#fff;color:#1e1e1e}"                                        \
  "button{font:inherit;font-weight:bold;width:100%%;padding:10px 16px;margin:4px 0;border:0;"      \
  "border-radius:8px;background:#deddda;color:#1e1e1e}.main{background:#1c71d8;color:#fff}"        \
  "a{color:#1a5fb4}"                                                                               \
  "@media(prefers-color-scheme:dark){body{color:#fff;background:#242424}.note{color:#c0bfbc}"      \
  "a{color:#99c1f1}}"

#define HEAD                                                                                       \
  "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\">"                              \
  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"                       \
  "<title>%s</title><style>" STYLE "</style></head>\n<body><main>\n<h1>%s</h1>\n"
#define FOOT "</main></body></html>\n"

/*
 * What the pages for people without a program have in common. They load nothing, and everything
 * that comes from somewhere is escaped. Pure functions.
 */

/**
 * interview_web_page_begin:
 * @chinese: in which of the two languages it is
 * @title: its title, which needs no escaping
 *
 * Returns: (transfer full): the beginning of a page
 */
GString *
interview_web_page_begin (gboolean chinese, const char *title)
{
  GString *page = g_string_new (NULL);

  g_string_append_printf (page, HEAD, chinese ? "zh-CN" : "en", title, title);
  return page;
}

/**
 * interview_web_page_add:
 * @class_name: how it looks
 * @phrase: our own words, with %s for @value
 * @value: (nullable): somebody else's words
 *
 * Adds a paragraph.
 */
void
interview_web_page_add (GString *page,
                        const char *class_name,
                        const char *phrase,
                        const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value != NULL ? value : "", -1);
  g_auto (GStrv) parts = g_strsplit (phrase, "%s", 2);

  g_string_append_printf (page, "<p class=\"%s\">%s%s%s</p>\n", class_name, parts[0],
                          parts[1] != NULL ? escaped : "", parts[1] != NULL ? parts[1] : "");
}

/**
 * interview_web_page_end:
 * @page: (transfer full): a page
 *
 * Returns: (transfer full): HTML
 */
char *
interview_web_page_end (GString *page)
{
  g_string_append (page, FOOT);
  return g_string_free (page, FALSE);
}
