/* SPDX-FileCopyrightText: The Interview authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "server/log.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/clock.h"
#include "core/error.h"

typedef enum
{
  FORMAT_TEXT,
  FORMAT_JSON,
  FORMAT_JOURNAL,
} Format;

/* What the writer needs; written once before the first thread starts. */
typedef struct
{
  Format format;
  GLogLevelFlags most;
} Writer;

static const struct
{
  const char *name;
  GLogLevelFlags level;
} levels[] = {
  { "error", G_LOG_LEVEL_ERROR },     { "critical", G_LOG_LEVEL_CRITICAL },
  { "warning", G_LOG_LEVEL_WARNING }, { "message", G_LOG_LEVEL_MESSAGE },
  { "info", G_LOG_LEVEL_INFO },       { "debug", G_LOG_LEVEL_DEBUG },
};

static const char *
get_level_name (GLogLevelFlags level)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      if ((level & levels[i].level) != 0)
        return levels[i].name;
    }
  return "message";
}

static char *
get_text (const GLogField *field)
{
  g_autofree char *raw =
      field->length < 0 ? g_strdup (field->value) : g_strndup (field->value, field->length);

  return g_utf8_make_valid (raw, -1);
}

static char *
format_now (void)
{
  return interview_time_format (g_get_real_time ());
}

/**
 * interview_log_format_json:
 * @level: how bad it is
 * @fields: what is said
 * @n_fields: how many
 *
 * Returns: (transfer full): one line of JSON without its end: time, level, domain, message, and
 *   the server's own fields in lower case
 */
char *
interview_log_format_json (GLogLevelFlags level, const GLogField *fields, gsize n_fields)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *now = format_now ();

  json_object_set_string_member (object, "time", now);
  json_object_set_string_member (object, "level", get_level_name (level));
  for (gsize i = 0; i < n_fields; i++)
    {
      g_autofree char *text = get_text (&fields[i]);
      g_autofree char *name = NULL;

      if (g_str_equal (fields[i].key, "MESSAGE"))
        name = g_strdup ("message");
      else if (g_str_equal (fields[i].key, "GLIB_DOMAIN"))
        name = g_strdup ("domain");
      else if (g_str_has_prefix (fields[i].key, "INTERVIEW_"))
        name = g_ascii_strdown (fields[i].key + strlen ("INTERVIEW_"), -1);
      if (name != NULL)
        json_object_set_string_member (object, name, text);
    }
  json_node_take_object (root, object);
  return json_to_string (root, FALSE);
}

static char *
format_text (GLogLevelFlags level, const GLogField *fields, gsize n_fields)
{
  g_autofree char *now = format_now ();
  g_autofree char *message = NULL;

  for (gsize i = 0; i < n_fields && message == NULL; i++)
    {
      if (g_str_equal (fields[i].key, "MESSAGE"))
        message = get_text (&fields[i]);
    }
  return g_strdup_printf ("%s %s: %s", now, get_level_name (level), message != NULL ? message : "");
}

static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  const Writer *writer = user_data;
  g_autofree char *line = NULL;

  if ((level & G_LOG_LEVEL_MASK) > writer->most)
    return G_LOG_WRITER_HANDLED;
  if (writer->format == FORMAT_JOURNAL &&
      g_log_writer_journald (level, fields, n_fields, NULL) == G_LOG_WRITER_HANDLED)
    return G_LOG_WRITER_HANDLED;
  line = writer->format == FORMAT_JSON ? interview_log_format_json (level, fields, n_fields)
                                       : format_text (level, fields, n_fields);
  /* One call, so that lines of several threads do not mix. */
  fprintf (stderr, "%s\n", line);
  return G_LOG_WRITER_HANDLED;
}

/**
 * interview_log_start:
 * @format: "text", "json", "journal", or "auto": the journal if it reads standard error, otherwise
 *   text
 * @level: the least important level that is written
 * @error: return location; %INTERVIEW_ERROR_INVALID
 *
 * Sets where the log goes. Called once by the program, before there are threads.
 *
 * Returns: whether format and level are known
 */
gboolean
interview_log_start (const char *format, const char *level, GError **error)
{
  g_autofree Writer *writer = g_new0 (Writer, 1);

  if (g_str_equal (format, "json"))
    writer->format = FORMAT_JSON;
  else if (g_str_equal (format, "journal") ||
           (g_str_equal (format, "auto") && g_log_writer_is_journald (fileno (stderr))))
    writer->format = FORMAT_JOURNAL;
  else if (!g_str_equal (format, "text") && !g_str_equal (format, "auto"))
    {
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                   "“%s” is not a format of the log", format);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      if (g_str_equal (levels[i].name, level))
        writer->most = levels[i].level;
    }
  if (writer->most == 0)
    {
      g_set_error (error, INTERVIEW_ERROR, INTERVIEW_ERROR_INVALID,
                   "“%s” is not a level of the log", level);
      return FALSE;
    }
  g_log_set_writer_func (write_log, g_steal_pointer (&writer), g_free);
  return TRUE;
}
