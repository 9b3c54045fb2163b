/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

#include "ui/chat-text.h"

#define LINK(address) "<a href=\"" address "\">" address "</a>"

static void
test_markup (void)
{
  static const struct
  {
    const char *text;
    const char *markup;
  } cases[] = {
    { "", "" },
    { "Good morning", "Good morning" },
    { "早上好！\n第二行", "早上好！\n第二行" },
    { "<b>bold</b> & <a href=\"x\">y</a>",
      "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;a href=&quot;x&quot;&gt;y&lt;/a&gt;" },
    { "see https://example.com/a?b=1&c=2 now",
      "see " LINK ("https://example.com/a?b=1&amp;c=2") " now" },
    { "HTTP://EXAMPLE.COM", LINK ("HTTP://EXAMPLE.COM") },
    { "Here: https://example.com/.", "Here: " LINK ("https://example.com/") "." },
    { "(https://example.com)", "(" LINK ("https://example.com") ")" },
    { "https://example.com/a_(b)", LINK ("https://example.com/a_(b)") },
    { "请看https://example.com/页面。谢谢", "请看" LINK ("https://example.com/") "页面。谢谢" },
    { "https://a.example https://b.example",
      LINK ("https://a.example") " " LINK ("https://b.example") },
    { "https://", "https://" },
    { "https://.", "https://." },
    { "javascript:alert(1) file:///etc/passwd", "javascript:alert(1) file:///etc/passwd" },
    { "https://x\"onclick='y'", LINK ("https://x") "&quot;onclick=&apos;y&apos;" },
    { "https://x.example/\xe2\x80\xaegpj.exe", LINK ("https://x.example/") "\xe2\x80\xaegpj.exe" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = interview_chat_text_to_markup (cases[i].text);
      g_autofree char *plain = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (markup, ==, cases[i].markup);
      /* Links apart, Pango shows the text that was written. */
      if (strstr (markup, "<a ") == NULL)
        {
          g_assert_true (pango_parse_markup (markup, -1, 0, NULL, &plain, NULL, &error));
          g_assert_no_error (error);
          g_assert_cmpstr (plain, ==, cases[i].text);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/chat-text/markup", test_markup);
  return g_test_run ();
}
