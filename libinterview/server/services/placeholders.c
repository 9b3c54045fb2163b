/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/placeholders.h"

#include <string.h>

#include "core/error.h"

#define OPEN "{{"
#define CLOSE "}}"

/* In every message, and in which messages besides. */
#define COMPANY "name company address phone email website position"
#define ROOM COMPANY " date time zone duration interviewers link answer"
#define PANEL COMPANY " candidate date time zone duration interviewers"
#define ONBOARDING COMPANY " date time zone place bring note"

/*
 * Placeholders of templates: a name in double braces. Strict: what is not known is refused when a
 * template is written, and a value is never looked through for placeholders again. Pure functions.
 *
 * Not every company has everything. A line in which a placeholder is empty is left out, and so is a
 * whole paragraph whose placeholders are all empty: no “Phone:” without a number.
 */

static const char *const known[] = {
  [INTERVIEW_NOTICE_KIND_INVITATION] = ROOM,
  [INTERVIEW_NOTICE_KIND_UPDATE] = ROOM,
  [INTERVIEW_NOTICE_KIND_CANCELLATION] = ROOM,
  [INTERVIEW_NOTICE_KIND_REMINDER] = ROOM,
  [INTERVIEW_NOTICE_KIND_CONTACT] = COMPANY,
  [INTERVIEW_NOTICE_KIND_ONBOARDING] = ONBOARDING,
  [INTERVIEW_NOTICE_KIND_PANEL_INVITATION] = PANEL,
  [INTERVIEW_NOTICE_KIND_PANEL_UPDATE] = PANEL,
  [INTERVIEW_NOTICE_KIND_PANEL_CANCELLATION] = PANEL,
  [INTERVIEW_NOTICE_KIND_PANEL_REMINDER] = PANEL,
};

/**
 * interview_placeholders_list:
 * @kind: what a message is about
 *
 * Returns: (transfer full): the names that its template may use
 */
GStrv
interview_placeholders_list (InterviewNoticeKind kind)
{
  const char *names = (guint) kind < G_N_ELEMENTS (known) ? known[kind] : NULL;

  return g_strsplit (names != NULL ? names : "", " ", -1);
}

/**
 * interview_placeholders_check:
 * @text: part of a template, from outside
 * @kind: what its messages are about
 * @error: return location; %INTERVIEW_ERROR_PLACEHOLDER_UNKNOWN with the name of what is not known
 *
 * Returns: whether every placeholder is complete and known
 */
gboolean
interview_placeholders_check (const char *text, InterviewNoticeKind kind, GError **error)
{
  g_auto (GStrv) names = interview_placeholders_list (kind);
  const char *open;

  g_return_val_if_fail (text != NULL, FALSE);

  while ((open = strstr (text, OPEN)) != NULL)
    {
      const char *close = strstr (open, CLOSE);
      g_autofree char *name = NULL;

      if (close == NULL)
        {
          g_set_error_literal (error, INTERVIEW_ERROR, INTERVIEW_ERROR_PLACEHOLDER_UNKNOWN,
                               "a placeholder has no end: write it as {{date}}");
          return FALSE;
        }
      name = g_strndup (open + strlen (OPEN), close - open - strlen (OPEN));
      if (!g_strv_contains ((const char *const *) names, name))
        {
          g_autofree char *shown = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 40));
          g_autofree char *all = g_strjoinv (", ", names);

          g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_PLACEHOLDER_UNKNOWN,
                       "“{{%s}}” is not known here; there are %s", shown, all);
          return FALSE;
        }
      text = close + strlen (CLOSE);
    }
  return TRUE;
}

static const char *
find_value (GPtrArray *values, const char *name, gsize length)
{
  for (guint i = 0; i < values->len; i++)
    {
      InterviewFact *value = g_ptr_array_index (values, i);
      const char *label = interview_fact_get_label (value);

      if (strlen (label) == length && strncmp (label, name, length) == 0)
        return interview_fact_get_value (value);
    }
  return "";
}

/**
 * interview_placeholders_find:
 * @values: (nullable) (element-type InterviewFact): what placeholders stand for
 * @name: one of them
 *
 * Returns: (transfer none) (nullable): its value, %NULL if there is none
 */
const char *
interview_placeholders_find (GPtrArray *values, const char *name)
{
  const char *value = values != NULL ? find_value (values, name, strlen (name)) : "";

  return value != NULL && *value != '\0' ? value : NULL;
}

/* Counts the placeholders, and how many of them are empty. */
static char *
fill (const char *text, GPtrArray *values, guint *count, guint *empty)
{
  g_autoptr (GString) filled = g_string_new (NULL);
  const char *open, *close;

  *count = 0;
  *empty = 0;
  while ((open = strstr (text, OPEN)) != NULL && (close = strstr (open, CLOSE)) != NULL)
    {
      const char *name = open + strlen (OPEN);
      const char *value = find_value (values, name, close - name);

      g_string_append_len (filled, text, open - text);
      g_string_append (filled, value);
      ++*count;
      *empty += *value == '\0';
      text = close + strlen (CLOSE);
    }
  g_string_append (filled, text);
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

/**
 * interview_placeholders_fill_line:
 * @text: a template's line
 * @values: (element-type InterviewFact): what the placeholders stand for
 *
 * Returns: (transfer full): the line, without breaks
 */
char *
interview_placeholders_fill_line (const char *text, GPtrArray *values)
{
  guint count, empty;
  char *line;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (values != NULL, NULL);

  line = fill (text, values, &count, &empty);
  return g_strstrip (g_strdelimit (line, "\r\n\t", ' '));
}

static void
fill_paragraph (GString *filled, const char *paragraph, GPtrArray *values)
{
  g_auto (GStrv) lines = g_strsplit (paragraph, "\n", -1);
  g_autoptr (GString) kept = g_string_new (NULL);
  guint all = 0, missing = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint count, empty;
      g_autofree char *line = fill (lines[i], values, &count, &empty);

      all += count;
      missing += empty;
      if (empty == 0)
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? "\n" : "", line);
    }
  if (kept->len == 0 || (all > 0 && missing == all))
    return;
  g_string_append_printf (filled, "%s%s", filled->len > 0 ? "\n\n" : "", kept->str);
}

/**
 * interview_placeholders_fill:
 * @text: a template's paragraphs
 * @values: (element-type InterviewFact): what the placeholders stand for
 *
 * Returns: (transfer full): the text, without the lines and paragraphs that would say nothing
 */
char *
interview_placeholders_fill (const char *text, GPtrArray *values)
{
  g_autofree char *unix_text = NULL;
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) paragraphs = NULL;
  GString *filled = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (values != NULL, NULL);

  parts = g_strsplit (text, "\r\n", -1);
  unix_text = g_strjoinv ("\n", parts);
  paragraphs = g_strsplit (g_strchomp (unix_text), "\n\n", -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    fill_paragraph (filled, paragraphs[i], values);
  return g_string_free (filled, FALSE);
}
