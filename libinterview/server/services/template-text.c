/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/services/template-text.h"

#include <string.h>

#include "server/services/template-resources.h"

#define FOLDER "/io/github/interview/templates"
#define SUBJECT "Subject:"
#define BRIEF "Brief:"
#define COMMENT "#"

/*
 * The built-in templates: text files, one for each kind of message and language. Lines "Subject:"
 * and "Brief:" come first, then after an empty line the body.
 */

const InterviewNoticeKind interview_template_kinds[] = {
  INTERVIEW_NOTICE_KIND_INVITATION,
  INTERVIEW_NOTICE_KIND_UPDATE,
  INTERVIEW_NOTICE_KIND_CANCELLATION,
  INTERVIEW_NOTICE_KIND_REMINDER,
  INTERVIEW_NOTICE_KIND_CONTACT,
  INTERVIEW_NOTICE_KIND_ONBOARDING,
  INTERVIEW_NOTICE_KIND_PANEL_INVITATION,
  INTERVIEW_NOTICE_KIND_PANEL_UPDATE,
  INTERVIEW_NOTICE_KIND_PANEL_CANCELLATION,
  INTERVIEW_NOTICE_KIND_PANEL_REMINDER,
};
const guint interview_template_n_kinds = G_N_ELEMENTS (interview_template_kinds);

/* The first is what a reader of any other language gets. */
const char *const interview_template_languages[] = { "en", "zh-CN", NULL };

static gboolean
read_head (const char *line, const char *name, GString *text)
{
  if (!g_str_has_prefix (line, name))
    return FALSE;
  line += strlen (name);
  line += strspn (line, " ");
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  return TRUE;
}

/**
 * interview_template_text_parse:
 * @kind: what its messages are about
 * @language: the tag of its language
 * @text: contents of a template file
 *
 * Returns: (transfer full): the template
 */
InterviewNoticeTemplate *
interview_template_text_parse (InterviewNoticeKind kind, const char *language, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) subject = g_string_new (NULL);
  g_autoptr (GString) brief = g_string_new (NULL);
  g_autofree char *body = NULL;
  guint i = 0;

  for (; lines[i] != NULL; i++)
    {
      if (!g_str_has_prefix (lines[i], COMMENT) && !read_head (lines[i], SUBJECT, subject) &&
          !read_head (lines[i], BRIEF, brief) && subject->len > 0)
        break;
    }
  body = g_strjoinv ("\n", lines + i);
  return g_object_new (INTERVIEW_TYPE_NOTICE_TEMPLATE, "kind", kind, "language", language,
                       "subject", subject->str, "body", g_strstrip (body), "brief",
                       brief->len > 0 ? brief->str : NULL, NULL);
}

static const char *
choose_language (const char *language)
{
  for (guint i = 0; language != NULL && interview_template_languages[i] != NULL; i++)
    {
      if (g_ascii_strncasecmp (language, interview_template_languages[i], 2) == 0)
        return interview_template_languages[i];
    }
  return interview_template_languages[0];
}

/**
 * interview_template_text_get:
 * @kind: what its messages are about; not a test
 * @language: (nullable): the reader's language tag
 *
 * Returns: (transfer full): the built-in template in the language that fits best
 */
InterviewNoticeTemplate *
interview_template_text_get (InterviewNoticeKind kind, const char *language)
{
  const char *chosen = choose_language (language);
  g_autoptr (GEnumClass) klass = g_type_class_ref (INTERVIEW_TYPE_NOTICE_KIND);
  g_autofree char *path =
      g_strdup_printf ("%s/%s/%s.txt", FOLDER, chosen, g_enum_get_value (klass, kind)->value_nick);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (interview_templates_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return interview_template_text_parse (kind, chosen, text);
}
